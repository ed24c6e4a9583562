import { isAsciiSpace } from './characters.ts';

/** What was pasted around an entry: a list mark in front, quotes, brackets, a Markdown link. */
interface Peeled {
  start: number;
  end: number;
}

const CLOSING: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '<': '>',
  '(': ')',
  '[': ']',
  '“': '”',
  '„': '“',
  '‘': '’',
  '‚': '‘',
  '«': '»',
  '‹': '›',
};
const QUOTES = '"\'`“”„‘’‚«»‹›';
/** No address ends in one of these; an apostrophe may. */
const CLOSING_QUOTES = '"`”“’»›';
const LIST_MARK = /^(?:[-*+•‣·–—>]|\d{1,4}[.)])[ \t]+(?=\S)/;
const LINK = /^\[[^\]]{0,200}\]\(/;
/** Markdown's signs for emphasis right in front of an address. */
const EMPHASIS = /^(?:\*{1,3}|_{1,3}|~~)(?=[a-z][a-z0-9+.-]*:\/\/)/i;
const STARTS_LIKE_ADDRESS = /^[a-z][a-z0-9+.-]*:/i;

/**
 * Finds the entry inside pasted markup.
 * @returns offsets of what is left; equal to the ones given when there is nothing around it.
 */
export function peelMarkup(text: string, from: number, to: number): Peeled {
  let start = from;
  let end = to;
  // Four layers are more than anybody pastes: `- "<https://…>",`.
  for (let layer = 0; layer < 4 && start < end; layer++) {
    const before = end - start;
    const head = text.slice(start, Math.min(end, start + 256));
    const mark = LIST_MARK.exec(head);
    const emphasis = EMPHASIS.exec(head)?.[0];
    if (mark) start += mark[0].length;
    else if (emphasis && text.endsWith(emphasis, end)) {
      start += emphasis.length;
      end -= emphasis.length;
    } else if (LINK.test(head) && text[end - 1] === ')') {
      start += LINK.exec(head)?.[0].length ?? 0;
      end--;
    } else ({ start, end } = unquote(text, start, end));
    if (end - start === before) break;
    while (start < end && isAsciiSpace(text.charCodeAt(start))) start++;
    while (end > start && isAsciiSpace(text.charCodeAt(end - 1))) end--;
  }
  return { start, end };
}

function unquote(text: string, start: number, end: number): Peeled {
  const first = text[start] ?? '';
  let last = end - 1;
  // A row of a JSON or a shell list: `"https://…",`.
  if ((text[last] === ',' || text[last] === ';') && QUOTES.includes(text[last - 1] ?? ' ')) last--;
  const closing = CLOSING[first];
  if (closing !== undefined && last > start && text[last] === closing) {
    // `[a-z]*` or `(a|b)` at both ends is glob syntax, not a wrapping, unless an address stands inside.
    if (QUOTES.includes(first) || STARTS_LIKE_ADDRESS.test(text.slice(start + 1, Math.min(last, start + 40))))
      return { start: start + 1, end: last };
    return { start, end };
  }
  if (first !== '' && QUOTES.includes(first)) return { start: start + 1, end };
  if (CLOSING_QUOTES.includes(text[last] ?? ' ')) return { start, end: last };
  return { start, end };
}
