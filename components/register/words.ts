import type { RegisterField } from '../../lib/register/types.ts';
import { door } from '../../lib/words/door.ts';
import { plural, say } from '../../lib/words/say.ts';

/** The words of the register's page. */

export const fields: Record<RegisterField, string> = door('register_field');

export const register = door('register_page', {
  merged: (name: string, entries: number) => plural('register_page_merged', entries, { name }),
  conflicts: (count: number) => plural('register_page_conflicts', count),
  more: (count: number) => plural('register_page_more', count),
});

export const problems = door('register_problem', {
  unread: (places: string) => say('register_problem_unread', { places }),
  oddDates: (dates: string) => say('register_problem_oddDates', { dates }),
});
