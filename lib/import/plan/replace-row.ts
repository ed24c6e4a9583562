import type { PatternRow } from '../types.ts';

/**
 * The rows of a file with other texts in place of one: one text for a row that was corrected, several for a cell
 * that was split (`splitCell`). They keep the line and the other columns. To be planned again.
 */
export function replaceRow(
  rows: readonly PatternRow[],
  index: number,
  texts: readonly string[],
): PatternRow[] {
  return rows.flatMap((row, i) =>
    i === index
      ? texts.map((text) => ({ line: row.line, text, extra: { ...row.extra } }))
      : [{ line: row.line, text: row.text, extra: row.extra }],
  );
}
