import { expect, test } from 'vitest';
import { isDay, isOverdue, localDay } from '../../../lib/calendar/day.ts';

test.each(['2027-01-31', '2028-02-29', '0001-01-01'])('%s is a day', (text) => {
  expect(isDay(text)).toBe(true);
});

test.each(['', ' 2027-01-31', '2027-1-31', '2027-02-30', '2027-13-01', '31.01.2027', 'soon'])(
  '“%s” is none',
  (text) => expect(isDay(text)).toBe(false),
);

test('the admin’s day is that of their own clock, from midnight to midnight', () => {
  expect(localDay(new Date(2026, 10, 25, 0, 0, 0).getTime())).toBe('2026-11-25');
  expect(localDay(new Date(2026, 10, 25, 23, 59, 59).getTime())).toBe('2026-11-25');
});

test('a review is overdue from the day after, and never by a text that is no day', () => {
  const overdue = (reviewBy: string | undefined) => isOverdue(reviewBy, '2026-11-25');
  expect([overdue('2026-11-24'), overdue('2026-11-25'), overdue('2026-11-26')]).toEqual([true, false, false]);
  expect(['01/02/2020', '2020-02-30', '', undefined].filter(overdue)).toEqual([]);
});
