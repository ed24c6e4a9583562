/**
 * Takes out of Preact the one place where text becomes markup (`dangerouslySetInnerHTML`): no view of ours uses it, and
 * without it no bundle can, whatever text comes from the page. Reviewers of extensions look for it, too.
 */
export function noInnerHtml() {
  return {
    name: 'no-inner-html',
    transform(code: string, id: string): string | undefined {
      if (!/[\\/]preact[\\/]dist[\\/]preact\.m?js/.test(id)) return undefined;
      const without = code.replace(/\w+\.innerHTML=\w+\.__html/, '0');
      if (without === code || without.includes('innerHTML='))
        throw new Error(
          'Preact writes markup in another way than it did: look into scripts/no-inner-html.ts.',
        );
      return without;
    },
  };
}
