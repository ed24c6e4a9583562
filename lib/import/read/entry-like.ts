/** A space or a tab: what may stand around a cell. */
export const isBlank = (unit: number): boolean => unit === 32 || unit === 9;

/** Whether a cell has something that looks like an entry or an address, so that columns can be told apart. */
export function looksLikeEntry(cell: string): boolean {
  const text = cell.slice(0, 300).trim();
  if (text.includes('://')) return true;
  return /^[\w*{][^\s@/]*\.[a-z*]{2,63}(?:[:/]|$)/i.test(text);
}
