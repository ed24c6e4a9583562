import { isBlank } from './entry-like.ts';

/**
 * Whether a line is a comment: `#` in front, or `//` in front unless it is an address without its protocol
 * (`//example.com/**`), which is an entry to be corrected and must not vanish as a comment.
 */
export function isComment(line: string): boolean {
  let at = 0;
  while (at < line.length && isBlank(line.charCodeAt(at))) at++;
  if (line[at] === '#') return true;
  if (!line.startsWith('//', at)) return false;
  return !/^[\w*{][^\s@/]{0,252}\.[a-z*]{2,63}(?:[:/]\S*)?\s*$/i.test(line.slice(at + 2, at + 2_402));
}

/** The line without a trailing ` # comment` and the white space before it; a `#` glued to the text is part of it. */
export function withoutTrailingComment(line: string): string {
  for (let hash = line.indexOf('#'); hash > 0; hash = line.indexOf('#', hash + 1)) {
    if (!isBlank(line.charCodeAt(hash - 1))) continue;
    let end = hash;
    while (end > 0 && isBlank(line.charCodeAt(end - 1))) end--;
    return line.slice(0, end);
  }
  return line;
}
