import { type Caller, organizationOf } from '../messages/gate.ts';
import type { Handlers } from '../messages/handle.ts';
import { ok, type Reply } from '../messages/reply.ts';
import type { GatehouseDatabase } from '../store/database.ts';
import { beginRun, finishRun, importLease, pauseRun, resumeRun } from '../store/journal.ts';
import { findRun, readRows, settleRows, tryRow, untryRow } from '../store/journal-steps.ts';
import { acquireLease, releaseLease, renewLease } from '../store/leases.ts';
import type { BackgroundPorts } from './ports.ts';

type ImportHandlers = Pick<Handlers, Extract<keyof Handlers, `imports/${string}` | `lease/${string}`>>;

/** The owner of a lease: the tab, which only the browser can name, and what the script made up for this run. */
function ownerOf(caller: Caller, token: string): string {
  return `${caller.tabId ?? 'own'}:${token}`;
}

/** The journal of import runs and the lease that lets one tab at a time work on an organization's list. */
export function importHandlers({ open, now }: Pick<BackgroundPorts, 'open' | 'now'>): ImportHandlers {
  /** Runs `work` for the organization that the sender may speak for. */
  async function within<T>(
    caller: Caller,
    named: string | undefined,
    work: (database: GatehouseDatabase, org: string) => Promise<Reply<T>>,
  ): Promise<Reply<T>> {
    const org = organizationOf(caller, named);
    return org.ok ? await work(await open(), org.value) : org;
  }

  return {
    'imports/begin': ({ org, token, ...run }, caller) =>
      within(caller, org, (db, id) => beginRun(db, { ...run, org: id }, ownerOf(caller, token), now())),
    'imports/trying': ({ org, run, index, token, settled }, caller) =>
      within(caller, org, (db, id) => tryRow(db, id, run, index, ownerOf(caller, token), now(), settled)),
    'imports/untried': ({ org, run, index, token }, caller) =>
      within(caller, org, (db, id) => untryRow(db, id, run, index, ownerOf(caller, token), now())),
    'imports/settle': ({ org, run, rows }, caller) =>
      within(caller, org, (db, id) => settleRows(db, id, run, rows, now())),
    'imports/pause': ({ org, run, reason }, caller) =>
      within(caller, org, (db, id) => pauseRun(db, id, run, reason, now())),
    'imports/resume': ({ org, run, token }, caller) =>
      within(caller, org, (db, id) => resumeRun(db, id, run, ownerOf(caller, token), now())),
    'imports/finish': ({ org, run, state }, caller) =>
      within(caller, org, (db, id) => finishRun(db, id, run, state, now())),
    'imports/find': ({ org }, caller) =>
      within(caller, org, async (db, id) => ok(await findRun(db, id, ownerOf(caller, ''), now()))),
    'imports/get': ({ org, run, first, count }, caller) =>
      within(caller, org, (db, id) => readRows(db, id, run, first, count)),
    'lease/acquire': ({ org, token }, caller) =>
      within(caller, org, async (db, id) =>
        ok(await acquireLease(db, importLease(id), ownerOf(caller, token), now())),
      ),
    'lease/renew': ({ org, token }, caller) =>
      within(caller, org, async (db, id) =>
        ok(await renewLease(db, importLease(id), ownerOf(caller, token), now())),
      ),
    'lease/release': ({ org, token }, caller) =>
      within(caller, org, async (db, id) => {
        await releaseLease(db, importLease(id), ownerOf(caller, token));
        return ok(null);
      }),
  };
}
