import { MONITOR_LINK, PERMISSIONS_LINK, SETTINGS_LINK } from '../links.ts';
import type { PostureActivity, PostureRule } from '../types.ts';

const DAY = 86_400_000;
const QUIET_DAYS = 30;
/** The share of the hourly limit from which on calls may soon be refused. */
const NEAR_LIMIT = 0.8;
/** Days without a fetch after which the figures say little about today. */
const STALE_DAYS = 2;

/** Whether events of the last 30 days are all there: only then does "none" mean that nothing happened. */
function coversQuietDays(activity: PostureActivity, now: number): boolean {
  return activity.completeFrom <= now - QUIET_DAYS * DAY && activity.completeTo >= now - STALE_DAYS * DAY;
}

const total = ({ reads, writes, removals, unknown }: PostureActivity['last30Days']) =>
  reads + writes + removals + unknown;

export const ACTIVITY_RULES: readonly PostureRule[] = [
  {
    id: 'P401',
    level: 'warn',
    link: MONITOR_LINK,
    check: ({ activity }) => {
      const names = activity?.newWriters ?? [];
      return names.length > 0 ? { evidence: names } : undefined;
    },
  },
  {
    id: 'P402',
    level: 'warn',
    link: MONITOR_LINK,
    check: ({ activity }) =>
      activity && activity.removalsLast7Days > 0
        ? { params: { count: activity.removalsLast7Days } }
        : undefined,
  },
  {
    id: 'P403',
    level: 'warn',
    link: SETTINGS_LINK,
    check: ({ activity }) =>
      activity && activity.tokenCallsLast7Days > 0
        ? { params: { count: activity.tokenCallsLast7Days } }
        : undefined,
  },
  {
    id: 'P404',
    level: 'warn',
    link: MONITOR_LINK,
    check({ activity }) {
      const { calls = 0, limit } = activity?.busiestHour ?? {};
      return limit !== undefined && calls >= limit * NEAR_LIMIT
        ? { params: { count: calls, limit } }
        : undefined;
    },
  },
  {
    id: 'P405',
    level: 'info',
    link: PERMISSIONS_LINK,
    check(input) {
      const write = input.settings.permissions.write;
      if (write !== 'allowed' && write !== 'partial') return undefined;
      if (!input.activity || !coversQuietDays(input.activity, input.now)) return undefined;
      const { writes, unknown } = input.activity.last30Days;
      // A call whose class isn't told may have been a write.
      return writes === 0 && unknown === 0 && total(input.activity.last30Days) > 0 ? {} : undefined;
    },
  },
  {
    id: 'P406',
    level: 'info',
    link: MONITOR_LINK,
    check: (input) =>
      input.activity && coversQuietDays(input.activity, input.now) && total(input.activity.last30Days) === 0
        ? {}
        : undefined,
  },
  {
    id: 'P407',
    level: 'info',
    link: MONITOR_LINK,
    check({ activity, now }) {
      if (!activity || activity.completeTo === 0) return undefined;
      const days = Math.floor((now - activity.completeTo) / DAY);
      return days >= STALE_DAYS ? { params: { count: days } } : undefined;
    },
  },
];
