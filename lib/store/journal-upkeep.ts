import { type RunRecord, runRecord } from './journal-records.ts';
import { beginningWith, readAllAs, type WriteTransaction } from './transaction.ts';

/** How many runs of an organization are kept for their reports, and for how long at most (milliseconds). */
export const KEPT_RUNS = 50;
export const KEPT_RUN_TIME = 180 * 24 * 3_600_000;

/** Those runs that have not ended, in their order. `stored` = what `by-start` gives for an organization. */
export function unfinishedRuns(stored: readonly unknown[]): RunRecord[] {
  const open = ['receiving', 'running', 'paused'];
  return readAllAs(runRecord, stored).filter(({ state }) => open.includes(state));
}

/** Deletes the runs that are too old or too many, but none that has not ended. */
export async function makeRoom(
  transaction: WriteTransaction<('imports' | 'importPlans' | 'importSteps' | 'leases')[]>,
  org: string,
  now: number,
): Promise<void> {
  const imports = transaction.objectStore('imports');
  const runs = readAllAs(runRecord, await imports.index('by-start').getAll(beginningWith(org)));
  const ended = runs.filter(({ state }) => ['done', 'cancelled', 'replaced'].includes(state));
  const kept = ended.filter(({ startedAt }) => startedAt >= now - KEPT_RUN_TIME).slice(-KEPT_RUNS);
  for (const { id } of ended.filter((run) => !kept.includes(run))) {
    await imports.delete([org, id]);
    await transaction.objectStore('importPlans').delete(beginningWith(org, id));
    await transaction.objectStore('importSteps').delete(beginningWith(org, id));
  }
}
