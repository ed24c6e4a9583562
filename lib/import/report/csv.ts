/**
 * A record of a CSV file after RFC 4180 that no spreadsheet calculates: a cell that starts like a formula gets an
 * apostrophe in front (OWASP, "CSV injection"). `delimiter` is a comma unless said otherwise.
 */
export function csvRecord(cells: readonly string[], delimiter = ','): string {
  return `${cells.map((cell) => csvCell(cell, delimiter)).join(delimiter)}\r\n`;
}

function csvCell(text: string, delimiter: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  const needsQuotes = safe.includes(delimiter) || /["\r\n]/.test(safe) || safe !== safe.trim();
  return needsQuotes ? `"${safe.replaceAll('"', '""')}"` : safe;
}
