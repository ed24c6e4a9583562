import { DAY, MINUTE } from '../time.ts';

/** A difference of clocks below this is the answer's way and the header's whole seconds. */
export const CLOCK_TOLERANCE: number = MINUTE;

/**
 * Whether a pause that an answer ordered still holds. It is void when the clock was set back since, for it would last as
 * much longer: a pause begins with the answer, and that would lie in the future now. One of more than a day says so by
 * itself. Times in milliseconds since 1970, by the local clock.
 * @param lastRequest when the last request was made; 0 when there was none.
 */
export function pauseHolds(until: number, lastRequest: number, now: number): boolean {
  return until > now && until <= now + DAY && lastRequest <= now + CLOCK_TOLERANCE;
}
