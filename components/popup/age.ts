export { ageInWords } from '../../lib/words/figures.ts';

/** A status older than this (ms) is shown with a caution: a week, in which other admins may well have been there. */
export const STALE_AFTER = 7 * 86_400_000;
