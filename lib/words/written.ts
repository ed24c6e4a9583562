import { getMessage } from '#messages';

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

/** Puts values in; text that comes with them is never read as a placeholder again. */
export function fill(text: string, value: (name: string) => string | undefined): string {
  return text.includes('{')
    ? text.replace(/\{(\w+)\}/g, (whole, name: string) => value(name) ?? whole)
    : text;
}
