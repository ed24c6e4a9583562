import { unwrap } from 'idb';
import { addDelta, deltasOf } from './counters.ts';
import { noteChange } from './revision.ts';
import type { ActivityDatabase, ActorRecord } from './stores.ts';
import { type ActivityTransaction, writeActivity } from './transaction.ts';
import type { ActorKind, AuditCall, ToolClass } from './types.ts';

/** How many events are written in one transaction at most: a page of the API. A batch of this size takes some 50 ms. */
export const MAX_BATCH = 500;

export interface IngestResult {
  /** Events that were not there before. */
  added: number;
  /** Events that were there already and changed nothing. */
  repeated: number;
  /** Events from before the retention period, left out. */
  tooOld: number;
}

/** Raised inside a transaction when another context has gone on with the same source meanwhile. */
export class Superseded extends Error {}

/** Where the source goes on after this page; written in the same transaction as the page's events. */
export interface Progress {
  source: string;
  state: { revision: number };
  /** The revision that was read before the page was asked for. When another is stored, nothing is written. */
  after: number;
  now: number;
}

/** The cursor record that says from which time on events are kept. */
export const HORIZON = 'horizon';

async function readHorizon(transaction: ActivityTransaction, org: string): Promise<number> {
  const record = await transaction.objectStore('cursors').get([org, HORIZON]);
  return typeof record?.state === 'number' ? record.state : 0;
}

/**
 * Adds the events and answers those that were new. One request an event: a repeated id fails on its own, without
 * ending the transaction, and no event is read before it is written.
 */
async function addNew(transaction: ActivityTransaction, calls: readonly AuditCall[]): Promise<AuditCall[]> {
  if (calls.length === 0) return [];
  const store = unwrap(transaction.objectStore('events')) as unknown as IDBObjectStore;
  const repeated = new Set<number>();
  await new Promise<void>((resolve, reject) => {
    let open = calls.length;
    for (const [index, call] of calls.entries()) {
      const request = store.add(call);
      request.onsuccess = () => {
        open -= 1;
        if (open === 0) resolve();
      };
      request.onerror = (event) => {
        if (request.error?.name !== 'ConstraintError') {
          reject(request.error);
          return;
        }
        event.preventDefault();
        event.stopPropagation();
        repeated.add(index);
        open -= 1;
        if (open === 0) resolve();
      };
    }
  });
  return repeated.size === 0 ? [...calls] : calls.filter((_, index) => !repeated.has(index));
}

/** Puts the differences of these calls on the counters; `sign` is -1 to take them back. */
export async function countCalls(
  transaction: ActivityTransaction,
  org: string,
  calls: readonly AuditCall[],
  sign: 1 | -1 = 1,
): Promise<void> {
  if (calls.length === 0) return;
  const store = transaction.objectStore('counters');
  await Promise.all([
    noteChange(transaction, org),
    ...deltasOf(org, calls, sign).map(async (delta) => {
      const key: [string, typeof delta.unit, string, number] = [org, delta.unit, delta.dimension, delta.at];
      const counter = addDelta(await store.get(key), delta);
      await (counter ? store.put?.(counter) : store.delete?.(key));
    }),
  ]);
}

const KIND_RANK: Readonly<Record<ActorKind, number>> = { unknown: 0, service: 1, person: 2 };

/** Classes of calls that change something. */
const CHANGING: ReadonlySet<ToolClass> = new Set(['write', 'delete', 'manage']);

/** What a call says of its actor, put on what is known. Answers the record to store, or undefined when nothing is new. */
export function mergeActor(known: ActorRecord | undefined, call: AuditCall): ActorRecord | undefined {
  const { org, actor, time } = call;
  const wrote = CHANGING.has(call.class) ? { firstWrite: Math.min(time, known?.firstWrite ?? time) } : {};
  if (!known)
    return {
      org,
      id: actor.id,
      name: actor.name,
      kind: actor.kind,
      firstSeen: time,
      namedAt: time,
      ...wrote,
    };
  const named = actor.name !== actor.id;
  const rename = named && actor.name !== known.name && (time > known.namedAt || known.name === known.id);
  const kind = KIND_RANK[actor.kind] > KIND_RANK[known.kind] ? actor.kind : known.kind;
  const sameWrite = wrote.firstWrite === undefined || wrote.firstWrite === known.firstWrite;
  if (!rename && kind === known.kind && time >= known.firstSeen && sameWrite) return undefined;
  return {
    ...known,
    ...wrote,
    kind,
    firstSeen: Math.min(time, known.firstSeen),
    ...(rename ? { name: actor.name, namedAt: time } : {}),
  };
}

async function noteActors(transaction: ActivityTransaction, calls: readonly AuditCall[]): Promise<void> {
  const store = transaction.objectStore('actors');
  const byActor = new Map<string, AuditCall[]>();
  for (const call of calls) {
    const own = byActor.get(call.actor.id);
    if (own) own.push(call);
    else byActor.set(call.actor.id, [call]);
  }
  await Promise.all(
    [...byActor].map(async ([id, own]) => {
      const [first] = own;
      if (!first) return;
      let record = await store.get([first.org, id]);
      let changed = false;
      for (const call of own) {
        const merged = mergeActor(record, call);
        if (merged) {
          record = merged;
          changed = true;
        }
      }
      if (changed && record) await store.put?.(record);
    }),
  );
}

/**
 * Stores at most `MAX_BATCH` events of one organization with their counters, actors and the source's progress, all in
 * one transaction. Keyed by the event's id: repeats and disorder change nothing. Rejects with `Superseded` when
 * another context has gone on with this source, or with the database's error; then nothing is stored.
 */
export async function ingest(
  database: ActivityDatabase,
  org: string,
  calls: readonly AuditCall[],
  progress?: Progress,
): Promise<IngestResult> {
  return await writeActivity(database, ['events', 'counters', 'actors', 'cursors'], async (transaction) => {
    const cursors = transaction.objectStore('cursors');
    if (progress) {
      const stored = await cursors.get([org, progress.source]);
      if (revisionOf(stored?.state) !== progress.after) throw new Superseded();
    }
    const horizon = await readHorizon(transaction, org);
    const kept = calls.filter(({ time }) => time >= horizon);
    const fresh = await addNew(transaction, kept);
    await countCalls(transaction, org, fresh);
    await noteActors(transaction, fresh);
    if (progress) {
      const { source, state, now } = progress;
      await cursors.put?.({ org, source, state, updatedAt: now });
    }
    return { added: fresh.length, repeated: kept.length - fresh.length, tooOld: calls.length - kept.length };
  });
}

/** The revision of a stored state; 0 when there is none. */
export function revisionOf(state: unknown): number {
  const revision = typeof state === 'object' && state !== null && 'revision' in state ? state.revision : 0;
  return typeof revision === 'number' ? revision : 0;
}
