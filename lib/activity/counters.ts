import type { CounterUnit, HoursCounter, NamedCounter, NamedDimension } from './stores.ts';
import { NAMED_DIMENSIONS } from './stores.ts';
import { dayOf, HOURS_A_DAY, hourOf } from './time.ts';
import { type AuditCall, TOOL_CLASSES, type ToolClass } from './types.ts';

/** What one event adds to the counters. Pure: from calls to differences, which are then put on the stored counters. */

export const CLASS_COUNT: number = TOOL_CLASSES.length;
export const CELLS_A_DAY: number = HOURS_A_DAY * CLASS_COUNT;

/** The index of a class in a day's cells; a class that this build doesn't know counts as `unknown`. */
export function classIndex(toolClass: ToolClass): number {
  const index = TOOL_CLASSES.indexOf(toolClass);
  return index < 0 ? TOOL_CLASSES.indexOf('unknown') : index;
}

/** The name under which a call counts in a dimension; '' when the event does not tell. */
export function nameIn(call: AuditCall, dimension: NamedDimension): string {
  switch (dimension) {
    case 'tool':
      return call.tool;
    case 'actor':
      return call.actor.id;
    case 'app':
      return call.app;
    case 'country':
      return call.country;
    case 'auth':
      return call.authType;
  }
}

export type CounterDelta = NamedCounter | (Omit<HoursCounter, 'cells'> & { cells: Int32Array });

/** The differences that these calls of one organization make, each counter once; `sign` is -1 to take them back. */
export function deltasOf(org: string, calls: Iterable<AuditCall>, sign: 1 | -1 = 1): CounterDelta[] {
  const named = new Map<string, NamedCounter>();
  const hours = new Map<number, Int32Array>();
  const count = (unit: CounterUnit, dimension: NamedDimension, at: number, name: string): void => {
    const key = `${unit}${dimension}${at}`;
    let counter = named.get(key);
    if (!counter) {
      counter = { org, unit, dimension, at, counts: new Map() };
      named.set(key, counter);
    }
    counter.counts.set(name, (counter.counts.get(name) ?? 0) + sign);
  };
  for (const call of calls) {
    const hour = hourOf(call.time);
    const day = dayOf(call.time);
    for (const dimension of NAMED_DIMENSIONS) {
      const name = nameIn(call, dimension);
      count('hour', dimension, hour, name);
      count('day', dimension, day, name);
    }
    let cells = hours.get(day);
    if (!cells) {
      cells = new Int32Array(CELLS_A_DAY);
      hours.set(day, cells);
    }
    const cell = (hour % HOURS_A_DAY) * CLASS_COUNT + classIndex(call.class);
    cells[cell] = (cells[cell] ?? 0) + sign;
  }
  const deltas: CounterDelta[] = [...named.values()];
  for (const [at, cells] of hours) deltas.push({ org, unit: 'day', dimension: 'hours', at, cells });
  return deltas;
}

/** A stored counter with a difference put on it; undefined when nothing is left to count. */
export function addDelta(
  stored: NamedCounter | HoursCounter | undefined,
  delta: CounterDelta,
): NamedCounter | HoursCounter | undefined {
  if (delta.dimension === 'hours') {
    const cells = new Uint32Array(CELLS_A_DAY);
    if (stored?.dimension === 'hours') cells.set(stored.cells.subarray(0, CELLS_A_DAY));
    for (const [cell, difference] of delta.cells.entries()) {
      if (difference) cells[cell] = Math.max(0, (cells[cell] ?? 0) + difference);
    }
    return cells.some((count) => count > 0) ? { ...delta, cells } : undefined;
  }
  const counts = stored && stored.dimension !== 'hours' ? stored.counts : new Map<string, number>();
  for (const [name, difference] of delta.counts) {
    const count = (counts.get(name) ?? 0) + difference;
    if (count > 0) counts.set(name, count);
    else counts.delete(name);
  }
  return counts.size > 0 ? { ...delta, counts } : undefined;
}
