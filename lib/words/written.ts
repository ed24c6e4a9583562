import { getMessage } from '#messages';
import type { MessageKey } from './keys.ts';

const known = new Map<string, string>();

/** A text as it is written, placeholders and all; empty when no language has it. Kept, since views ask again and again. */
export function written(key: string): string {
  let text = known.get(key);
  if (text === undefined) {
    text = getMessage(key);
    known.set(key, text);
  }
  return text;
}

/**
 * Reads texts that may first be said after an update of the extension: a script that stayed behind in a page is given none
 * any more.
 */
export function keepReady(...keys: readonly MessageKey[]): void {
  for (const key of keys) written(key);
}

/** Puts values in; text that comes with them is never read as a placeholder again. */
export function fill(text: string, value: (name: string) => string | undefined): string {
  return text.includes('{')
    ? text.replace(/\{(\w+)\}/g, (whole, name: string) => value(name) ?? whole)
    : text;
}
