import { type IngestResult, ingest, MAX_BATCH, revisionOf, Superseded } from '../ingest.ts';
import type { ActionEntry } from '../sources/types.ts';
import type { ActivityDatabase } from '../stores.ts';
import { writeActivity } from '../transaction.ts';
import type { AuditCall, SourceName } from '../types.ts';
import { readState, type SyncState } from './state.ts';

/** Reading and writing the sync's state. Every write checks that nobody else went on meanwhile. */

/** The stored state, or a first one. Rejects with the database's error. */
export async function loadState(
  database: ActivityDatabase,
  org: string,
  source: SourceName,
): Promise<SyncState> {
  const record = await database.get('cursors', [org, source]);
  return readState(record?.state, revisionOf(record?.state));
}

export interface Position {
  database: ActivityDatabase;
  org: string;
  source: SourceName;
  now: number;
}

/** Writes the state and answers it with its new revision. Rejects with `Superseded` when another was stored meanwhile. */
export async function saveState(
  at: Position,
  state: SyncState,
  actions?: readonly ActionEntry[],
): Promise<SyncState> {
  const { database, org, source, now } = at;
  const saved = { ...state, revision: state.revision + 1 };
  await writeActivity(database, ['cursors', 'catalogue'], async (transaction) => {
    const cursors = transaction.objectStore('cursors');
    const stored = await cursors.get([org, source]);
    if (revisionOf(stored?.state) !== state.revision) throw new Superseded();
    await cursors.put?.({ org, source, state: saved, updatedAt: now });
    if (actions === undefined) return;
    const catalogue = transaction.objectStore('catalogue');
    await catalogue.delete?.(IDBKeyRange.bound([org], [org, []]));
    for (const action of actions) await catalogue.put?.({ org, ...action, fetchedAt: now });
  });
  return saved;
}

/** Stores the events of a page; its last batch and the state go in one transaction. */
export async function savePage(
  at: Position,
  calls: readonly AuditCall[],
  state: SyncState,
): Promise<{ state: SyncState; result: IngestResult }> {
  const { database, org, source, now } = at;
  const result: IngestResult = { added: 0, repeated: 0, tooOld: 0 };
  const saved = { ...state, revision: state.revision + 1 };
  for (let start = 0; start === 0 || start < calls.length; start += MAX_BATCH) {
    const last = start + MAX_BATCH >= calls.length;
    const progress = last ? { source, state: saved, after: state.revision, now } : undefined;
    const batch = await ingest(database, org, calls.slice(start, start + MAX_BATCH), progress);
    result.added += batch.added;
    result.repeated += batch.repeated;
    result.tooOld += batch.tooOld;
  }
  return { state: saved, result };
}

/** Display names of the actions that concern MCP, by id. */
export async function loadActionNames(database: ActivityDatabase, org: string): Promise<Map<string, string>> {
  const actions = await database.getAll('catalogue', IDBKeyRange.bound([org], [org, []]));
  return new Map(actions.map(({ id, name }) => [id, name]));
}
