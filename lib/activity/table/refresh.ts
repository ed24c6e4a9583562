import { HORIZON } from '../ingest.ts';
import type { ActivityDatabase } from '../stores.ts';
import { DAY, dayOf } from '../time.ts';
import type { EventColumns } from './columns.ts';
import { loadColumns } from './load.ts';

/**
 * Brings the columns up to what is stored. How many events each day has is told by its counter, which is written with
 * them in one transaction: a day that differs is read again, so late events and those of older days are found as well
 * as new ones, without reading what is there already.
 */

/** How many events each UTC day in [from, to) has, in whole days since 1970, from the counters. */
async function storedDays(
  database: ActivityDatabase,
  org: string,
  from: number,
  to: number,
): Promise<Map<number, number>> {
  const horizon = await database.get('cursors', [org, HORIZON]);
  const start = Math.max(from, typeof horizon?.state === 'number' ? horizon.state : 0);
  const [first, last] = [dayOf(start), dayOf(to - 1)];
  const days = new Map<number, number>();
  if (first > last) return days;
  const range = IDBKeyRange.bound([org, 'hour', 'class', first], [org, 'hour', 'class', last]);
  for (const counter of await database.getAll('counters', range)) {
    if (!('cells' in counter)) continue;
    days.set(
      counter.at,
      counter.cells.reduce((sum, count) => sum + count, 0),
    );
  }
  return days;
}

function knownOn(columns: EventColumns, day: number): Set<string> {
  const known = new Set<string>();
  for (const [row, id] of columns.ids.entries()) if (dayOf(columns.times[row] ?? 0) === day) known.add(id);
  return known;
}

/** `whole`: everything is there · `removed`: events are gone, so the columns must be built anew · `aborted`. */
export type RefreshOutcome = 'whole' | 'removed' | 'aborted';

export interface RefreshOptions {
  /** Milliseconds since 1970, from inclusive, to exclusive; whole UTC days around them are read. */
  from: number;
  to: number;
  signal?: AbortSignal;
  /** Hears how many of how many missing events have been read. */
  onProgress?: (done: number, of: number) => void | Promise<void>;
}

/** Reads what is missing, the newest days first. Rejects with the database's error. */
export async function refreshColumns(
  database: ActivityDatabase,
  org: string,
  columns: EventColumns,
  options: RefreshOptions,
): Promise<RefreshOutcome> {
  const { from, to, signal, onProgress } = options;
  const stored = await storedDays(database, org, from, to);
  // A day without any counter may be one whose events were taken out.
  for (const day of columns.days.keys())
    if (day >= dayOf(from) && day <= dayOf(to - 1) && !stored.has(day)) stored.set(day, 0);
  const missing = [...stored].filter(([day, count]) => count !== (columns.days.get(day) ?? 0));
  const of = missing.reduce((sum, [, count]) => sum + count, 0);
  let done = 0;
  for (const [day] of missing.sort(([a], [b]) => b - a)) {
    if (signal?.aborted) return 'aborted';
    const known = columns.days.has(day) ? knownOn(columns, day) : undefined;
    const before = columns.length;
    const read = await loadColumns(database, org, columns, {
      from: day * DAY,
      to: (day + 1) * DAY,
      ...(known ? { known } : {}),
      ...(signal ? { signal } : {}),
      onSlice: (slice) => onProgress?.(done + slice, of),
    });
    if (signal?.aborted) return 'aborted';
    if (read < columns.length - before + (known?.size ?? 0)) return 'removed';
    done += read;
  }
  return 'whole';
}
