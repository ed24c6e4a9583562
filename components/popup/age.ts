const UNITS = [
  ['year', 365 * 86_400_000],
  ['month', 30 * 86_400_000],
  ['week', 7 * 86_400_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
] as const;

const format = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/**
 * How long ago something was, in words: "3 days ago", "yesterday", "now". Both in milliseconds since 1970. A time in
 * the future (a clock that was set back) reads as now.
 */
export function ageInWords(time: number, now: number): string {
  const age = Math.max(0, now - time);
  for (const [unit, length] of UNITS) {
    if (age >= length) return format.format(-Math.floor(age / length), unit);
  }
  return format.format(0, 'second');
}

/** A status older than this (ms) is shown with a caution: a week, in which other admins may well have been there. */
export const STALE_AFTER = 7 * 86_400_000;
