import { expect, it } from 'vitest';
import type { SyncStatus } from '../../../../lib/activity/summary/status.ts';
import type { ActivitySummary } from '../../../../lib/activity/summary/summary.ts';
import { type Facts, stateOf, viewOf } from '../../../../lib/activity/summary/view.ts';
import { makeCall } from '../support.ts';

const NOW = Date.UTC(2026, 10, 25, 12);
const DAY = 86_400_000;

const summary = (total: number): ActivitySummary => ({
  window: '24h',
  from: NOW - DAY + 1,
  to: NOW + 1,
  total,
  before: 4,
  byClass: { read: total, search: 0, write: 0, delete: 0, manage: 0, meta: 0, unknown: 0 },
  bars: [],
  tools: [],
  actors: [],
  actorCount: 0,
  newActors: [],
  newActorCount: 0,
  token: { calls: 0, known: total },
  newest: total > 0 ? [makeCall({ time: NOW - 1 })] : [],
});
const status = (more: Partial<SyncStatus> = {}): SyncStatus => ({
  source: 'api',
  syncedAt: NOW - 60_000,
  stopped: false,
  waitingUntil: 0,
  filling: false,
  completeFrom: NOW - 180 * DAY,
  clockOffset: 0,
  ...more,
});
const facts = (more: Partial<Facts> = {}): Facts => ({
  summary: summary(3),
  status: status(),
  syncing: false,
  hasSource: true,
  locked: false,
  ...more,
});
const trouble = (code: string) => ({ code, message: 'What happened.' });

it.each<[string, Partial<Facts>, string]>([
  [
    'nothing stored, nothing to ask',
    { summary: summary(0), status: status({ syncedAt: 0 }), hasSource: false },
    'no-key',
  ],
  ['an imported log without a key', { status: status({ syncedAt: 0 }), hasSource: false }, 'ready'],
  ['a forgotten key, nothing lately', { summary: summary(0), hasSource: false }, 'empty'],
  ['figures of now', {}, 'ready'],
  ['no calls in the window', { summary: summary(0) }, 'empty'],
  ['a sync under way', { syncing: true, status: status({ problem: trouble('offline') }) }, 'syncing'],
  ['the window not fetched to its start', { status: status({ completeFrom: NOW - 1_000 }) }, 'syncing'],
  ['asked to slow down', { status: status({ syncedAt: 0, problem: trouble('rate-limited') }) }, 'syncing'],
  ['a locked key', { hasSource: false, locked: true }, 'error'],
  ['a refused key', { status: status({ stopped: true, problem: trouble('unauthorised') }) }, 'error'],
  ['a wrong clock', { status: status({ problem: trouble('clock-skew') }) }, 'ready'],
  ['figures of two hours ago', { status: status({ syncedAt: NOW - 2 * 3_600_000 }) }, 'stale'],
])('%s', (_, more, state) => {
  expect(stateOf(facts(more), NOW)).toBe(state);
});

it('tells the window before only when it was fetched to its beginning', () => {
  expect(viewOf(facts(), NOW).before).toBe(4);
  expect(viewOf(facts({ status: status({ completeFrom: NOW - DAY - 5 }) }), NOW).before).toBeUndefined();
});

it('tells the limit of the plan, and no problem that belongs to a source which is off', () => {
  const busy = { ...summary(3), busiestHour: { start: NOW - 3_600_000, count: 3 } };
  const view = viewOf(facts({ summary: busy, plan: { plan: 'premium', users: 100 } }), NOW);
  expect(view.busiestHour).toEqual({ calls: 3, limit: 3_000 });
  const off = facts({ hasSource: false, status: status({ problem: trouble('session-withdrawn') }) });
  expect(viewOf(off, NOW).problem).toBeUndefined();
});
