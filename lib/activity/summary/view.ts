import { problem } from '../problems.ts';
import type { ActivityDatabase } from '../stores.ts';
import { WINDOWS } from './count-range.ts';
import { hourlyLimit, type Plan } from './limits.ts';
import { readReadySummary } from './ready.ts';
import { readStatus, type SyncStatus } from './status.ts';
import { type ActivitySummary, readSummary } from './summary.ts';
import type { ActivityBar, ActivityState, ActivityView, ActivityWindow } from './view-types.ts';

/** From the stored figures to what the popup shows. */

export interface Facts {
  summary: ActivitySummary;
  status: SyncStatus;
  /** A sync of the organization is running. */
  syncing: boolean;
  /** A key can be read, or the admin's session is used. */
  hasSource: boolean;
  /** The key is stored, and the passphrase was not given yet. */
  locked: boolean;
  plan?: { plan: Plan; users: number };
}

/** Figures older than this get a caution, in milliseconds: the alarm comes four times in it. */
const STALE_AFTER = 3_600_000;

/** These only say why it takes longer; the sync goes on by itself. */
const WAITING: readonly string[] = ['rate-limited'];

/** Which of the six states it is; what runs now goes before what failed, and both before age. */
export function stateOf({ summary, status, syncing, hasSource, locked }: Facts, now: number): ActivityState {
  const stored = summary.newest.length > 0 || status.syncedAt > 0;
  if (!hasSource && !locked) {
    if (!stored) return 'no-key';
    return summary.total > 0 ? 'ready' : 'empty';
  }
  if (syncing) return 'syncing';
  if (locked) return 'error';
  const code = status.problem?.code;
  if (code !== undefined && code !== 'clock-skew' && !WAITING.includes(code)) return 'error';
  // Between two requests of a long first sync nothing runs; it goes on by itself.
  if (status.syncedAt === 0 || status.completeFrom > summary.from) return 'syncing';
  if (now - status.syncedAt > STALE_AFTER) return 'stale';
  return summary.total > 0 ? 'ready' : 'empty';
}

function barsIn(summary: ActivitySummary): ActivityBar[] {
  return summary.bars.map(({ start, read, write, destructive, other }) => ({
    start,
    reads: read,
    writes: write,
    removals: destructive,
    others: other,
  }));
}

/** What stands out: the busiest hour, the use of tokens, who is new. */
function standsOut({ summary, plan }: Facts): Partial<ActivityView> {
  const { busiestHour, token, newActorCount } = summary;
  const limit = plan ? { limit: hourlyLimit(plan.plan, plan.users) } : {};
  return {
    tokens: { calls: token.calls, of: token.known },
    newcomers: newActorCount,
    ...(busiestHour ? { busiestHour: { calls: busiestHour.count, ...limit } } : {}),
  };
}

/** The view of one organization's window. Pure; `now` is the local clock in milliseconds since 1970. */
export function viewOf(facts: Facts, now: number): ActivityView {
  const { summary, status, locked, hasSource } = facts;
  const { window, from, total, before, newActors } = summary;
  const recent = new Set(newActors.map(({ id }) => id));
  // The window before is told only when it was fetched to its beginning.
  const whole = status.completeFrom <= from - WINDOWS[window] || (!hasSource && before > 0);
  const found = locked ? problem('key-locked') : hasSource ? status.problem : undefined;
  return {
    state: stateOf(facts, now),
    window,
    total,
    bars: barsIn(summary),
    tools: summary.tools,
    actors: summary.actors.map(({ name, label, count }) => ({ name, label, count, isNew: recent.has(name) })),
    events: summary.newest
      .filter(({ time }) => time >= from)
      .map(({ id, time, tool, class: toolClass, actor }) => ({
        id,
        time,
        tool,
        class: toolClass,
        actor: actor.name,
      })),
    ...standsOut(facts),
    ...(whole ? { before } : {}),
    ...(status.syncedAt > 0 ? { syncedAt: status.syncedAt } : {}),
    ...(found ? { problem: found } : {}),
  };
}

/** The view while no organization is known. */
export function nothingKnown(window: ActivityWindow): ActivityView {
  return { state: 'no-key', window, total: 0, bars: [], tools: [], actors: [], events: [] };
}

/** The status of the source that fetched last: with a key and the session both, the newer one counts. */
export async function newerStatus(database: ActivityDatabase, org: string, now: number): Promise<SyncStatus> {
  const [api, session] = await Promise.all([
    readStatus(database, org, 'api', now),
    readStatus(database, org, 'session', now),
  ]);
  return session.syncedAt > api.syncedAt ? session : api;
}

/** What is stored of a window, how far the sync is, and whether the figures had to be counted. Rejects with the database's error. */
export async function readStored(
  database: ActivityDatabase,
  org: string,
  window: ActivityWindow,
  now: number,
  source?: 'api' | 'session',
): Promise<{ summary: ActivitySummary; status: SyncStatus; counted: boolean }> {
  const status = source
    ? await readStatus(database, org, source, now)
    : await newerStatus(database, org, now);
  const request = { org, window, now: now + status.clockOffset };
  const ready = await readReadySummary(database, request);
  const summary = ready ?? (await readSummary(database, request));
  return { summary, status, counted: ready === undefined };
}
