import type { RedirectUri } from '../redirect-uri/index.ts';
import { answerPath, PathAnswer, type PathRule } from './path.ts';
import type { Rule } from './rule.ts';

/**
 * What an entry asks of an address whose host was found by the entry's key: all that is left of most entries, and the
 * same for many. It says yes or nothing: whatever is not plainly allowed is left to the entry's rule.
 */
export interface PlainTarget {
  /** Where the key starts in the entry's text. */
  keyAt: number;
  /** What a host must start with in front of the star; undefined when the key is the whole host. */
  head: string | undefined;
  /** How many characters must stand in front of the key. */
  least: number;
  port: string;
  path: PathRule;
}

/** More different ones are not kept: then they are no longer near in memory, which is what they are for. */
const MOST = 2048;

/** The targets of one index, each once. */
export class PlainTargets {
  readonly #all: PlainTarget[] = [];
  readonly #numbers = new Map<string, number>();

  at(number: number): PlainTarget | undefined {
    return this.#all[number];
  }

  /** @returns its number; -1 where the key, as it stands in the entry's text, and a target do not say all about the rule. */
  numberOf(rule: Rule, key: string): number {
    const { by, glob, port, path } = rule;
    if (rule.loopback || (glob ? glob.gaps.length !== 1 || glob.literals[1] !== key : !rule.plain)) return -1;
    const head = glob?.literals[0];
    const keyAt = by.indexOf('://') + 3 + (head === undefined ? 0 : head.length + 1);
    if (!holdsKey(by, keyAt, key, 0)) return -1;
    const least = (head?.length ?? 0) + (glob?.gaps[0] ?? 0);
    const name = `${keyAt} ${least} ${head ?? '-'} ${port} ${path.text}`;
    let number = this.#numbers.get(name);
    if (number === undefined) {
      if (this.#all.length === MOST) return -1;
      number = this.#all.push({ keyAt, head, least, port, path }) - 1;
      this.#numbers.set(name, number);
    }
    return number;
  }
}

/** Whether an entry's text has the end of a host at `keyAt`, and no more of a host behind it. */
export function holdsKey(text: string, keyAt: number, host: string, start: number): boolean {
  const end = keyAt + host.length - start;
  if (end < text.length) {
    const next = text.charCodeAt(end);
    if (next !== 0x2f && next !== 0x3a) return false;
  } else if (end > text.length) return false;
  for (let i = keyAt, at = start; i < end; i++, at++) {
    if (text.charCodeAt(i) !== host.charCodeAt(at)) return false;
  }
  return true;
}

/** @param at where the key starts in the address's host. */
export function isPlainlyAllowed(
  { head, least, port, path }: PlainTarget,
  uri: RedirectUri,
  at: number,
): boolean {
  if (head !== undefined && (at < least || !uri.host.startsWith(head))) return false;
  if (port !== '*' && port !== uri.port) return false;
  return answerPath(path, uri.path, uri.query !== undefined) === PathAnswer.yes;
}
