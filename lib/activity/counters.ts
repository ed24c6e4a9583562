import {
  type ClassCounter,
  type CounterRecord,
  type DayCounter,
  type HourCounter,
  NAMED_DIMENSIONS,
  type NamedDimension,
} from './stores.ts';
import { dayOf, HOURS_A_DAY, hourOf } from './time.ts';
import { type AuditCall, TOOL_CLASSES, type ToolClass } from './types.ts';

/** What one event adds to the counters. Pure: from calls to differences, which are then put on the stored counters. */

const CLASS_COUNT: number = TOOL_CLASSES.length;
const CELLS_A_DAY: number = HOURS_A_DAY * CLASS_COUNT;

/** The index of a class in a day's cells; a class that this build doesn't know counts as `unknown`. */
function classIndex(toolClass: ToolClass): number {
  const index = TOOL_CLASSES.indexOf(toolClass);
  return index < 0 ? TOOL_CLASSES.indexOf('unknown') : index;
}

/** The name under which a call counts in a dimension; '' when the event does not tell. */
function nameIn(call: AuditCall, dimension: NamedDimension): string {
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

export type CounterDelta = DayCounter | HourCounter | (Omit<ClassCounter, 'cells'> & { cells: Int32Array });

function bump<Key>(counts: Map<Key, number>, key: Key, by: number): void {
  const count = (counts.get(key) ?? 0) + by;
  if (count === 0) counts.delete(key);
  else counts.set(key, count);
}

/** The value under a key, made when it is missing. */
function have<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  const known = map.get(key);
  if (known !== undefined) return known;
  const made = make();
  map.set(key, made);
  return made;
}

/** The differences that these calls of one organization make, each counter once; `sign` is -1 to take them back. */
export function deltasOf(org: string, calls: Iterable<AuditCall>, sign: 1 | -1 = 1): CounterDelta[] {
  const days = new Map<number, { byDay: DayCounter[]; byHour: HourCounter[]; cells: Int32Array }>();
  for (const call of calls) {
    const at = dayOf(call.time);
    const hour = hourOf(call.time) % HOURS_A_DAY;
    const day = have(days, at, () => ({
      byDay: NAMED_DIMENSIONS.map(
        (dimension): DayCounter => ({ org, unit: 'day', dimension, at, counts: new Map() }),
      ),
      byHour: NAMED_DIMENSIONS.map(
        (dimension): HourCounter => ({ org, unit: 'hour', dimension, at, hours: new Map() }),
      ),
      cells: new Int32Array(CELLS_A_DAY),
    }));
    for (const counter of day.byDay) bump(counter.counts, nameIn(call, counter.dimension), sign);
    for (const counter of day.byHour) {
      bump(
        have(counter.hours, hour, () => new Map<string, number>()),
        nameIn(call, counter.dimension),
        sign,
      );
    }
    const cell = hour * CLASS_COUNT + classIndex(call.class);
    day.cells[cell] = (day.cells[cell] ?? 0) + sign;
  }
  return [...days].flatMap(([at, { byDay, byHour, cells }]) => [
    ...byDay,
    ...byHour,
    { org, unit: 'hour' as const, dimension: 'class' as const, at, cells },
  ]);
}

function addCounts(
  counts: Map<string, number>,
  difference: ReadonlyMap<string, number>,
): Map<string, number> {
  for (const [name, by] of difference) bump(counts, name, Math.max(by, -(counts.get(name) ?? 0)));
  return counts;
}

/** A stored counter with a difference put on it; undefined when nothing is left to count. */
export function addDelta(stored: CounterRecord | undefined, delta: CounterDelta): CounterRecord | undefined {
  if ('cells' in delta) {
    const cells = new Uint32Array(CELLS_A_DAY);
    if (stored && 'cells' in stored) cells.set(stored.cells.subarray(0, CELLS_A_DAY));
    for (const [cell, difference] of delta.cells.entries()) {
      if (difference) cells[cell] = Math.max(0, (cells[cell] ?? 0) + difference);
    }
    return cells.some((count) => count > 0) ? { ...delta, cells } : undefined;
  }
  if ('counts' in delta) {
    const counts = addCounts(stored && 'counts' in stored ? stored.counts : new Map(), delta.counts);
    return counts.size > 0 ? { ...delta, counts } : undefined;
  }
  const hours = stored && 'hours' in stored ? stored.hours : new Map<number, Map<string, number>>();
  for (const [hour, difference] of delta.hours) {
    const counts = addCounts(hours.get(hour) ?? new Map(), difference);
    if (counts.size > 0) hours.set(hour, counts);
    else hours.delete(hour);
  }
  return hours.size > 0 ? { ...delta, hours } : undefined;
}
