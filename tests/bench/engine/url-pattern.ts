/** URLPattern's reading of the entries that it can express: no braces. A page of Chromium has it, Node 22 has not. */

type UrlPattern = new (init: Record<string, string>) => { test(input: string): boolean };

export interface UrlPatternList {
  /** How many of the entries it can express. */
  expressible: number;
  matches(address: string): boolean;
}

/** Asks one entry after the other. Throws where the platform has no URLPattern. */
export function urlPatternList(entries: readonly string[]): UrlPatternList {
  const Pattern = Reflect.get(globalThis, 'URLPattern') as UrlPattern | undefined;
  if (!Pattern) throw new Error('There is no URLPattern on this platform.');
  const patterns = entries
    .filter((entry) => !entry.includes('{'))
    .map((entry) => new Pattern(partsOf(entry)));
  return {
    expressible: patterns.length,
    matches: (address) => patterns.some((one) => one.test(address)),
  };
}

function partsOf(entry: string): Record<string, string> {
  const [, protocol = '', hostname = '', port = '', path = ''] =
    /^(\w+):\/\/([^:/]+)(?::([^/]*))?(.*)$/.exec(entry) ?? [];
  return { protocol, hostname, port, pathname: path.replaceAll('**', '*') };
}
