import type { ActivityDatabase } from '../stores.ts';
import type { AuditCall } from '../types.ts';
import type { EventColumns } from './columns.ts';

/** How many events are read at once: some 15 ms, well under a long task. */
const SLICE = 2_000;

/**
 * Reads the events of [from, to) into the columns, oldest first, in slices between which the page can paint.
 * `onSlice` hears how many have been read. Ends early, without an error, when the signal is aborted. Rejects with the
 * database's error.
 */
export async function loadColumns(
  database: ActivityDatabase,
  org: string,
  columns: EventColumns,
  options: {
    from?: number;
    to?: number;
    signal?: AbortSignal;
    onSlice?: (read: number) => void | Promise<void>;
  } = {},
): Promise<void> {
  const { to = Number.MAX_SAFE_INTEGER, signal, onSlice } = options;
  let from = options.from ?? 0;
  let read = 0;
  // Ids of the last time that was read: events of the same millisecond may go on in the next slice.
  let edge = new Set<string>();
  for (let size = SLICE; !signal?.aborted; ) {
    const range = IDBKeyRange.bound([org, from], [org, to], false, true);
    const calls = await database.getAllFromIndex('events', 'by-time', range, size);
    const fresh = calls.filter(({ time, id }) => time !== from || !edge.has(id));
    for (const call of fresh) columns.add(call);
    read += fresh.length;
    await onSlice?.(read);
    const last = calls.at(-1);
    if (!last || calls.length < size) return;
    // A millisecond with more events than a slice: take a larger one.
    size = last.time === from ? size * 2 : SLICE;
    from = last.time;
    edge = new Set(calls.filter(({ time }) => time === last.time).map(({ id }) => id));
  }
}

/** Where a page by index goes on: after this event, towards older ones. */
export interface PageCursor {
  time: number;
  id: string;
}

/**
 * The newest events, for the first screen before the columns are there. Answers at most `size` events, newest first,
 * and where the page after them begins. Rejects with the database's error.
 */
export async function readNewestPage(
  database: ActivityDatabase,
  org: string,
  size: number,
  after?: PageCursor,
): Promise<{ calls: AuditCall[]; next: PageCursor | null }> {
  const upper = after ? [org, after.time] : [org, Number.MAX_SAFE_INTEGER];
  const range = IDBKeyRange.bound([org, 0], upper);
  const index = database.transaction('events').store.index('by-time');
  const calls: AuditCall[] = [];
  let cursor = await index.openCursor(range, 'prev');
  while (cursor && calls.length < size) {
    const { time, id } = cursor.value;
    // Of the events of the same millisecond those that were given are passed over; they come in the order of ids.
    if (!after || time < after.time || id < after.id) calls.push(cursor.value);
    cursor = await cursor.continue();
  }
  const last = calls.at(-1);
  return { calls, next: cursor && last ? { time: last.time, id: last.id } : null };
}

/** One event with everything that is kept of it. */
export async function readCall(
  database: ActivityDatabase,
  org: string,
  id: string,
): Promise<AuditCall | undefined> {
  return await database.get('events', [org, id]);
}
