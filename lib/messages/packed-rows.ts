import type { JudgedRow, PatternRow, PlannedRow } from '../import/types.ts';

/** Rows on the plan port: of most there is nothing to say, and of the others not everything. */

/** What a row is beyond "to be added, as it stands, without a finding". `at` counts from the chunk's first row. */
export interface PackedRow {
  at: number;
  plan?: JudgedRow['plan'];
  level?: JudgedRow['level'];
  needsTick?: true;
  pattern?: string;
  by?: string;
  byRows?: number[];
}

/** @param texts the rows of a chunk as they came; @param judged what they are */
export function packRows(texts: readonly string[], judged: readonly JudgedRow[]): PackedRow[] {
  const packed: PackedRow[] = [];
  for (const [at, { plan, level, pattern, needsTick, by, byRows }] of judged.entries()) {
    const asItStands = pattern === texts[at];
    if (plan === 'add' && level === 'ok' && asItStands && !needsTick && by === undefined && !byRows) continue;
    const row: PackedRow = { at };
    if (plan !== 'add') row.plan = plan;
    if (level !== 'ok') row.level = level;
    if (needsTick) row.needsTick = needsTick;
    if (!asItStands) row.pattern = pattern;
    if (by !== undefined) row.by = by;
    if (byRows) row.byRows = byRows;
    packed.push(row);
  }
  return packed;
}

/** Whole rows again. @param rows the rows of the chunk as the file has them */
export function unpackRows(rows: readonly PatternRow[], packed: readonly PackedRow[]): PlannedRow[] {
  const planned = rows.map(
    ({ line, text, extra }): PlannedRow => ({
      line,
      text,
      extra,
      plan: 'add',
      pattern: text,
      level: 'ok',
      needsTick: false,
    }),
  );
  for (const { at, ...what } of packed) Object.assign(planned[at] ?? {}, what);
  return planned;
}
