import type { RunJournal, RunLease } from '../import/run/types.ts';
import type { JournalRow, RunKind, RunRecord } from '../store/journal-records.ts';
import type { RunRow, RunRows } from './answers.ts';
import { ok, type Reply } from './reply.ts';
import type { Send } from './send.ts';

/** A run's journal and lease, kept by the background and reached by messages. */

/** As many rows as a message may carry with room to spare: they are copied in the page's own thread. */
const ROWS_IN_ONE_MESSAGE = 1_000;

export interface RunToKeep {
  org: string;
  /** An id made up for this run: 8 to 64 letters, digits and hyphens. */
  run: string;
  /** Made up anew by each page that works on the run, of the same shape; it is what the lease is held with. */
  token: string;
  kind: RunKind;
  /** The file's name, or '' for pasted text. */
  file: string;
  /** The path of the console's page. */
  path: string;
  /** The run that is taken back. */
  undoes?: string;
  rows: readonly JournalRow[];
}

async function begin(send: Send, { rows, ...run }: RunToKeep): Promise<Reply<RunRecord>> {
  let first = 0;
  for (;;) {
    const chunk = rows.slice(first, first + ROWS_IN_ONE_MESSAGE);
    const begun = await send('imports/begin', { ...run, first, total: rows.length, rows: chunk });
    first += chunk.length;
    if (!begun.ok || first >= rows.length) return begun;
  }
}

type Settled = Parameters<RunJournal['settled']>[0];

async function settle(send: Send, org: string, run: string, settled: Settled): Promise<Reply<null>> {
  for (let first = 0; first < settled.length; first += ROWS_IN_ONE_MESSAGE) {
    const rows = settled.slice(first, first + ROWS_IN_ONE_MESSAGE);
    const answer = await send('imports/settle', { org, run, rows });
    if (!answer.ok) return answer;
  }
  return ok(null);
}

/** The ports of `createImportRun` and its kin over messages. */
export function createRunPorts(send: Send, kept: RunToKeep): { journal: RunJournal; lease: RunLease } {
  const { org, run, token } = kept;
  return {
    journal: {
      begin: () => begin(send, kept),
      trying: (index) => send('imports/trying', { org, run, token, index }),
      settled: (rows) => settle(send, org, run, rows),
      pause: (reason) => send('imports/pause', { org, run, reason }),
      resume: () => send('imports/resume', { org, run, token }),
      finish: (state) => send('imports/finish', { org, run, state }),
    },
    lease: {
      acquire: () => send('lease/acquire', { org, token }),
      renew: () => send('lease/renew', { org, token }),
      release: () => send('lease/release', { org, token }),
    },
  };
}

/** A whole run out of the journal, to go on with it or to report on it. */
export async function loadRun(
  send: Send,
  org: string,
  run: string,
): Promise<Reply<{ run: RunRecord; rows: RunRow[] }>> {
  const rows: RunRow[] = [];
  let first: number | undefined = 0;
  for (;;) {
    const page: Reply<RunRows> = await send('imports/get', { org, run, first, count: ROWS_IN_ONE_MESSAGE });
    if (!page.ok) return page;
    for (const row of page.value.rows) rows.push(row);
    first = page.value.next;
    if (first === undefined) return ok({ run: page.value.run, rows });
  }
}
