import { countCalls, HORIZON } from './ingest.ts';
import { noteChange } from './revision.ts';
import type { ActivityDatabase, CounterUnit } from './stores.ts';
import { NAMED_DIMENSIONS } from './stores.ts';
import { DAY, dayOf } from './time.ts';
import { writeActivity } from './transaction.ts';

/** How long events are kept unless the admin or the policy says otherwise; the console keeps as long. */
export const RETENTION_DAYS = 180;

/** How many events one transaction deletes, so that no other waits long. */
const CHUNK = 1_000;

/** The time of the oldest event that is kept: the start of a UTC day, so that no counter is cut in two. */
export function horizonAt(now: number, days: number = RETENTION_DAYS): number {
  return dayOf(now - days * DAY) * DAY;
}

/**
 * Deletes what is older than the retention period. First the horizon is moved and the counters before it go, in one
 * transaction: from then on nothing older counts or comes in. Then the events go in chunks, oldest first, by index.
 * Killed at any point, the next call goes on. Answers how many events were deleted.
 *
 * `now` is milliseconds since 1970 by the server's clock, since a local clock that runs ahead would delete too much.
 */
export async function pruneActivity(
  database: ActivityDatabase,
  org: string,
  now: number,
  days: number = RETENTION_DAYS,
): Promise<number> {
  const horizon = horizonAt(now, days);
  const day = dayOf(horizon);
  await writeActivity(database, ['counters', 'cursors'], async (transaction) => {
    const before = await transaction.objectStore('cursors').get([org, HORIZON]);
    if (typeof before?.state === 'number' && before.state >= horizon) return;
    await transaction.objectStore('cursors').put?.({ org, source: HORIZON, state: horizon, updatedAt: now });
    const counters = transaction.objectStore('counters');
    const drop = (unit: CounterUnit, dimension: string, at: number) =>
      counters.delete?.(
        IDBKeyRange.bound([org, unit, dimension, 0], [org, unit, dimension, at], false, true),
      );
    await noteChange(transaction, org);
    await drop('hour', 'class', day);
    for (const dimension of NAMED_DIMENSIONS) {
      await drop('day', dimension, day);
      await drop('hour', dimension, day);
    }
  });
  let deleted = 0;
  // A day at a time: Chromium walks over what was just deleted, so each look begins behind it.
  let from = await oldestFrom(database, org, 0, horizon);
  while (from !== undefined) {
    const end = Math.min(horizon, (dayOf(from) + 1) * DAY);
    const some = await deleteBetween(database, org, from, end);
    deleted += some;
    if (some < CHUNK) from = await oldestFrom(database, org, end, horizon);
  }
  if (deleted > 0) await forgetActors(database, org, horizon);
  return deleted;
}

/** The time of the first event in [from, to); undefined when there is none. */
async function oldestFrom(
  database: ActivityDatabase,
  org: string,
  from: number,
  to: number,
): Promise<number | undefined> {
  if (from >= to) return undefined;
  const byTime = database.transaction('events').store.index('by-time');
  const cursor = await byTime.openKeyCursor(IDBKeyRange.bound([org, from], [org, to], false, true));
  return cursor?.key[1];
}

/** At most a chunk of the events in [from, to). Their counters are gone already, so only the events go. */
async function deleteBetween(
  database: ActivityDatabase,
  org: string,
  from: number,
  to: number,
): Promise<number> {
  return await writeActivity(database, ['events'], async (transaction) => {
    const store = transaction.objectStore('events');
    const old = IDBKeyRange.bound([org, from], [org, to], false, true);
    const keys = await store.index('by-time').getAllKeys(old, CHUNK);
    await Promise.all(keys.map((key) => store.delete?.(key)));
    return keys.length;
  });
}

/**
 * Forgets who was first seen before a time and has no event left. Asked of the counters: an actor has events as long
 * as one of them has the id.
 */
async function forgetActors(database: ActivityDatabase, org: string, before: number): Promise<void> {
  await writeActivity(database, ['counters', 'actors'], async (transaction) => {
    const range = IDBKeyRange.bound([org, 'day', 'actor', 0], [org, 'day', 'actor', []]);
    const alive = new Set<string>();
    for (const counter of await transaction.objectStore('counters').getAll(range)) {
      if ('counts' in counter) for (const id of counter.counts.keys()) alive.add(id);
    }
    const actors = transaction.objectStore('actors');
    const early = IDBKeyRange.bound([org, 0], [org, before], false, true);
    for (const [, id] of await actors.index('by-first-seen').getAllKeys(early)) {
      if (!alive.has(id)) await actors.delete?.([org, id]);
    }
  });
}

/**
 * Takes out the events of exported logs in [from, to) together with what they counted, because the API is about to
 * cover that time with the real ones. In chunks of one transaction each; may be repeated after a kill. Answers how
 * many events were taken out.
 */
export async function removeExported(
  database: ActivityDatabase,
  org: string,
  from: number,
  to: number,
): Promise<number> {
  let removed = 0;
  for (let start = from; start < to; ) {
    const step = await writeActivity(database, ['events', 'counters'], async (transaction) => {
      const store = transaction.objectStore('events');
      const range = IDBKeyRange.bound([org, start], [org, to], false, true);
      const calls = await store.index('by-time').getAll(range, CHUNK);
      const last = calls.at(-1);
      // Equal times may be cut by the chunk: they are looked at again with the next one, unless they fill it alone.
      const whole = calls.length < CHUNK || last?.time === start;
      const seen = whole ? calls : calls.filter(({ time }) => time !== last?.time);
      const exported = seen.filter(({ source }) => source === 'export');
      await Promise.all(exported.map(({ id }) => store.delete?.([org, id])));
      await countCalls(transaction, org, exported, -1);
      let next = to;
      if (calls.length === CHUNK) next = whole ? start + (exported.length > 0 ? 0 : 1) : (last?.time ?? to);
      return { removed: exported.length, next };
    });
    removed += step.removed;
    start = step.next;
  }
  if (removed > 0) await forgetActors(database, org, Number.MAX_SAFE_INTEGER);
  return removed;
}
