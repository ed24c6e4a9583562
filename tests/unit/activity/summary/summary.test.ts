import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ingest } from '../../../../lib/activity/ingest.ts';
import type { ActivityDatabase } from '../../../../lib/activity/stores.ts';
import { countRange, totalOfRange } from '../../../../lib/activity/summary/count-range.ts';
import { barsOf, hourlyLimit, readSummary } from '../../../../lib/activity/summary/index.ts';
import { describeStatus } from '../../../../lib/activity/summary/status.ts';
import { rank } from '../../../../lib/activity/summary/summary.ts';
import { initialState } from '../../../../lib/activity/sync/state.ts';
import { makeCall, ORG, openFresh } from '../support.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const BASE = Date.UTC(2026, 10, 1);

let database: ActivityDatabase;
beforeEach(async () => {
  database = await openFresh();
});
afterEach(() => database.close());

describe('countRange', () => {
  it('is exact for any stretch of time, to the millisecond', async () => {
    // Times crowd around the edges of hours and days, where mistakes would be.
    const time = fc
      .tuple(fc.nat(80), fc.constantFrom(-1, 0, 1, 5, HOUR / 2 - 1, HOUR / 2, HOUR / 2 + 1, HOUR - 1))
      .map(([hour, offset]) => BASE + hour * HOUR + offset);
    const calls = await Promise.all(
      fc
        .sample(
          fc.tuple(time, fc.constantFrom('a', 'b'), fc.constantFrom('read' as const, 'write' as const)),
          { numRuns: 400, seed: 42 },
        )
        .map(async ([at, tool, toolClass]) => makeCall({ time: at, tool, class: toolClass })),
    );
    await ingest(database, ORG, calls);
    await fc.assert(
      fc.asyncProperty(time, time, async (one, two) => {
        const [from, to] = [Math.min(one, two), Math.max(one, two) + HOUR];
        const inside = calls.filter((call) => call.time >= from && call.time < to);
        const transaction = database.transaction(['events', 'counters', 'actors'], 'readonly');
        const [counts, total] = await Promise.all([
          countRange(transaction, ORG, from, to, ['tool']),
          totalOfRange(transaction, ORG, from, to),
        ]);
        expect(counts.total).toBe(inside.length);
        expect(total).toBe(inside.length);
        for (const tool of ['a', 'b']) {
          expect(counts.names.get('tool')?.get(tool) ?? 0).toBe(
            inside.filter((call) => call.tool === tool).length,
          );
        }
        const bars = barsOf(counts.hours, from, to, 'hour');
        expect(bars.reduce((sum, { read }) => sum + read, 0)).toBe(
          inside.filter((call) => call.class === 'read').length,
        );
      }),
      // The last hour that both cut begins at midnight.
      { numRuns: 150, examples: [[BASE + 3 * DAY - HOUR + 5, BASE + 3 * DAY - HOUR / 2 + 1]] },
    );
  });
});

describe('readSummary', () => {
  it('has designed figures for an empty cache', async () => {
    const summary = await readSummary(database, { org: ORG, window: '7d', now: BASE });
    expect(summary).toMatchObject({
      total: 0,
      before: 0,
      tools: [],
      actors: [],
      newest: [],
      newActors: [],
      token: { calls: 0, known: 0 },
    });
    expect(summary.busiestHour).toBeUndefined();
    expect(summary.bars.length).toBe(8);
  });

  it('leaves events from the future out, and tells known sign-ins from unknown ones', async () => {
    await ingest(database, ORG, [
      makeCall({ time: BASE, authType: 'api-token' }),
      makeCall({ time: BASE - 1, authType: '' }),
      makeCall({ time: BASE - DAY, tool: 'edge' }),
      makeCall({ time: BASE - DAY + 1, authType: 'API_TOKEN' }),
      makeCall({ time: BASE + 1, tool: 'future' }),
      makeCall({ time: BASE + DAY, tool: 'future' }),
    ]);
    const summary = await readSummary(database, { org: ORG, window: '24h', now: BASE });
    expect(summary).toMatchObject({ total: 3, before: 1, token: { calls: 2, known: 2 } });
    expect(summary.tools).toEqual([{ name: 'getJiraIssue', count: 3 }]);
    expect(summary.newest.map(({ tool }) => tool)).not.toContain('future');
  });

  it('names who was first seen in the window, newest first', async () => {
    const by = (id: string, time: number) =>
      makeCall({ time, actor: { id, name: id.toUpperCase(), kind: 'person' } });
    await ingest(database, ORG, [
      by('old', BASE - 3 * DAY),
      by('old', BASE - 1),
      by('new', BASE - 5),
      by('newer', BASE - 2),
    ]);
    const summary = await readSummary(database, { org: ORG, window: '24h', now: BASE });
    expect(summary.newActors.map(({ name }) => name)).toEqual(['NEWER', 'NEW']);
    expect(summary).toMatchObject({ newActorCount: 2, actorCount: 3 });
    expect(summary.actors[0]).toMatchObject({ count: 1, kind: 'person' });
  });
});

describe('bars', () => {
  /** Where days begin in Berlin, which set its clock back on 2026-10-25 at 01:00 UTC. */
  const berlin = (time: number) => {
    const offset = (at: number) => (at < Date.UTC(2026, 9, 25, 1) ? 2 : 1) * HOUR;
    const local = Math.floor((time + offset(time)) / DAY) * DAY;
    const start = local - offset(local - 2 * HOUR);
    return start;
  };

  it('have 25 hours on the day the clock is set back, and still add up', () => {
    const from = Date.UTC(2026, 9, 23, 22);
    const to = Date.UTC(2026, 9, 27, 23);
    const hours = new Map<number, number[]>();
    for (let hour = from / HOUR; hour < to / HOUR; hour += 1) hours.set(hour, [1, 0, 0, 0, 0, 0, 0]);
    const bars = barsOf(hours, from, to, 'day', berlin);
    expect(bars.map(({ start }) => new Date(start).toISOString())).toEqual([
      '2026-10-23T22:00:00.000Z',
      '2026-10-24T22:00:00.000Z',
      '2026-10-25T23:00:00.000Z',
      '2026-10-26T23:00:00.000Z',
    ]);
    expect(bars.map(({ read }) => read)).toEqual([24, 25, 24, 24]);
  });

  it('tell four kinds of work apart', () => {
    const [bar] = barsOf(new Map([[5, [1, 2, 4, 8, 16, 32, 64]]]), 5 * HOUR, 6 * HOUR, 'hour');
    expect(bar).toEqual({ start: 5 * HOUR, read: 3, write: 4, destructive: 24, other: 96 });
  });
});

describe('hourlyLimit', () => {
  it.each([
    ['free', 999, 500],
    ['standard', 999, 1_000],
    ['premium', 0, 1_000],
    ['premium', 100, 3_000],
    ['enterprise', 450, 10_000],
    ['enterprise', 10_000, 10_000],
    ['premium', -5, 1_000],
  ] as const)('%s with %d users is %d', (plan, users, limit) => {
    expect(hourlyLimit(plan, users)).toBe(limit);
  });
});

describe('rank', () => {
  it('is stable among equal counts', () => {
    expect(
      rank(
        new Map([
          ['b', 2],
          ['c', 9],
          ['a', 2],
        ]),
        2,
      ),
    ).toEqual([
      { name: 'c', count: 9 },
      { name: 'a', count: 2 },
    ]);
  });
});

describe('describeStatus', () => {
  it('reads the stored state, and nothing from what it does not know', () => {
    const state = {
      ...initialState(),
      syncedAt: 5,
      problem: 'rate-limited',
      notBefore: BASE + 9,
      covered: [
        { from: 1, to: 2 },
        { from: 3, to: 4 },
      ],
    };
    expect(describeStatus('api', state, BASE)).toMatchObject({
      syncedAt: 5,
      problem: { code: 'rate-limited' },
      waitingUntil: BASE + 9,
      filling: false,
      completeFrom: 3,
    });
    // The clock was set back since the pause was ordered: the sync does not sit it out either.
    expect(describeStatus('api', { ...state, requests: [BASE + HOUR] }, BASE).waitingUntil).toBe(0);
    for (const odd of [undefined, null, 7, { covered: 1, todo: 2, problem: 'x', clockOffset: 'y' }]) {
      expect(describeStatus('api', odd, BASE)).toEqual({
        source: 'api',
        syncedAt: 0,
        stopped: false,
        waitingUntil: 0,
        filling: false,
        completeFrom: Number.POSITIVE_INFINITY,
        clockOffset: 0,
      });
    }
  });
});
