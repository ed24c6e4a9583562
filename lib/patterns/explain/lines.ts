/** Line ends that a mail client or a terminal put into an address. */

const ADDRESS_CHARACTERS = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/;
const OPENERS: Readonly<Record<string, string>> = {
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
  if (!/[\r\n]/.test(text)) return text;
  const lines = text.split(/\r\n|\n|\r/);
  const pieces: string[] = [];
  let joined = lines[0] ?? '';
  let count = 0;
  for (let i = 1; i < lines.length; i++) {
    const line = (lines[i] ?? '').replace(/^[ \t>]{1,20}/, '');
    if (count < MOST_LINES && goesOn(joined, (lines[i - 1] ?? '').length, line)) {
      joined += line;
      count++;
    } else {
      pieces.push(joined);
      joined = lines[i] ?? '';
      count = 0;
    }
  }
  pieces.push(joined);
  return pieces.join('\n');
}

/** Whether `line` continues the address at the end of `joined`. */
function goesOn(joined: string, width: number, line: string): boolean {
  const tail = lastWord(joined);
  const at = tail.search(SEPARATOR);
  if (at < 0 || line.length > MOST_WORD) return false;
  const space = line.search(/\s/);
  const word = space < 0 ? line : line.slice(0, space);
  if (word === '' || SEPARATOR.test(word)) return false;
  const closer = openCloser(joined, tail, at);
  const end = closer === undefined ? -1 : word.indexOf(closer);
  if (end >= 0) return end === 0 || ADDRESS_CHARACTERS.test(word.slice(0, end));
  // Only a line that holds nothing else can be the rest of an address.
  if (line.trimEnd() !== word || !ADDRESS_CHARACTERS.test(word.replace(/[>"'`”)\].,;]{1,4}$/, '')))
    return false;
  if (closer !== undefined || /[/?&=%_-]$/.test(tail) || /^[/?&=%]/.test(word)) return true;
  const inHost = !/:\/\/[^/]*\//.test(tail.slice(at));
  return (inHost && /[./]/.test(word)) || (width >= WRAP_WIDTH && /^[a-z\d._-]/.test(word));
}

function lastWord(text: string): string {
  let start = text.length;
  const least = Math.max(0, start - MOST_WORD);
  while (start > least && !/\s/.test(text[start - 1] ?? '')) start--;
  return text.slice(start);
}

/** The bracket or quote that must close the address at the end of `joined`, when one was opened and not closed. */
function openCloser(joined: string, tail: string, separator: number): string | undefined {
  let start = joined.length - tail.length + separator;
  while (start > 0 && /[A-Za-z0-9+.-]/.test(joined[start - 1] ?? '')) start--;
  const closer = OPENERS[joined[start - 1] ?? ''];
  return closer !== undefined && joined.indexOf(closer, start) < 0 ? closer : undefined;
}
