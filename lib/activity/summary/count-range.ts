import type { IDBPTransaction } from 'idb';
import type { ActivitySchema, CounterUnit, NamedDimension, WindowName } from '../stores.ts';
import { DAY, HOUR, HOURS_A_DAY, hourOf } from '../time.ts';
import { type Actor, type AuditCall, TOOL_CLASSES } from '../types.ts';

/**
 * Exact counts of any stretch of time, at a cost that doesn't grow with the number of events: whole days and hours
 * from the counters, and of the two hours that the stretch cuts only the shorter side from the events, by index.
 */

export type ReadTransaction = IDBPTransaction<
  ActivitySchema,
  ('events' | 'counters' | 'actors')[],
  'readonly'
>;

/** Events of each class in one UTC hour, in the order of `TOOL_CLASSES`. */
export type ClassCounts = number[];

/** What counts of a call. */
export type CountedCall = Pick<AuditCall, 'time' | 'class' | 'tool' | 'app' | 'country' | 'authType'> & {
  actor: Pick<Actor, 'id'>;
};

export interface RangeCounts {
  /** Whole UTC hours since 1970, each with its events inside the stretch; hours without events are left out. */
  hours: Map<number, ClassCounts>;
  /** Events by name, for each dimension that was asked for. */
  names: Map<NamedDimension, Map<string, number>>;
  total: number;
}

const WIDTH = TOOL_CLASSES.length;

/** The same as `nameIn` of the writing side. */
function nameOf(call: CountedCall, dimension: NamedDimension): string {
  if (dimension === 'actor') return call.actor.id;
  return dimension === 'auth' ? call.authType : call[dimension];
}

function add<Key>(counts: Map<Key, number>, key: Key, amount: number): void {
  const count = (counts.get(key) ?? 0) + amount;
  if (count > 0) counts.set(key, count);
  else counts.delete(key);
}

/** Events in [from, to) of one organization, by index. */
async function callsIn(
  transaction: ReadTransaction,
  org: string,
  from: number,
  to: number,
): Promise<AuditCall[]> {
  if (from >= to) return [];
  const range = IDBKeyRange.bound([org, from], [org, to], false, true);
  return await transaction.objectStore('events').index('by-time').getAll(range);
}

/** How many events lie in [from, to), without reading them. */
async function countIn(transaction: ReadTransaction, org: string, from: number, to: number): Promise<number> {
  if (from >= to) return 0;
  const range = IDBKeyRange.bound([org, from], [org, to], false, true);
  return await transaction.objectStore('events').index('by-time').count(range);
}

/** Days in [from, to) of a counter, in whole days since 1970. */
function daysOf(org: string, unit: CounterUnit, dimension: string, from: number, to: number): IDBKeyRange {
  return IDBKeyRange.bound([org, unit, dimension, from], [org, unit, dimension, to], false, true);
}

/** Events by class in the whole hours [from, to). */
async function readHours(
  transaction: ReadTransaction,
  org: string,
  from: number,
  to: number,
): Promise<Map<number, ClassCounts>> {
  const hours = new Map<number, ClassCounts>();
  // A stretch inside one hour has no whole one; at midnight the range of its days would be empty, which is an error.
  if (from >= to) return hours;
  const range = daysOf(org, 'hour', 'class', Math.floor(from / HOURS_A_DAY), Math.ceil(to / HOURS_A_DAY));
  for (const counter of await transaction.objectStore('counters').getAll(range)) {
    if (!('cells' in counter)) continue;
    const start = counter.at * HOURS_A_DAY;
    for (let at = Math.max(start, from); at < Math.min(start + HOURS_A_DAY, to); at += 1) {
      const counts = Array.from(counter.cells.subarray((at - start) * WIDTH, (at - start + 1) * WIDTH));
      if (counts.some((count) => count > 0)) hours.set(at, counts);
    }
  }
  return hours;
}

/** Events by name in the whole hours [from, to): whole days from their totals, cut days hour by hour. */
async function readNames(
  transaction: ReadTransaction,
  org: string,
  dimension: NamedDimension,
  from: number,
  to: number,
): Promise<Map<string, number>> {
  const counters = transaction.objectStore('counters');
  const firstDay = Math.floor(from / HOURS_A_DAY);
  const lastDay = Math.floor(to / HOURS_A_DAY);
  const firstWhole = Math.ceil(from / HOURS_A_DAY);
  const cut = [...new Set([firstDay, lastDay])].filter(
    (day) => day * HOURS_A_DAY < from || (day + 1) * HOURS_A_DAY > to,
  );
  const [whole, ...parts] = await Promise.all([
    firstWhole < lastDay ? counters.getAll(daysOf(org, 'day', dimension, firstWhole, lastDay)) : [],
    ...cut.map((day) => counters.get([org, 'hour', dimension, day])),
  ]);
  const counts = new Map<string, number>();
  for (const counter of whole) {
    if ('counts' in counter) for (const [name, count] of counter.counts) add(counts, name, count);
  }
  for (const counter of parts) {
    if (!counter || !('hours' in counter)) continue;
    for (const [hour, names] of counter.hours) {
      const at = counter.at * HOURS_A_DAY + hour;
      if (at >= from && at < to) for (const [name, count] of names) add(counts, name, count);
    }
  }
  return counts;
}

/** Puts calls on hours and names, or takes them off; the total is the caller's. */
export function apply(counts: RangeCounts, calls: readonly CountedCall[], sign: 1 | -1): void {
  for (const call of calls) {
    const hour = hourOf(call.time);
    const classes = counts.hours.get(hour) ?? new Array<number>(WIDTH).fill(0);
    const known = TOOL_CLASSES.indexOf(call.class);
    const index = known < 0 ? TOOL_CLASSES.indexOf('unknown') : known;
    classes[index] = Math.max(0, (classes[index] ?? 0) + sign);
    counts.hours.set(hour, classes);
    for (const [dimension, names] of counts.names) add(names, nameOf(call, dimension), sign);
  }
}

/**
 * Counts the events in [from, to), in milliseconds since 1970, by hour and class and by the names of the given
 * dimensions. Reads in the given transaction only. Rejects with the database's error.
 */
export async function countRange(
  transaction: ReadTransaction,
  org: string,
  from: number,
  to: number,
  dimensions: readonly NamedDimension[],
): Promise<RangeCounts> {
  const startOfFirst = Math.floor(from / HOUR) * HOUR;
  // Of the first hour the shorter side is read: its later events are added, or its earlier ones taken off.
  const takeOff = from - startOfFirst <= HOUR / 2;
  const firstHour = takeOff ? hourOf(from) : hourOf(startOfFirst) + 1;
  // Of the last hour, what comes after the end is taken off: when the end is now, that is nothing.
  const afterLast = Math.ceil(to / HOUR);
  const [hours, names, head, tail] = await Promise.all([
    readHours(transaction, org, firstHour, afterLast),
    Promise.all(
      dimensions.map(
        async (dimension) =>
          [dimension, await readNames(transaction, org, dimension, firstHour, afterLast)] as const,
      ),
    ),
    takeOff
      ? callsIn(transaction, org, startOfFirst, from)
      : callsIn(transaction, org, from, startOfFirst + HOUR),
    callsIn(transaction, org, to, afterLast * HOUR),
  ]);
  const counts: RangeCounts = { hours, names: new Map(names), total: 0 };
  apply(counts, head, takeOff ? -1 : 1);
  apply(counts, tail, -1);
  for (const classes of hours.values()) for (const count of classes) counts.total += count;
  return counts;
}

/** The total of [from, to) alone. */
export async function totalOfRange(
  transaction: ReadTransaction,
  org: string,
  from: number,
  to: number,
): Promise<number> {
  const firstHour = Math.ceil(from / HOUR);
  const afterLast = Math.floor(to / HOUR);
  const [hours, head, tail] = await Promise.all([
    readHours(transaction, org, firstHour, afterLast),
    countIn(transaction, org, from, firstHour * HOUR),
    countIn(transaction, org, afterLast * HOUR, to),
  ]);
  let total = head + tail;
  for (const classes of hours.values()) for (const count of classes) total += count;
  return total;
}

/** How long a window of the popup is, in milliseconds. */
export const WINDOWS: Readonly<Record<WindowName, number>> = {
  '24h': DAY,
  '7d': 7 * DAY,
  '30d': 30 * DAY,
};
