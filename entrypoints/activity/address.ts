import { type Choice, COLUMNS, RANGES } from '../../components/activity/model.ts';
import { TOOL_CLASSES, type ToolClass } from '../../lib/activity/types.ts';
import { isDay, localDay } from '../../lib/calendar/day.ts';

/** What is chosen stands in the page's address, so that a reload keeps it and a bookmark leads back to it. */

const DAY = 86_400_000;

/** The longest text that is taken from an address. */
const LONGEST = 500;

/** Where a day begins, or the day after it, in milliseconds since 1970; by the browser's zone. */
export function startOf(day: string, after = 0): number {
  const [year = 1970, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date + after).getTime();
}

function oneOf<Value extends string>(values: readonly Value[], text: string | null): Value | undefined {
  return values.find((value) => value === text);
}

/** The choice in an address; what it doesn't tell, or tells wrongly, is as at first. */
export function readChoice(search: string, now: number): Choice {
  const found = new URLSearchParams(search);
  const text = (name: string) => (found.get(name) ?? '').slice(0, LONGEST);
  const day = (name: string, otherwise: number) => (isDay(text(name)) ? text(name) : localDay(otherwise));
  const sort = oneOf(COLUMNS, found.get('sort')) ?? 'time';
  const order = oneOf(['up', 'down'], found.get('order'));
  return {
    range: oneOf([...RANGES, 'custom' as const], found.get('range')) ?? '7d',
    from: day('from', now - 6 * DAY),
    to: day('to', now),
    text: text('text'),
    person: text('person'),
    tool: text('tool'),
    app: text('app'),
    class: oneOf<ToolClass>(TOOL_CLASSES, found.get('class')) ?? '',
    sort,
    descending: order === undefined ? sort === 'time' : order === 'down',
  };
}

/** The address's part after the page's name, for an organization and a choice. */
export function writeChoice(org: string, choice: Choice): string {
  const { range, from, to, descending, ...others } = choice;
  const address = new URLSearchParams({ org, range });
  if (range === 'custom') for (const [name, day] of Object.entries({ from, to })) address.set(name, day);
  for (const [name, value] of Object.entries(others)) if (value) address.set(name, value);
  address.set('order', descending ? 'down' : 'up');
  return `?${address}`;
}
