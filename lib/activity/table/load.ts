import type { ActivityDatabase } from '../stores.ts';
import type { AuditCall } from '../types.ts';
import type { EventColumns } from './columns.ts';

/** How many events are read at once: some 15 ms, well under a long task. */
const SLICE = 2_000;

/**
 * Reads the events of [from, to) into the columns, oldest first, in slices between which others get their turn. Those
 * with a `known` id are passed over. `onSlice` hears how many have been read. Answers how many there are; ends early,
 * without an error, when the signal is aborted. Rejects with the database's error.
 */
export async function loadColumns(
  database: ActivityDatabase,
  org: string,
  columns: EventColumns,
  options: {
    from?: number;
    to?: number;
    known?: ReadonlySet<string>;
    signal?: AbortSignal;
    onSlice?: (read: number) => void | Promise<void>;
  } = {},
): Promise<number> {
  const { to = Number.MAX_SAFE_INTEGER, known, signal, onSlice } = options;
  let from = options.from ?? 0;
  let read = 0;
  // Ids of the last time that was read: events of the same millisecond may go on in the next slice.
  let edge = new Set<string>();
  for (let size = SLICE; !signal?.aborted; ) {
    const range = IDBKeyRange.bound([org, from], [org, to], false, true);
    const calls = await database.getAllFromIndex('events', 'by-time', range, size);
    const fresh = calls.filter(({ time, id }) => time !== from || !edge.has(id));
    for (const call of fresh) if (!known?.has(call.id)) columns.add(call);
    read += fresh.length;
    await onSlice?.(read);
    const last = calls.at(-1);
    if (!last || calls.length < size) return read;
    // A millisecond with more events than a slice: take a larger one.
    size = last.time === from ? size * 2 : SLICE;
    from = last.time;
    edge = new Set(calls.filter(({ time }) => time === last.time).map(({ id }) => id));
  }
  return read;
}

/** One event with everything that is kept of it. */
export async function readCall(
  database: ActivityDatabase,
  org: string,
  id: string,
): Promise<AuditCall | undefined> {
  return await database.get('events', [org, id]);
}
