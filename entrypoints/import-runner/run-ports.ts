import { organizationOf } from '../../lib/console/organization.ts';
import { recognise } from '../../lib/console/recognise.ts';
import type { ConsoleDriver } from '../../lib/console/types.ts';
import { waitFor } from '../../lib/console/wait.ts';
import type { Answer, RunClock, RunDriver, RunJournal, RunLease, RunPorts } from '../../lib/import/index.ts';
import type { RequestOf } from '../../lib/messages/map.ts';
import type { Send } from '../../lib/messages/send.ts';
import { say } from '../../lib/words/say.ts';

/** Rows in one message to the journal. */
const CHUNK = 1000;

type JournalRows = RequestOf<'imports/begin'>['rows'];

/** What runs need of the world. */
export interface RunWorld {
  send: Send;
  /** The page's one driver. */
  driver: ConsoleDriver;
  org: string;
}

export interface RunIdentity {
  org: string;
  run: string;
  /** Made up for this run in this tab: half of the lease's owner. */
  token: string;
}

export interface RunBeginning {
  kind: 'add' | 'hand' | 'undo' | 'readd';
  file: string;
  undoes?: string;
  rows: JournalRows;
}

/** All ports of a run. Without a beginning, the journal has the run already. */
export function runPorts({ send, driver }: RunWorld, id: RunIdentity, beginning?: RunBeginning): RunPorts {
  return {
    driver: guardedDriver(id.org, driver),
    journal: journalOf(send, id, beginning),
    lease: leaseOf(send, id),
    clock: pageClock,
  };
}

/** The journal of the database, by messages. */
function journalOf(send: Send, id: RunIdentity, beginning: RunBeginning | undefined): RunJournal {
  const { org, run, token } = id;
  return {
    async begin(): Promise<Answer<unknown>> {
      if (!beginning) return send('imports/resume', { org, run, token });
      const { rows, kind, file, undoes } = beginning;
      for (let first = 0; first < rows.length; first += CHUNK) {
        const answer = await send('imports/begin', {
          ...{ org, run, token, kind, file, first },
          ...(undoes === undefined ? {} : { undoes }),
          path: location.pathname.slice(0, 2048),
          total: rows.length,
          rows: rows.slice(first, first + CHUNK),
        });
        if (!answer.ok) return answer;
      }
      return { ok: true, value: undefined };
    },
    trying: (index, settled = []) =>
      send('imports/trying', {
        ...{ org, run, token, index },
        ...(settled.length > 0 ? { settled: [...settled] } : {}),
      }),
    untried: (index) => send('imports/untried', { org, run, token, index }),
    settled: (rows) => send('imports/settle', { org, run, rows: [...rows] }),
    pause: (reason) => send('imports/pause', { org, run, reason }),
    resume: () => send('imports/resume', { org, run, token }),
    finish: (state) => send('imports/finish', { org, run, state }),
  };
}

/** The lease that lets one tab at a time work on an organization's list. */
function leaseOf(send: Send, { org, token }: RunIdentity): RunLease {
  return {
    acquire: () => send('lease/acquire', { org, token }),
    renew: () => send('lease/renew', { org, token }),
    release: () => send('lease/release', { org, token }),
  };
}

/** Milliseconds within which the MCP page must be there again before its list counts as unread. */
const BACK_WITHIN = 5000;

const PAGE_LEFT = {
  kind: 'not-possible',
  code: 'page-left',
  reason: say('failure_otherPage'),
} as const;

/** The page, but only while it is the MCP page of this organization: the console changes pages without a reload. */
function guardedDriver(org: string, driver: ConsoleDriver): RunDriver {
  const isHere = () => {
    const { kind, domains } = recognise();
    return organizationOf() === org && kind === 'mcp' && domains;
  };
  return {
    isShown: (pattern, signal) => driver.isShown(pattern, signal),
    async readList(signal, options) {
      // A page that is only drawing itself anew is back soon; one that was left is not waited for.
      const isPage = () => organizationOf() === org && recognise().kind === 'mcp';
      const there = await waitFor(isPage, { signal, timeout: BACK_WITHIN });
      return there ? driver.readList(signal, options) : { entries: [], complete: false };
    },
    add: async (pattern, signal, permit) =>
      isHere()
        ? driver.add(pattern, signal, async (ahead) => (await permit()) && (ahead || isHere()))
        : PAGE_LEFT,
    remove: async (pattern, signal) => (isHere() ? driver.remove(pattern, signal) : PAGE_LEFT),
  };
}

/** The clock of this page. */
const pageClock: RunClock = {
  now: () => Date.now(),
  wait: (milliseconds, signal) =>
    new Promise((resolve) => {
      if (signal.aborted) return resolve();
      const done = () => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      signal.addEventListener('abort', done);
    }),
};
