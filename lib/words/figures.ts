import { once } from './language.ts';

/** Numbers, shares and times as the reader's language writes them. */

const number = once((language) => new Intl.NumberFormat(language));
const percent = once(
  (language) => new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }),
);
const relative = once((language) => new Intl.RelativeTimeFormat(language, { numeric: 'auto' }));

/** A whole number. */
export function figure(count: number): string {
  return number().format(count);
}

/** @param part from 0 to 1 */
export function share(part: number): string {
  return percent().format(part);
}

const toTheSecond = once(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }),
);
const toTheMinute = once(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short' }),
);

/** A day and a time of day, in the reader's own time zone. `time` in milliseconds since 1970. */
export function moment(time: number, exact: 'second' | 'minute' = 'second'): string {
  return (exact === 'second' ? toTheSecond() : toTheMinute()).format(time);
}

const UNITS = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

/**
 * How long ago something was, in words: "3 days ago", "yesterday", "now". Both in milliseconds since 1970. A time in
 * the future (a clock that was set back) reads as now.
 */
export function ageInWords(time: number, now: number): string {
  const age = Math.max(0, now - time);
  for (const [unit, length] of UNITS) {
    if (age >= length) return relative().format(-Math.floor(age / length), unit);
  }
  return relative().format(0, 'second');
}
