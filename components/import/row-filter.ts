import type { PlanKind, PlannedRow, RowOutcome } from '../../lib/import/types.ts';
import type { ResultLookup, Selection } from './model.ts';

/** Which rows of a review are shown: all, those of one plan, or those that wait for the admin's tick. */
export type PlanFilter = PlanKind | 'all' | 'decide';

/** Which rows of a finished run are shown. */
export type OutcomeFilter = 'all' | 'added' | 'failed' | 'unknown' | 'skipped';

export const waitsForTick = (row: PlannedRow) => row.plan === 'add' && row.needsTick;

/** Whether a row will be added as things stand: planned, and its warning accepted where it has one. */
export function isSelected(row: PlannedRow, index: number, selection: Selection): boolean {
  if (row.plan !== 'add' || row.level === 'error') return false;
  if (row.needsTick) return selection.ticked.has(index);
  return row.level !== 'warn' || selection.includeWarnings;
}

/** What became of a row after a run: those that it never touched were left out. */
function outcomeOf(results: ResultLookup, index: number): RowOutcome {
  return results.get(index)?.outcome ?? 'skipped';
}

/** The indices of the rows that pass a test and hold `query` in their entry; linear in the rows. */
export function rowsWhere(
  rows: readonly PlannedRow[],
  query: string,
  test: (row: PlannedRow, index: number) => boolean,
): number[] {
  const wanted = query.trim().toLowerCase();
  const found: number[] = [];
  rows.forEach((row, index) => {
    if (!test(row, index)) return;
    if (
      wanted === '' ||
      row.pattern.toLowerCase().includes(wanted) ||
      row.text.toLowerCase().includes(wanted)
    )
      found.push(index);
  });
  return found;
}

/** The test of a review's tab. */
export const byPlan = (filter: PlanFilter) => (row: PlannedRow) =>
  filter === 'all' || (filter === 'decide' ? waitsForTick(row) : row.plan === filter);

/** The test of a finished run's tab. */
export const byOutcome =
  (filter: OutcomeFilter, results: ResultLookup) => (_row: PlannedRow, index: number) =>
    filter === 'all' || outcomeOf(results, index) === filter;
