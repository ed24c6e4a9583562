import { whileDriven } from '../../lib/console/driven.ts';
import type { ReaddOutcome } from '../../lib/console/script-bridge.ts';
import { createReaddRun, type JournalledRow } from '../../lib/import/index.ts';
import type { Send } from '../../lib/messages/send.ts';
import { say } from '../../lib/words/say.ts';
import { loadRows, undoRowsForJournal } from './journalled.ts';
import { type RunBeginning, type RunWorld, runPorts } from './run-ports.ts';

const failed = (message: string): ReaddOutcome => ({ kind: 'failed', message });

const NOTHING_LEFT = say('failure_nothingToReadd');
const UNREAD = say('failure_readdUnread');

interface Interrupted {
  id: string;
  entry: string;
  rows: Partial<JournalledRow>[];
}

/**
 * Deletes an entry and adds it again exactly, journalled; between the two it can't be lost: the journal keeps it, and
 * the page offers to go on after whatever interrupts it. Never rejects.
 *
 * @param entry the entry as the list shows it; without it, what the journal has is finished
 */
export async function readdEntry(world: RunWorld, entry?: string): Promise<ReaddOutcome> {
  const { send, org } = world;
  let taken: Interrupted | undefined;
  if (entry === undefined) {
    const found = await interrupted(send, org);
    if ('message' in found) return found;
    taken = found;
  }
  const text = taken?.entry ?? entry ?? '';
  const beginning: RunBeginning | undefined = taken
    ? undefined
    : { kind: 'readd', file: '', rows: undoRowsForJournal([text, text]) };
  const id = { org, run: taken?.id ?? crypto.randomUUID(), token: crypto.randomUUID() };
  const run = createReaddRun(runPorts(world, id, beginning), text, taken?.rows, {
    begun: taken !== undefined,
  });
  const leave = () => run.stop();
  addEventListener('pagehide', leave);
  const phase = await whileDriven(() => run.start());
  removeEventListener('pagehide', leave);
  const [removal, addition] = run.rows;
  if (phase === 'paused') return { kind: 'unfinished', message: run.reason?.message ?? '' };
  const stands =
    addition?.state === 'added' || (addition?.state === 'skipped' && removal?.state === 'removed');
  if (phase === 'done' && stands) return { kind: 'done' };
  return failed(removal?.words ?? addition?.words ?? NOTHING_LEFT);
}

async function interrupted(
  send: Send,
  org: string,
): Promise<Interrupted | Exclude<ReaddOutcome, { kind: 'done' }>> {
  const found = await send('imports/find', { org });
  if (!found.ok) return { kind: 'unfinished', message: found.message };
  if (found.value?.run.kind !== 'readd') return { kind: 'failed', message: NOTHING_LEFT };
  const { id } = found.value.run;
  const rows = await loadRows(send, org, id);
  const entry = rows?.[0]?.pattern;
  if (!rows || entry === undefined) return { kind: 'unfinished', message: UNREAD };
  const states = rows.map(({ index, state, words, at }) => ({
    index,
    ...(state === undefined ? {} : { state }),
    ...(words === undefined ? {} : { words }),
    ...(at === undefined ? {} : { at }),
  }));
  return { id, entry, rows: states };
}
