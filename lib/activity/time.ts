/** Hours and days of counters are counted in UTC since 1970, so that a change of the clock never moves a count. */

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
export const HOURS_A_DAY = 24;

/** The whole hour in which a time lies, in hours since 1970. */
export function hourOf(time: number): number {
  return Math.floor(time / HOUR);
}

/** The UTC day in which a time lies, in days since 1970. */
export function dayOf(time: number): number {
  return Math.floor(time / DAY);
}

/** Times outside these are mistakes, not events: 2000 to 2100. */
const EARLIEST = Date.UTC(2000, 0, 1);
const LATEST = Date.UTC(2100, 0, 1);

/** Whether a number is a time that an event can have, in milliseconds since 1970. */
export function isPlausibleTime(time: number): boolean {
  return Number.isInteger(time) && time >= EARLIEST && time < LATEST;
}

const ISO = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?) ?(Z|UTC|[+-]\d{2}:?\d{2})?$/i;

/**
 * Reads a time as the API writes it: ISO 8601 or epoch milliseconds. A time without a zone is UTC, since the API has
 * no other. Answers milliseconds since 1970, or undefined.
 */
export function readTime(value: unknown): number | undefined {
  if (typeof value === 'number') return isPlausibleTime(value) ? value : undefined;
  if (typeof value !== 'string' || value.length > 40) return undefined;
  const match = ISO.exec(value.trim());
  if (!match) return undefined;
  const zone = !match[3] || /^(?:z|utc)$/i.test(match[3]) ? 'Z' : match[3].replace(/^(...):?/, '$1:');
  const time = Date.parse(`${match[1]}T${match[2]}${zone}`);
  return isPlausibleTime(time) ? time : undefined;
}
