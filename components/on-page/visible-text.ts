/** Control, invisible and direction-changing characters, none of which may act on what we show of foreign text. */
const UNSEEN =
  /[\u034f\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** How many UTF-16 units of a foreign text are shown at most. */
export const SHOWN_LENGTH = 300;

const codePoint = (character: string) =>
  `‹U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}›`;

/**
 * A text from a page or a file as it may be shown: what can't be seen is spelled as its code point, and the rest
 * is cut at `limit` UTF-16 units. Linear in the part that is shown.
 */
export function visibleText(text: string, limit: number = SHOWN_LENGTH): string {
  const cut = text.length > limit ? `${text.slice(0, limit)}…` : text;
  return cut.replace(UNSEEN, codePoint);
}

export interface MarkedText {
  before: string;
  marked: string;
  after: string;
}

/**
 * The surroundings of a finding in a text, each part made visible. Offsets are UTF-16 positions and are clamped;
 * at most `around` units stand on either side and `3 * around` are marked.
 */
export function markText(text: string, start: number, end: number, around = 60): MarkedText {
  const from = Math.max(0, Math.min(start, text.length));
  const to = Math.max(from, Math.min(end, text.length));
  const cutStart = Math.max(0, from - around);
  const cutEnd = Math.min(text.length, to + around);
  const before = visibleText(text.slice(cutStart, from));
  const after = visibleText(text.slice(to, cutEnd));
  return {
    before: cutStart > 0 ? `…${before}` : before,
    marked: visibleText(text.slice(from, to), 3 * around),
    after: cutEnd < text.length ? `${after}…` : after,
  };
}
