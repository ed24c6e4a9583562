import { array, check, custom, type GenericSchema, pipe, record, regex, string, transform } from 'valibot';
import { isDay } from '../calendar/day.ts';

/**
 * The smallest shapes that messages and stored records are made of. Text of the page is never refused for its
 * length, it is cut: a row with 100 kB in it must not silence the verdicts of all others.
 */

/** The longest entry worth keeping: twice the 2,048 characters a valid one may have, so that a cut one stays invalid. */
export const MAX_ENTRY = 4_096;
/** The longest text that is looked at: what somebody pastes as an error message. UTF-16 units. */
export const MAX_TEXT = 1_048_576;
/** The most entries a list may have. Atlassian names no limit; a file may hold 100,000 rows. */
export const MAX_ENTRIES = 100_000;
/** The most rows or entries in one message. */
export const MAX_CHUNK = 2_000;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** An organization's id: a UUID, in lower case. */
export const organizationId: GenericSchema<string> = pipe(
  string(),
  regex(UUID),
  transform((id) => id.toLowerCase()),
);

/** Any string, cut to `max` UTF-16 units. */
export function cutText(max: number): GenericSchema<string> {
  return pipe(
    string(),
    transform((text) => (text.length > max ? text.slice(0, max) : text)),
  );
}

/** One entry of a list. */
export const entryText: GenericSchema<string> = cutText(MAX_ENTRY);

/** A whole number between two bounds, both included. */
export function wholeBetween(least: number, most: number): GenericSchema<unknown, number> {
  return custom<number>(
    (value) => Number.isInteger(value) && least <= Number(value) && Number(value) <= most,
  );
}

/** Milliseconds since 1970, up to the year 2100. */
export const instant: GenericSchema<unknown, number> = wholeBetween(0, 4_102_444_800_000);

/** A day of the calendar, `YYYY-MM-DD`. */
export const calendarDay: GenericSchema<string> = pipe(string(), check(isDay));

/** A count or an index. */
export const wholeNumber: GenericSchema<unknown, number> = wholeBetween(0, 1_000_000_000);

/** An array with at most `most` items. */
export function listOf<Item>(
  item: GenericSchema<unknown, Item>,
  most: number,
): GenericSchema<unknown, Item[]> {
  return pipe(
    array(item),
    check((items) => items.length <= most),
  );
}

/** An id that one of our own scripts made up: letters, digits and hyphens. */
export const madeUpId: GenericSchema<string> = pipe(string(), regex(/^[A-Za-z0-9-]{8,64}$/));

/** A record of texts with at most `max` names; names and values are cut. */
export function textRecord(max: number, valueLength: number): GenericSchema<Record<string, string>> {
  return pipe(
    record(cutText(256), cutText(valueLength)),
    check((value) => Object.keys(value).length <= max),
  );
}
