/**
 * The plural forms of a language that a text with a figure is written in: those that whole numbers up to 200 come to, and
 * `other`, which stands in for all. French, Spanish, Portuguese and Italian have one for millions besides.
 *
 * @param language a BCP 47 tag
 */
export function pluralForms(language: string): string[] {
  const rule = new Intl.PluralRules(language);
  return [...new Set([...Array.from({ length: 201 }, (_, figure) => rule.select(figure)), 'other'])];
}
