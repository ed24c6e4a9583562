import type { FoundRun, Permission, StoredCounts, StoredRow, StoredRows } from '../messages/answers.ts';
import { fail, ok, type Reply } from '../messages/reply.ts';
import { say } from '../words/say.ts';
import type { GatehouseDatabase } from './database.ts';
import { importLease, LEASE_LOST, NO_RUN } from './journal.ts';
import { planChunk, runRecord, type SettledState, type StepRecord, stepRecord } from './journal-records.ts';
import { unfinishedRuns } from './journal-upkeep.ts';
import { heldByOther, keepLease } from './leases.ts';
import { MAX_CHUNK } from './shapes.ts';
import { beginningWith, readAllAs, readAs, readWrite, type WriteStore } from './transaction.ts';

/** The rows of a run: what is about to be tried, what came of it, and the way back to all of them. */

const NOT_RUNNING = fail('run-not-running', say('failure_runNotRunning'));
const NO_ROW = fail('row-not-found', say('failure_noRow'));

/** An outcome that was read from the console's list: nothing less certain may replace it. */
function isFinal(state: string | undefined): boolean {
  return state === 'added' || state === 'removed';
}

/**
 * Writes down that a row is about to be acted on; only then may the page be touched. It renews the lease too, so
 * that a run which lost it can't act. `go: false` when the row stands as added or removed already. What became of rows
 * before it is written in the same transaction, and where this one is refused not at all.
 */
export async function tryRow(
  database: GatehouseDatabase,
  org: string,
  run: string,
  index: number,
  owner: string,
  now: number,
  settled: readonly SettledRow[] = [],
): Promise<Reply<Permission>> {
  return await readWrite(database, ['imports', 'importSteps', 'leases'], async (transaction) => {
    const record = readAs(runRecord, await transaction.objectStore('imports').get([org, run]));
    if (!record) return NO_RUN;
    if (record.state !== 'running') return NOT_RUNNING;
    if (index >= record.total || settled.some((row) => row.index >= record.total)) return NO_ROW;
    const lease = await keepLease(transaction.objectStore('leases'), importLease(org), owner, now);
    if (!lease.held) return LEASE_LOST;
    const steps = transaction.objectStore('importSteps');
    await putSettled(steps, org, run, settled, now);
    const before = readAs(stepRecord, await steps.get([org, run, index]));
    if (before && isFinal(before.state)) return ok({ go: false, state: before.state });
    await steps.put({ org, run, index, state: 'trying', at: now });
    return ok({ go: true, state: 'trying' });
  });
}

/**
 * Takes back that a row was about to be acted on, since nothing was: it is open again. Only whoever still has the lease
 * may say so; another tab may be trying the same row by now.
 */
export async function untryRow(
  database: GatehouseDatabase,
  org: string,
  run: string,
  index: number,
  owner: string,
  now: number,
): Promise<Reply<null>> {
  return await readWrite(database, ['importSteps', 'leases'], async (transaction) => {
    const lease = await keepLease(transaction.objectStore('leases'), importLease(org), owner, now);
    if (!lease.held) return LEASE_LOST;
    const steps = transaction.objectStore('importSteps');
    const step = readAs(stepRecord, await steps.get([org, run, index]));
    if (step?.state === 'trying') await steps.delete([org, run, index]);
    return ok(null);
  });
}

export interface SettledRow {
  index: number;
  state: SettledState;
  words?: string;
}

/** Writes down what became of rows. Settling a row the same way again changes nothing. */
export async function settleRows(
  database: GatehouseDatabase,
  org: string,
  run: string,
  rows: readonly SettledRow[],
  now: number,
): Promise<Reply<null>> {
  return await readWrite(database, ['imports', 'importSteps'], async (transaction) => {
    const record = readAs(runRecord, await transaction.objectStore('imports').get([org, run]));
    if (!record || record.state === 'receiving') return NO_RUN;
    if (rows.some(({ index }) => index >= record.total)) return NO_ROW;
    await putSettled(transaction.objectStore('importSteps'), org, run, rows, now);
    return ok(null);
  });
}

async function putSettled(
  steps: WriteStore<'importSteps'>,
  org: string,
  run: string,
  rows: readonly SettledRow[],
  now: number,
): Promise<void> {
  for (const { index, state, words } of rows) {
    const before = readAs(stepRecord, await steps.get([org, run, index]));
    if (isFinal(before?.state) && !isFinal(state)) continue;
    if (before?.state === state && before.words === words) continue;
    const step: StepRecord = { org, run, index, state, at: now };
    await steps.put(words === undefined ? step : { ...step, words });
  }
}

/** The run of an organization that was begun and has not ended; null when there is none. */
export async function findRun(
  database: GatehouseDatabase,
  org: string,
  owner: string,
  now: number,
): Promise<FoundRun | null> {
  const open = unfinishedRuns(await database.getAllFromIndex('imports', 'by-start', beginningWith(org)));
  const run = open.findLast(({ state }) => state !== 'receiving');
  if (!run) return null;
  const steps = readAllAs(stepRecord, await database.getAll('importSteps', beginningWith(org, run.id)));
  const counts: StoredCounts = {
    ...{ trying: 0, added: 0, removed: 0, failed: 0, unknown: 0, skipped: 0 },
    open: Math.max(0, run.chosen - steps.length),
    left: run.total - run.chosen,
  };
  for (const { state } of steps) counts[state] += 1;
  return { run, counts, heldElsewhere: await heldByOther(database, importLease(org), owner, now) };
}

/** Rows `first` to `first + count - 1` with what became of them, in the order of the plan. */
export async function readRows(
  database: GatehouseDatabase,
  org: string,
  id: string,
  first: number,
  count: number,
): Promise<Reply<StoredRows>> {
  const run = readAs(runRecord, await database.get('imports', [org, id]));
  if (!run) return NO_RUN;
  const end = Math.min(first + count, run.received);
  // A chunk has at most MAX_CHUNK rows, so the one that holds `first` begins less than that before it.
  const range = IDBKeyRange.bound([org, id, Math.max(0, first - MAX_CHUNK)], [org, id, end]);
  const chunks = readAllAs(planChunk, await database.getAll('importPlans', range));
  const from = IDBKeyRange.bound([org, id, first], [org, id, end]);
  const steps = readAllAs(stepRecord, await database.getAll('importSteps', from));
  const byIndex = new Map(steps.map((step) => [step.index, step]));
  const rows: StoredRow[] = [];
  for (const chunk of chunks) {
    for (const [offset, row] of chunk.rows.entries()) {
      const index = chunk.first + offset;
      if (index < first || index >= end) continue;
      const step = byIndex.get(index);
      const outcome = step && {
        state: step.state,
        at: step.at,
        ...(step.words ? { words: step.words } : {}),
      };
      rows.push({ ...row, ...outcome, index });
    }
  }
  return ok(end < run.received ? { run, rows, next: end } : { run, rows });
}
