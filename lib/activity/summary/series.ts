import { HOUR } from '../time.ts';
import { TOOL_CLASSES } from '../types.ts';
import type { ClassCounts } from './count-range.ts';

/** The bars of the chart. */
export interface Bar {
  /** Where the bar's hour or day begins, in milliseconds since 1970; the first bar of a window may be cut. */
  start: number;
  /** Read and search. */
  read: number;
  write: number;
  /** Delete and manage. */
  destructive: number;
  /** Tools about tools, and what could not be classed. */
  other: number;
}

/** Where the day of a time begins in the admin's zone, in milliseconds since 1970. */
export type StartOfDay = (time: number) => number;

/** By the zone that the browser runs in; `Date` knows its changes of the clock. */
export const localStartOfDay: StartOfDay = (time) => new Date(time).setHours(0, 0, 0, 0);

const GROUPS = {
  read: 'read',
  search: 'read',
  write: 'write',
  delete: 'destructive',
  manage: 'destructive',
  meta: 'other',
  unknown: 'other',
} as const;

function emptyBar(start: number): Bar {
  return { start, read: 0, write: 0, destructive: 0, other: 0 };
}

/** One bar for every hour (or day of the admin's zone) that begins in or is cut by [from, to), empty ones too. */
export function barsOf(
  hours: ReadonlyMap<number, ClassCounts>,
  from: number,
  to: number,
  unit: 'hour' | 'day',
  startOfDay: StartOfDay = localStartOfDay,
): Bar[] {
  const bars = new Map<number, Bar>();
  for (let hour = Math.floor(from / HOUR); hour * HOUR < to; hour += 1) {
    // A cut first hour may begin on the day before the window: it belongs to the window's first day.
    const time = Math.max(hour * HOUR, from);
    const start = unit === 'hour' ? hour * HOUR : startOfDay(time);
    const bar = bars.get(start) ?? emptyBar(start);
    bars.set(start, bar);
    for (const [index, count] of (hours.get(hour) ?? []).entries()) {
      const toolClass = TOOL_CLASSES[index];
      if (toolClass) bar[GROUPS[toolClass]] += count;
    }
  }
  return [...bars.values()];
}
