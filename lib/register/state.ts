import { isOverdue } from '../calendar/day.ts';
import type { RegisterRecord } from './types.ts';

/** What the register says about the console's list as it was last read. */
export interface RegisterState {
  /** Entries whose review day has passed, in the list's order. */
  overdue: string[];
  /** Entries that nobody is named for. */
  unowned: string[];
  /** What is written down about entries that are not in the list any more. */
  gone: string[];
}

/**
 * @param list the console's entries; null when it was never read, and then only what is written down counts.
 * @param today a day, `YYYY-MM-DD`, in the admin's own time zone.
 */
export function registerState(
  list: readonly string[] | null,
  records: readonly RegisterRecord[],
  today: string,
): RegisterState {
  const byPattern = new Map(records.map((record) => [record.pattern, record]));
  const entries = list ?? records.map(({ pattern }) => pattern);
  const listed = new Set(entries);
  return {
    overdue: entries.filter((entry) => isOverdue(byPattern.get(entry)?.reviewBy, today)),
    unowned: entries.filter((entry) => (byPattern.get(entry)?.owner ?? '') === ''),
    gone: list ? records.map(({ pattern }) => pattern).filter((pattern) => !listed.has(pattern)) : [],
  };
}
