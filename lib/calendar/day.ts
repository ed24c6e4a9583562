/** Days as the register and the admin write them, `YYYY-MM-DD`: review dates are days, not moments. */

/** Whether a text is a day of the calendar: 30 February is none. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** The day where the admin is. `time` is milliseconds since 1970. */
export function localDay(time: number): string {
  const date = new Date(time);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/**
 * Whether a review is overdue, from the day after. A text that is no day never is: it may be read as a day before and as
 * one to come (`01/02/2027`).
 *
 * @param today as `localDay` gives it
 */
export function isOverdue(reviewBy: string | undefined, today: string): boolean {
  return reviewBy !== undefined && isDay(reviewBy) && reviewBy < today;
}
