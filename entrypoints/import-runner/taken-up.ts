import type { PanelMessage } from '../../components/import/model.ts';
import type { ChosenRow, ImportPlan, JournalledRow } from '../../lib/import/index.ts';
import type { FoundRun } from '../../lib/messages/answers.ts';
import type { Send } from '../../lib/messages/send.ts';
import { loadRows, planOf, runRowsOf } from './journalled.ts';
import { messages } from './messages.ts';

/** An interrupted run as the journal has it. */
export interface TakenUp {
  run: FoundRun['run'];
  /** Its rows. */
  rows: JournalledRow[];
  /** The rows of the import: its own, or those of the import that an undo takes back. */
  original: JournalledRow[];
  plan: ImportPlan;
  chosen: ChosenRow[];
}

/** The run that is to be gone on with; undefined when there is none, and a message when the journal can't be read. */
export async function takeUp(
  send: Send,
  org: string,
): Promise<TakenUp | { readd: true } | { message: PanelMessage } | undefined> {
  const found = await send('imports/find', { org });
  if (!found.ok) return { message: { code: found.code, level: 'error', message: found.message } };
  if (!found.value) return undefined;
  const { run } = found.value;
  if (run.kind === 'readd') return { readd: true };
  const rows = await loadRows(send, org, run.id);
  const original = run.kind === 'undo' && run.undoes ? await loadRows(send, org, run.undoes) : rows;
  if (!rows || !original) return { message: messages.journalUnread };
  return { run, rows: runRowsOf(rows), original: runRowsOf(original), ...planOf(original) };
}
