/** Line ends that a mail client or a terminal put into an address. */

/** What a line holds that continues an address: its characters, and what closes the quote or the sentence behind it. */
const REST = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+[>"`”.,;]{0,4}$/;
/** What ends a mail is no rest of an address: `Thanks,`, the `-- ` of a signature, a ruler. */
const SIGN_OFF = /^(?:[A-Z][a-z]+[.,!]?|[-_.*+~]{2,}|={3,})$/;
/** Nor is what a chat or a log puts on a line of its own: `10:03`, `2026-11-28`. */
const MOMENT = /^(?:\d{1,2}:\d\d(?!\d)|\d{1,4}([-./])\d{1,2}\1\d{1,4}(?![.:\d]))/;
/** A parameter with a redirect URI is told from a rest of the address in front: it counts for more. */
const REDIRECT = /^(?:redirect|callback|return)[_-]?(?:ur[il]|to)?=/i;
const CLOSERS: Readonly<Record<string, string>> = {
  '<': '>',
  '"': '"',
  '`': '`',
  '(': ')',
  "'": "'",
  '“': '”',
};
/** Shorter lines are not wrapped by anything; they end where their author ended them. */
const WRAP_WIDTH = 60;
const MOST_LINES = 40;
const MOST_WORD = 8192;
/** So many lines with an address are looked at; of the addresses fewer are. */
const MOST_STARTS = 1000;
const SEPARATOR = /:\/\/|%3a%2f%2f/i;

/** Joins the lines of an address that runs over several; other line ends stay. Linear: lines without one are passed over. */
export function joinWrapped(text: string): string {
  const plain = text.replace(/\r\n?/g, '\n');
  const separator = new RegExp(SEPARATOR, 'gi');
  let written = '';
  let at = 0;
  for (let starts = 0; starts < MOST_STARTS; starts++) {
    separator.lastIndex = at;
    const match = separator.exec(plain);
    if (!match) break;
    let end = endOfLine(plain, match.index);
    let joined = plain.slice(at, end);
    let width = end - 1 - plain.lastIndexOf('\n', match.index);
    for (let count = 0; count < MOST_LINES && end < plain.length; count++) {
      const next = endOfLine(plain, end + 1);
      const rest = plain.slice(end + 1, next).replace(/^[ \t>]+/, '');
      if (!goesOn(joined, width, rest)) break;
      joined += rest;
      width = next - end - 1;
      end = next;
    }
    written += joined;
    at = end;
  }
  return written + plain.slice(at);
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Whether `line` continues the address at the end of `joined`, whose last line is `width` characters long. */
function goesOn(joined: string, width: number, line: string): boolean {
  const tail = joined.slice(-MOST_WORD).split(/\s/).pop() ?? '';
  const separator = SEPARATOR.exec(tail);
  const word = line.replace(/\s.*/s, '');
  if (!separator || word.includes('://')) return false;
  // A line end inside an escape or in front of one: no text starts so.
  const last = tail.slice(-2);
  const inEscape = /^%[\da-f]{2}/i.test((/%[\da-f]?$/i.exec(last)?.[0] ?? '') + word);
  const wide = width >= WRAP_WIDTH;
  const inQuery = tail.includes('?', separator.index);
  const inParameter = inQuery && (/[?&=]$/.test(last) || (wide && !REDIRECT.test(word)));
  if (!inEscape && !inParameter && SEPARATOR.test(word)) return false;
  const closer = openCloser(tail, separator.index);
  const end = word.indexOf(closer ?? ' ');
  if (end >= 0) return REST.test(word.slice(0, end));
  // Only a line that holds nothing else can be the rest of an address.
  if (line.trimEnd() !== word || !REST.test(word)) return false;
  if (inEscape) return true;
  if (SIGN_OFF.test(word)) return false;
  if (closer !== undefined || /[/?&=%_-]$/.test(last) || /^[/?&=%]/.test(word)) return true;
  const inHost = !tail.slice(separator.index + separator[0].length).includes('/');
  if (inHost && /[./]/.test(word)) return true;
  return wide && !MOMENT.test(word) && (/^[a-z\d._-]/.test(word) || (inParameter && /[%&=]/.test(word)));
}

/** The bracket or quote that must close the address in `tail`, when one was opened before its scheme and not closed. */
function openCloser(tail: string, separator: number): string | undefined {
  const [, opener = ''] = /([<"`('“])[a-z\d+.-]+$/i.exec(tail.slice(0, separator)) ?? [];
  const closer = CLOSERS[opener];
  return tail.includes(closer ?? ' ', separator) ? undefined : closer;
}
