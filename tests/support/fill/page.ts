import { addDelta, deltasOf } from '../../../lib/activity/counters.ts';
import { ingest, mergeActor } from '../../../lib/activity/ingest.ts';
import type { ActivityDatabase, ActorRecord } from '../../../lib/activity/stores.ts';
import { makeReady } from '../../../lib/activity/summary/index.ts';
import type { AuditCall } from '../../../lib/activity/types.ts';
import { openDatabase } from '../../../lib/store/database.ts';
import { type StoredOptions, storedCalls } from './stored-calls.ts';

/** Runs in a page of the extension: its database as an ingest of all these events would have left it. */

const BATCH = 10_000;

/** The events in large transactions, counters and actors once at the end: half a million take less than a minute. */
async function fillActivity(options: StoredOptions): Promise<number> {
  const { org, now } = options;
  const calls = storedCalls(options);
  const database = await openDatabase();
  for (let start = 0; start < calls.length; start += BATCH) {
    const transaction = database.transaction('events', 'readwrite', { durability: 'relaxed' });
    for (const call of calls.slice(start, start + BATCH)) void transaction.store.put(call);
    await transaction.done;
  }
  const actors = new Map<string, ActorRecord>();
  for (const call of calls) {
    const merged = mergeActor(actors.get(call.actor.id), call);
    if (merged) actors.set(call.actor.id, merged);
  }
  const names = ['counters', 'actors', 'cursors', 'organizations', 'meta'] as const;
  const rest = database.transaction(names, 'readwrite');
  for (const delta of deltasOf(org, calls)) {
    const counter = addDelta(undefined, delta);
    if (counter) void rest.objectStore('counters').put(counter);
  }
  void rest.objectStore('counters').put({ org, unit: 'ready', dimension: 'revision', at: 0, revision: 1 });
  for (const actor of actors.values()) void rest.objectStore('actors').put(actor);
  const state = { version: 1, revision: 1, syncedAt: now, covered: [{ from: 1, to: now }] };
  void rest.objectStore('cursors').put({ org, source: 'api', state, updatedAt: now });
  void rest.objectStore('organizations').put({ org, firstSeenAt: now, lastSeenAt: now });
  void rest.objectStore('meta').put({ key: 'lastVisited', value: org });
  await rest.done;
  await makeReady(database as unknown as ActivityDatabase, org, now);
  database.close();
  return calls.length;
}

/** Some more events by the extension's own ingest, as a sync brings them. */
async function ingestMore(calls: readonly AuditCall[]): Promise<number> {
  const database = (await openDatabase()) as unknown as ActivityDatabase;
  const { added } = await ingest(database, calls[0]?.org ?? '', calls);
  database.close();
  return added;
}

Object.assign(globalThis, { fillActivity, ingestMore });
