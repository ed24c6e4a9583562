import { UNTOLD } from '../../components/activity/filter-bar.tsx';
import type { Choice } from '../../components/activity/model.ts';
import type { DeskRange, DeskView } from '../../lib/activity/table/desk.ts';
import { startOf } from './address.ts';

const DAYS = { '24h': 1, '7d': 7, '30d': 30, '90d': 90, '180d': 180 } as const;
const DAY = 86_400_000;

export function rangeOf({ range, from, to }: Choice): DeskRange {
  if (range !== 'custom') return { last: DAYS[range] * DAY };
  const start = startOf(from);
  return { from: start, to: Math.max(start, startOf(to, 1)) };
}

/** What the desk is asked for when this is chosen. */
export function viewOf(org: string, choice: Choice, clockOffset: number): DeskView {
  const { text, person, tool, app, class: toolClass, sort, descending } = choice;
  const one = (value: string) => [value === UNTOLD ? '' : value];
  return {
    org,
    range: rangeOf(choice),
    clockOffset,
    query: {
      sort,
      descending,
      ...(text.trim() ? { text } : {}),
      ...(person ? { actors: one(person) } : {}),
      ...(tool ? { tools: one(tool) } : {}),
      ...(app ? { apps: one(app) } : {}),
      ...(toolClass ? { classes: [toolClass] } : {}),
    },
  };
}
