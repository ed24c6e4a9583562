import { Minimatch } from 'minimatch';

/** What a user would pick instead: each asks one entry after the other. */

/** Minimatch on the raw text, as most servers written in JavaScript do it. */
export function minimatchList(entries: readonly string[]): (address: string) => boolean {
  const matchers = entries.map(
    (entry) => new Minimatch(entry, { dot: true, nocomment: true, nonegate: true }),
  );
  return (address) => matchers.some((one) => one.match(address));
}

/** URLPattern, for entries that it can express; undefined where the platform has none. */
export function urlPatternList(entries: readonly string[]): ((address: string) => boolean) | undefined {
  const Pattern = Reflect.get(globalThis, 'URLPattern') as
    | (new (
        init: Record<string, string>,
      ) => { test(input: string): boolean })
    | undefined;
  if (!Pattern) return undefined;
  const patterns = entries
    .filter((entry) => !entry.includes('{'))
    .map((entry) => new Pattern(partsOf(entry)));
  return (address) => patterns.some((one) => one.test(address));
}

function partsOf(entry: string): Record<string, string> {
  const [, protocol = '', hostname = '', port = '', path = ''] =
    /^(\w+):\/\/([^:/]+)(?::([^/]*))?(.*)$/.exec(entry) ?? [];
  return { protocol, hostname, port, pathname: path.replaceAll('**', '*') };
}

/** One regular expression an entry, on the raw text. */
export function regExpList(entries: readonly string[]): (address: string) => boolean {
  const expressions = entries.map((entry) => new RegExp(`^${expressionOf(entry)}$`));
  return (address) => expressions.some((one) => one.test(address));
}

function expressionOf(entry: string): string {
  return entry
    .replace(/[.+^$()|[\]\\?]/g, '\\$&')
    .replace(/\{([^}]*)\}/g, (_, list: string) => `(?:${list.replaceAll(',', '|')})`)
    .replaceAll(':*', ':\\d+')
    .replaceAll('/**', '/.#')
    .replaceAll('*', '[^/]*')
    .replaceAll('/.#', '/.*');
}
