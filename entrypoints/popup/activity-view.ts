import type {
  ActivityBar,
  ActivityState,
  ActivityView,
  ActivityWindow,
} from '../../components/popup/model.ts';
import type { ActivityDatabase } from '../../lib/activity/stores.ts';
import {
  type ActivitySummary,
  hourlyLimit,
  type Plan,
  readStatus,
  readSummary,
  type SyncStatus,
  WINDOWS,
} from '../../lib/activity/summary/index.ts';

/** From the stored figures to what the popup shows. Read from the database directly: no worker has to be started. */

export interface Facts {
  summary: ActivitySummary;
  status: SyncStatus;
  /** A sync of the organization is running in some context. */
  syncing: boolean;
  /** A key can be read, or the admin's session is used. */
  hasSource: boolean;
  /** The key is stored, and the passphrase was not given yet. */
  locked: boolean;
  plan?: { plan: Plan; users: number };
}

/** Figures older than this get a caution, in milliseconds: the alarm comes four times in it. */
const STALE_AFTER = 3_600_000;

export const LOCKED = {
  code: 'key-locked',
  message:
    'The API key is locked. Unlock it with your passphrase in the options, and new events are fetched.',
};

/** Which of the six states it is; what runs now goes before what failed, and both before age. */
export function stateOf({ summary, status, syncing, hasSource, locked }: Facts, now: number): ActivityState {
  const stored = summary.total > 0 || summary.newest.length > 0 || status.syncedAt > 0;
  if (!hasSource && !locked) {
    if (summary.newest.length === 0) return 'no-key';
    return summary.total > 0 ? 'ready' : 'empty';
  }
  if (syncing) return 'syncing';
  if (locked) return stored ? 'error' : 'no-key';
  if (status.problem && status.problem.code !== 'clock-skew') return 'error';
  // Between two requests of a long first sync nothing runs; it goes on by itself.
  if (status.syncedAt === 0 || status.completeFrom > summary.from) return 'syncing';
  if (now - status.syncedAt > STALE_AFTER) return 'stale';
  return summary.total > 0 ? 'ready' : 'empty';
}

const HOUR = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const DAY = new Intl.DateTimeFormat('en', { weekday: 'short', day: 'numeric', month: 'short' });

export function viewOf(facts: Facts, now: number): ActivityView {
  const { summary, status, locked, hasSource, plan } = facts;
  const { window, total, busiestHour, token, newActors } = summary;
  const recent = new Set(newActors.map(({ id }) => id));
  const format = window === '24h' ? HOUR : DAY;
  const bars = summary.bars.map(
    ({ start, read, write, destructive, other }): ActivityBar => ({
      start,
      label: format.format(start),
      reads: read,
      writes: write,
      removals: destructive,
      others: other,
    }),
  );
  // The window before is told only when it was fetched to its beginning.
  const whole = status.completeFrom <= summary.from - WINDOWS[window] || (!hasSource && summary.before > 0);
  const problem = locked ? LOCKED : status.problem;
  return {
    state: stateOf(facts, now),
    window,
    total,
    bars,
    tools: summary.tools,
    actors: summary.actors.map(({ name, label, count }) => ({ name, label, count, isNew: recent.has(name) })),
    events: summary.newest
      .filter(({ time }) => time >= summary.from)
      .map(({ id, time, tool, class: toolClass, actor }) => ({
        id,
        time,
        tool,
        class: toolClass,
        actor: actor.name,
      })),
    tokens: { calls: token.calls, of: token.known },
    ...(whole ? { before: summary.before } : {}),
    ...(busiestHour
      ? {
          busiestHour: {
            calls: busiestHour.count,
            ...(plan ? { limit: hourlyLimit(plan.plan, plan.users) } : {}),
          },
        }
      : {}),
    ...(status.syncedAt > 0 ? { syncedAt: status.syncedAt } : {}),
    ...(problem ? { problem } : {}),
  };
}

/** What is stored of a window, and how far the sync is. Rejects with the database's error. */
export async function readStored(
  database: ActivityDatabase,
  org: string,
  window: ActivityWindow,
  now: number,
): Promise<{ summary: ActivitySummary; status: SyncStatus }> {
  const [api, session] = await Promise.all([
    readStatus(database, org, 'api', now),
    readStatus(database, org, 'session', now),
  ]);
  const status = session.syncedAt > api.syncedAt ? session : api;
  const summary = await readSummary(database, { org, window, now: now + status.clockOffset });
  return { summary, status };
}
