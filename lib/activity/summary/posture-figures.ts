import { isApiToken } from '../auth-type.ts';
import type { ActivityDatabase } from '../stores.ts';
import { DAY } from '../time.ts';
import { TOOL_CLASSES, type ToolClass } from '../types.ts';
import { countRange, type ReadTransaction } from './count-range.ts';

/** What the posture rules ask of activity: counts of the last 30 and 7 days, and who wrote for the first time. */
export interface PostureFigures {
  last30Days: { reads: number; writes: number; removals: number; unknown: number };
  removalsLast7Days: number;
  tokenCallsLast7Days: number;
  /** Names of those whose first change lies in the last 24 hours, latest first; at most `MAX_NAMES`. */
  newWriters: string[];
  /** Calls in the busiest UTC hour of the last 7 days. */
  busiestHourCalls: number;
}

const MAX_NAMES = 20;

type Part = keyof PostureFigures['last30Days'];
const PART_OF: Readonly<Record<ToolClass, Part | undefined>> = {
  read: 'reads',
  search: 'reads',
  write: 'writes',
  delete: 'removals',
  manage: 'removals',
  meta: 'reads',
  unknown: 'unknown',
};

function parts(hours: ReadonlyMap<number, readonly number[]>): Record<Part, number> {
  const sums: Record<Part, number> = { reads: 0, writes: 0, removals: 0, unknown: 0 };
  for (const classes of hours.values()) {
    for (const [index, count] of classes.entries()) {
      const name = TOOL_CLASSES[index];
      const part = name && PART_OF[name];
      if (part) sums[part] += count;
    }
  }
  return sums;
}

/**
 * Reads everything in one transaction, from counters and the records of actors. `now` is milliseconds since 1970 by
 * Atlassian's clock. Rejects with the database's error.
 */
export async function readPostureFigures(
  database: ActivityDatabase,
  org: string,
  now: number,
): Promise<PostureFigures> {
  const transaction: ReadTransaction = database.transaction(['events', 'counters', 'actors'], 'readonly');
  const to = now + 1;
  const ofOrganization = IDBKeyRange.bound([org], [org, []]);
  const [month, week, actors] = await Promise.all([
    countRange(transaction, org, to - 30 * DAY, to, []),
    countRange(transaction, org, to - 7 * DAY, to, ['auth']),
    transaction.objectStore('actors').getAll(ofOrganization),
  ]);
  let tokenCalls = 0;
  for (const [name, count] of week.names.get('auth') ?? []) if (isApiToken(name)) tokenCalls += count;
  let busiest = 0;
  for (const classes of week.hours.values()) {
    busiest = Math.max(
      busiest,
      classes.reduce((sum, count) => sum + count, 0),
    );
  }
  const newWriters = actors
    .filter(({ firstWrite = 0 }) => firstWrite > now - DAY && firstWrite <= now)
    .sort((a, b) => (b.firstWrite ?? 0) - (a.firstWrite ?? 0) || (a.id < b.id ? -1 : 1))
    .slice(0, MAX_NAMES)
    .map(({ name }) => name);
  return {
    last30Days: parts(month.hours),
    removalsLast7Days: parts(week.hours).removals,
    tokenCallsLast7Days: tokenCalls,
    newWriters,
    busiestHourCalls: busiest,
  };
}
