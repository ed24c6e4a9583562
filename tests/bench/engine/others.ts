import { Minimatch } from 'minimatch';

/** What a user would pick instead: each asks one entry after the other. */

/** Minimatch on the raw text, as most servers written in JavaScript do it. */
export function minimatchList(entries: readonly string[]): (address: string) => boolean {
  const matchers = entries.map(
    (entry) => new Minimatch(entry, { dot: true, nocomment: true, nonegate: true }),
  );
  return (address) => matchers.some((one) => one.match(address));
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
