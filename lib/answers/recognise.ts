import { KNOWN_TEXTS, type TextMeaning } from './texts.ts';

/** A message is short; what follows so much text is a thread around it. */
const MOST_TEXT = 100_000;
/** Letters between the first piece of a text and its last: one sentence. */
const WINDOW = 160;

/**
 * The letters of a text and nothing else, with look-alikes made one: so that line ends, quotes, percent-encoding, a
 * hyphenated word or letters that a screenshot's reader took for others make no difference.
 */
export function lettersOf(text: string): string {
  return decoded(text)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/(?<=[a-z])[|!](?=[a-z])/g, 'l')
    .replace(/[1l|]/g, 'i')
    .replace(/0/g, 'o')
    .replace(/5/g, 's')
    .replace(/rn/g, 'm')
    .replace(/vv/g, 'w')
    .replace(/[^\p{L}]/gu, '');
}

/** Percent-encoding undone where it is one of ASCII; the rest stays, since half a text may be cut off. */
function decoded(text: string): string {
  let plain = text;
  for (let layer = 0; layer < 3 && plain.includes('%'); layer++) {
    plain = plain.replace(/%([2-7][0-9a-f])/gi, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    );
  }
  return plain;
}

let known: readonly { means: TextMeaning; pieces: readonly string[] }[] | undefined;

/**
 * What a text says was the matter, by the texts that are known; undefined when none stands in it. Linear for a text.
 * @param text whatever was pasted; what follows its first 100,000 characters is not looked at.
 */
export function meaningOf(text: string): TextMeaning | undefined {
  known ??= KNOWN_TEXTS.map(({ means, pieces }) => ({ means, pieces: pieces.map(lettersOf) }));
  const letters = lettersOf(text.slice(0, MOST_TEXT));
  return known.find(({ pieces }) => hasInOrder(letters, pieces))?.means;
}

function hasInOrder(letters: string, [first = '', ...rest]: readonly string[]): boolean {
  for (let start = letters.indexOf(first); start >= 0; start = letters.indexOf(first, start + 1)) {
    const window = letters.slice(start + first.length, start + first.length + WINDOW);
    let at = 0;
    const all = rest.every((piece) => {
      const found = window.indexOf(piece, at);
      at = found + piece.length;
      return found >= 0;
    });
    if (all) return true;
  }
  return false;
}
