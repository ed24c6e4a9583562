import { INVISIBLE, SPACE_OR_CONTROL } from '../read/characters.ts';

/** Why an address is not judged at all (reading R1). */
export type RefusalCode =
  | 'empty'
  | 'too-long'
  | 'control'
  | 'space'
  | 'invisible'
  | 'unencodable'
  | 'backslash'
  | 'no-scheme'
  | 'dangerous-scheme'
  | 'no-authority'
  | 'no-host'
  | 'userinfo'
  | 'fragment'
  | 'port'
  | 'host-character'
  | 'host-label'
  | 'internationalised'
  | 'trailing-dot'
  | 'ip-address'
  | 'percent'
  | 'dot-segment';

/** An address that a browser would read differently than it looks. */
export interface Refusal {
  refused: RefusalCode;
  /** One English sentence: which character, and what a browser does with it. */
  reason: string;
}

const NAMES: Readonly<Record<number, string>> = {
  0: 'a NUL',
  9: 'a tab',
  10: 'a line break',
  13: 'a line break',
  32: 'a space',
  92: 'a backslash',
  160: 'a no-break space',
  173: 'a soft hyphen',
  8203: 'a zero-width space',
  65279: 'a byte order mark',
  65533: 'a replacement character',
};

/** A character as a sentence names it: `a tab (U+0009)`, `"|" (U+007C)`. Control characters are never printed. */
export function nameCharacter(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0;
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
  const known = NAMES[code];
  if (known !== undefined) return `${known} (${number})`;
  const shown = String.fromCodePoint(code);
  const hidden =
    code < 0x21 ||
    (code >= 0x7f && code < 0xa0) ||
    (code >= 0xd800 && code <= 0xdfff) ||
    INVISIBLE.test(shown);
  return hidden ? `the character ${number}` : `"${shown}" (${number})`;
}

const LONE_SURROGATE = /\p{Surrogate}/u;

/**
 * Finds the first character that no address may hold raw: control characters, space, backslash, invisible and
 * bidirectional marks, halves of a surrogate pair.
 * @returns undefined when there is none.
 */
export function refuseCharacters(text: string): Refusal | undefined {
  const space = text.search(SPACE_OR_CONTROL);
  const found = [
    text.indexOf('\0'),
    space,
    text.indexOf('\\'),
    text.search(INVISIBLE),
    text.search(LONE_SURROGATE),
    text.indexOf('\uFFFD'),
  ].filter((at) => at >= 0);
  if (found.length === 0) return undefined;
  const at = Math.min(...found);
  const what = `The address holds ${nameCharacter(text, at)} as character ${at + 1}`;
  const code = text.charCodeAt(at);
  if (code === 0x5c) {
    return { refused: 'backslash', reason: `${what}; browsers read it as a slash, which can move the host.` };
  }
  if (code < 0x20 || (code >= 0x7f && code < 0xa0)) {
    const does =
      code === 9 || code === 10 || code === 13
        ? 'browsers drop it, so they open another address than the one that is written'
        : 'browsers drop or encode it, so they open another address than the one that is written';
    return { refused: 'control', reason: `${what}; ${does}.` };
  }
  if (at === space) {
    return {
      refused: 'space',
      reason: `${what}; browsers drop, encode or refuse it depending on where it stands.`,
    };
  }
  if (code === 0xfffd || (code >= 0xd800 && code <= 0xdfff)) {
    return {
      refused: 'unencodable',
      reason: `${what}; it cannot be encoded, so browsers put another one in its place.`,
    };
  }
  return { refused: 'invisible', reason: `${what}, which cannot be seen; browsers drop or encode it.` };
}

/** A refusal; when the text also holds a character that no address may hold, that one is named instead. */
export function refuse(text: string, refused: RefusalCode, reason: string): Refusal {
  return refuseCharacters(text) ?? { refused, reason };
}

/** Text of an address as a sentence quotes it: capped, so that a reason stays a sentence. */
export function quote(text: string): string {
  return `"${text.length > 80 ? `${text.slice(0, 77)}...` : text}"`;
}
