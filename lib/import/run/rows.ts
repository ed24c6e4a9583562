import type { RunRow, RunView } from './types.ts';

/** Pure questions about the rows of a run. */

/** The next row to be tried: in order, and not before the row it waits for is settled. */
export function nextOpen(rows: readonly RunRow[]): RunRow | undefined {
  return rows.find((row) => row.state === 'open');
}

/** Rows that may or may not have been done. */
export const doubtful = (rows: readonly RunRow[]): RunRow[] =>
  rows.filter(({ state }) => state === 'trying' || state === 'unknown');

/** The row that must be gone before this one is added (re-add). */
export const prerequisite = (rows: readonly RunRow[], row: RunRow): RunRow | undefined =>
  row.after === undefined ? undefined : rows.find(({ index }) => index === row.after);

/** Whether an entry was deleted and not added again yet: then nothing but adding it may come next. */
export function isEntryAtRisk(rows: readonly RunRow[]): boolean {
  return rows.some(
    (row) => row.after !== undefined && row.state !== 'added' && row.state !== 'skipped' && isGone(rows, row),
  );
}

const isGone = (rows: readonly RunRow[], row: RunRow): boolean =>
  prerequisite(rows, row)?.state === 'removed';

/** What became of the rows that were chosen, as the summary counts them; the plan's other rows are skipped too. */
export interface RunCounts {
  done: number;
  failed: number;
  unknown: number;
  skipped: number;
  /** Not settled yet. */
  open: number;
}

/** Counts the rows of a run; in one that has ended, what was never tried is skipped. */
export function countRows({ rows, phase }: Pick<RunView, 'rows' | 'phase'>): RunCounts {
  const ended = phase === 'done' || phase === 'cancelled';
  const counts: RunCounts = { done: 0, failed: 0, unknown: 0, skipped: 0, open: 0 };
  for (const { state } of rows) {
    if (state === 'added' || state === 'removed') counts.done++;
    else if (state === 'failed') counts.failed++;
    else if (state === 'skipped' || (state === 'open' && ended)) counts.skipped++;
    else if (state === 'unknown' || (state === 'trying' && ended)) counts.unknown++;
    else counts.open++;
  }
  return counts;
}
