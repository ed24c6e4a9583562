import { fail, ok, type Reply } from '../messages/reply.ts';
import { say } from '../words/say.ts';
import type { GatehouseDatabase } from './database.ts';
import {
  type JournalRow,
  type RunKind,
  type RunRecord,
  type RunState,
  runRecord,
} from './journal-records.ts';
import { makeRoom, unfinishedRuns } from './journal-upkeep.ts';
import { takeLease } from './leases.ts';
import { beginningWith, readAs, readWrite } from './transaction.ts';

/**
 * The life of a run in the journal.
 *
 *   begin (rows in chunks)       pause            resume
 *   receiving ───────▶ running ───────▶ paused ───────▶ running
 *                         │                │
 *                         └──── finish ────┴──▶ done or cancelled
 *   receiving, running or paused ── another run begins ──▶ replaced
 */

export interface NewRun {
  org: string;
  run: string;
  kind: RunKind;
  file: string;
  path: string;
  undoes?: string;
  /** Place of the first of these rows in the plan. */
  first: number;
  total: number;
  rows: JournalRow[];
}

/** The name of the lease under which an organization's list is worked on. */
export function importLease(org: string): string {
  return `import/${org}`;
}

export const LEASE_LOST = fail('lease-lost', say('failure_leaseLost'));
export const NO_RUN = fail('run-not-found', say('failure_noRun'));
const AT_RISK = fail('entry-at-risk', say('failure_atRisk'));
const OUT_OF_ORDER = fail('rows-missing', say('failure_outOfOrder'));
const FINISHED = fail('run-finished', say('failure_runFinished'));

/**
 * Writes down a run and some of its rows, in order; the run can start once all of them are there. Rows that are
 * there already are passed over. An unfinished import of the same organization is given up for it.
 */
export async function beginRun(
  database: GatehouseDatabase,
  given: NewRun,
  owner: string,
  now: number,
): Promise<Reply<RunRecord>> {
  const { org, run: id, first, total, rows } = given;
  const stores = ['imports', 'importPlans', 'importSteps', 'leases'] as const;
  return await readWrite(database, [...stores], async (transaction) => {
    const lease = await takeLease(transaction.objectStore('leases'), importLease(org), owner, now);
    if (!lease.held) return LEASE_LOST;
    const imports = transaction.objectStore('imports');
    let run = readAs(runRecord, await imports.get([org, id]));
    if (!run) {
      for (const other of unfinishedRuns(await imports.index('by-start').getAll(beginningWith(org)))) {
        if (other.kind === 'readd' && other.state !== 'receiving') return AT_RISK;
        await imports.put({ ...other, state: 'replaced', updatedAt: now });
      }
      await makeRoom(transaction, org, now);
      run = {
        ...{ org, id, kind: given.kind, state: 'receiving', startedAt: now, updatedAt: now },
        ...{ total, received: 0, chosen: 0, file: given.file, path: given.path },
        ...(given.undoes === undefined ? {} : { undoes: given.undoes }),
      };
    }
    if (run.state !== 'receiving' || first < run.received) return ok(run);
    if (first > run.received || first + rows.length > run.total) return OUT_OF_ORDER;
    if (rows.length > 0) await transaction.objectStore('importPlans').put({ org, run: id, first, rows });
    const received = first + rows.length;
    const chosen = run.chosen + rows.filter((row) => row.chosen).length;
    const next: RunRecord = { ...run, received, chosen, updatedAt: now };
    if (received === run.total) next.state = 'running';
    await imports.put(next);
    return ok(next);
  });
}

/** Moves a run on, unless it has ended; asking for the end it already has is fine. */
async function moveRun(
  database: GatehouseDatabase,
  org: string,
  id: string,
  change: (run: RunRecord) => RunRecord,
): Promise<Reply<RunRecord>> {
  return await readWrite(database, ['imports'], async (transaction) => {
    const store = transaction.objectStore('imports');
    const run = readAs(runRecord, await store.get([org, id]));
    if (!run || run.state === 'receiving') return NO_RUN;
    const next = change(run);
    if (run.state === 'done' || run.state === 'cancelled' || run.state === 'replaced') {
      return next.state === run.state ? ok(run) : FINISHED;
    }
    await store.put(next);
    return ok(next);
  });
}

/** Pauses a run and says why. */
export async function pauseRun(
  database: GatehouseDatabase,
  org: string,
  id: string,
  reason: { code: string; message: string },
  now: number,
): Promise<Reply<RunRecord>> {
  return await moveRun(database, org, id, (run) => ({ ...run, state: 'paused', reason, updatedAt: now }));
}

/** Goes on with a run, under the lease of whoever goes on. */
export async function resumeRun(
  database: GatehouseDatabase,
  org: string,
  id: string,
  owner: string,
  now: number,
): Promise<Reply<RunRecord>> {
  const lease = await readWrite(database, ['leases'], (transaction) =>
    takeLease(transaction.objectStore('leases'), importLease(org), owner, now),
  );
  if (!lease.held) return LEASE_LOST;
  return await moveRun(database, org, id, ({ reason: _reason, ...run }) => ({
    ...run,
    state: 'running',
    updatedAt: now,
  }));
}

/** Ends a run. Its rows stay for the report. */
export async function finishRun(
  database: GatehouseDatabase,
  org: string,
  id: string,
  state: Extract<RunState, 'done' | 'cancelled'>,
  now: number,
): Promise<Reply<RunRecord>> {
  return await moveRun(database, org, id, ({ reason: _reason, ...run }) => ({
    ...run,
    state,
    updatedAt: now,
  }));
}
