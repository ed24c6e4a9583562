/** What a spreadsheet would calculate when the cell came to it (OWASP, "CSV injection"); a lone sign is none. */
export function looksLikeFormula(cell: string): boolean {
  if (cell.length < 2) return false;
  const first = cell.charCodeAt(0);
  if (first === 45 && cell.charCodeAt(1) === 32) return false; // "- entry" is an item of a list
  // = + - @ and, for some programs, a tab or carriage return in front.
  return first === 61 || first === 43 || first === 45 || first === 64 || first === 9 || first === 13;
}
