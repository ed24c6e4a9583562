import { ListRun } from './run.ts';
import type { RowState, Run, RunOptions, RunPorts, RunRow } from './types.ts';

export { countRows } from './rows.ts';
export type * from './types.ts';

/** A row as a journal keeps it. */
export interface JournalledRow {
  index: number;
  pattern: string;
  /** Absent while nothing was tried. */
  state?: Exclude<RowState, 'open'>;
  words?: string;
  at?: number;
}

/**
 * Adds entries to the console's list, one by one. Give only the rows that were chosen (see `chooseRows`).
 *
 * @param rows the chosen rows with their indices in the plan; taken up from a journal also with their states
 */
export function createImportRun(ports: RunPorts, rows: readonly JournalledRow[], options?: RunOptions): Run {
  return new ListRun(ports, rows.map(rowOf('add')), options);
}

/**
 * Removes exactly what a run added, newest first. Rows are numbered anew, from 0, in the order of removal.
 *
 * @param done the rows of the run that is taken back, of any state: only `added` ones are removed
 */
export function createUndoRun(
  ports: RunPorts,
  done: readonly (JournalledRow | RunRow)[],
  options?: RunOptions,
): Run {
  return new ListRun(ports, undoRows(done), options);
}

/** The rows of an undo, for its journal. */
export function undoRows(done: readonly (JournalledRow | RunRow)[]): RunRow[] {
  const added = done.filter(({ state }) => state === 'added').reverse();
  return added.map((row, index) => ({
    index,
    action: 'remove',
    pattern: row.pattern,
    state: 'open',
    ...('stored' in row && row.stored !== undefined ? { stored: row.stored } : {}),
  }));
}

/** Goes on with an undo from its journal, whose rows are those that are to be removed. */
export function resumeUndoRun(ports: RunPorts, rows: readonly JournalledRow[], options?: RunOptions): Run {
  return new ListRun(ports, rows.map(rowOf('remove')), { ...options, begun: true });
}

/**
 * Deletes one entry and adds it again exactly: Atlassian's own remedy for an entry that is shown but not enforced.
 * Its journal has two rows, 0 the removal and 1 the addition; between the two the run can't be paused.
 *
 * @param entry the entry as the list shows it
 * @param rows what the journal has of it, when it is taken up again
 */
export function createReaddRun(
  ports: RunPorts,
  entry: string,
  rows: readonly Partial<JournalledRow>[] = [],
  options?: RunOptions,
): Run {
  const [removal, addition] = rows;
  return new ListRun(
    ports,
    [
      { ...rowOf('remove')({ ...removal, index: 0, pattern: entry }) },
      { ...rowOf('add')({ ...addition, index: 1, pattern: entry }), after: 0 },
    ],
    options,
  );
}

const rowOf =
  (action: 'add' | 'remove') =>
  ({ index, pattern, state, words, at }: JournalledRow): RunRow => ({
    ...{ index, action, pattern, state: state ?? 'open' },
    ...(words === undefined ? {} : { words }),
    ...(at === undefined ? {} : { at }),
  });
