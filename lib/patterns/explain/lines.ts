/** Line ends that a mail client or a terminal put into an address. */

/** What a line holds that continues an address: its characters, and what closes the quote or the sentence behind it. */
const REST = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+[>"`”.,;]{0,4}$/;
/** A word that ends a mail is no rest of an address: `Thanks,`. */
const SIGN_OFF = /^[A-Z][a-z]+[.,!]?$/;
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
const SEPARATOR = /:\/\/|%3a%2f%2f/i;

/** Joins the lines of an address that runs over several; other line ends stay. Linear: each line is looked at once. */
export function joinWrapped(text: string): string {
  const pieces: string[] = [];
  let joined = '';
  let count = 0;
  let width = 0;
  for (const line of text.split(/\r\n|\n|\r/)) {
    const rest = line.replace(/^[ \t>]+/, '');
    if (count < MOST_LINES && goesOn(joined, width, rest)) {
      joined += rest;
      pieces.splice(-1, 1, joined);
      count++;
    } else {
      joined = line;
      pieces.push(line);
      count = 0;
    }
    width = line.length;
  }
  return pieces.join('\n');
}

/** Whether `line` continues the address at the end of `joined`, whose last line is `width` characters long. */
function goesOn(joined: string, width: number, line: string): boolean {
  const tail = joined.slice(-MOST_WORD).split(/\s/).pop() ?? '';
  const separator = SEPARATOR.exec(tail);
  const word = line.replace(/\s.*/s, '');
  if (!separator || SEPARATOR.test(word)) return false;
  const closer = openCloser(tail, separator.index);
  const end = word.indexOf(closer ?? ' ');
  if (end >= 0) return REST.test(word.slice(0, end));
  // Only a line that holds nothing else can be the rest of an address.
  if (line.trimEnd() !== word || !REST.test(word) || SIGN_OFF.test(word)) return false;
  if (closer !== undefined || /[/?&=%_-]$/.test(tail) || /^[/?&=%]/.test(word)) return true;
  const inHost = !tail.slice(separator.index + separator[0].length).includes('/');
  return (inHost && /[./]/.test(word)) || (width >= WRAP_WIDTH && /^[a-z\d._-]/.test(word));
}

/** The bracket or quote that must close the address in `tail`, when one was opened before its scheme and not closed. */
function openCloser(tail: string, separator: number): string | undefined {
  const [, opener = ''] = /([<"`('“])[a-z\d+.-]+$/i.exec(tail.slice(0, separator)) ?? [];
  const closer = CLOSERS[opener];
  return tail.includes(closer ?? ' ', separator) ? undefined : closer;
}
