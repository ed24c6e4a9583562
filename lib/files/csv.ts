/** How every table that leaves Gatehouse is written: after RFC 4180, and no cell is a formula to a spreadsheet. */

/**
 * What a spreadsheet would calculate (OWASP, "CSV injection"), also behind white space. Behind apostrophes as well, so that
 * one of ours can be told from others and taken off again.
 */
const STARTS_LIKE_FORMULA = /^'*(?:[\t\r\n]|\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20])/;

/** One record with its line end. A cell that starts like a formula gets an apostrophe in front. */
export function csvRecord(cells: readonly string[]): string {
  return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A cell as it was before `csvRecord` made it safe. */
export function plainCell(text: string): string {
  return text.startsWith("'") && STARTS_LIKE_FORMULA.test(text) ? text.slice(1) : text;
}

function csvCell(text: string): string {
  const safe = STARTS_LIKE_FORMULA.test(text) ? `'${text}` : text;
  // Braces too: our own reader takes `{a,b}` without quotes for one cell.
  return /[,"\r\n{}]/.test(safe) || safe !== safe.trim() ? `"${safe.replaceAll('"', '""')}"` : safe;
}
