/**
 * A record of a CSV file after RFC 4180 that no spreadsheet calculates: a cell that starts like a formula gets an
 * apostrophe in front (OWASP, "CSV injection"). `delimiter` is a comma unless said otherwise.
 */
export function csvRecord(cells: readonly string[], delimiter = ','): string {
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
}

/** Also behind apostrophes of its own, so that one of ours can be told from them and taken off again. */
const STARTS_LIKE_FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;

/** A cell as it was before `csvRecord` made it safe. */
export function plainCell(text: string): string {
  return /^'/.test(text) && STARTS_LIKE_FORMULA.test(text) ? text.slice(1) : text;
}

function csvCell(text: string, delimiter: string): string {
  const safe = STARTS_LIKE_FORMULA.test(text) ? `'${text}` : text;
  // Braces too: our own reader takes `{a,b}` without quotes for one cell.
  const needsQuotes = safe.includes(delimiter) || /["\r\n{}]/.test(safe) || safe !== safe.trim();
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
}
