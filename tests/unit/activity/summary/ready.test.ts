import fc from 'fast-check';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { ingest } from '../../../../lib/activity/ingest.ts';
import { pruneActivity, removeExported } from '../../../../lib/activity/retention.ts';
import type { ActivityDatabase } from '../../../../lib/activity/stores.ts';
import { makeReady, readStored, readSummary, WINDOWS } from '../../../../lib/activity/summary/index.ts';
import { readReadySummary } from '../../../../lib/activity/summary/ready.ts';
import type { AuditCall } from '../../../../lib/activity/types.ts';
import { makeCall, ORG, openFresh } from '../support.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = Date.UTC(2026, 10, 25, 12, 20);
const NAMES = Object.keys(WINDOWS) as (keyof typeof WINDOWS)[];

let database: ActivityDatabase;
beforeEach(async () => {
  database = await openFresh();
});
afterEach(() => database.close());

async function store(calls: readonly AuditCall[]): Promise<void> {
  for (let start = 0; start < calls.length; start += 500)
    await ingest(database, ORG, calls.slice(start, start + 500));
}

const person = (id: string) => ({ id, name: `Name of ${id}`, kind: 'person' as const });

/** Calls that crowd where windows begin and end in the next hours, by so many people. */
const callsBy = (people: number, count: number): AuditCall[] =>
  fc
    .sample(
      fc.record({
        days: fc.constantFrom(0, 1, 2, 7, 14, 30, 60),
        minutes: fc.integer({ min: -400, max: 200 }),
        offset: fc.constantFrom(-1, 0, 1, 20_000),
        actor: fc.nat(people - 1),
        tool: fc.constantFrom('getJiraIssue', 'editJiraIssue', 'search'),
        class: fc.constantFrom('read' as const, 'write' as const, 'delete' as const),
        authType: fc.constantFrom('api-token', '', 'auth-token-for-3LO'),
      }),
      { numRuns: count, seed: 7 },
    )
    .map(({ days, minutes, offset, actor, ...rest }) => {
      const time = NOW - days * DAY + (days === 0 ? -Math.abs(minutes) : minutes) * MINUTE;
      return makeCall({ ...rest, actor: person(`p${actor}`), time: days === 0 ? time : time + offset });
    });

it.each([3, 200])(
  'says the same as counting, at any moment of the next hours, of %i people',
  async (people) => {
    await store(callsBy(people, 400));
    await makeReady(database, ORG, NOW);
    let ready = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...NAMES),
        fc.oneof(fc.integer({ min: 0, max: 2 * HOUR }), fc.constantFrom(0, 1, HOUR, 2 * HOUR - 1, 2 * HOUR)),
        async (window, later) => {
          const request = { org: ORG, window, now: NOW + later };
          const found = await readReadySummary(database, request);
          if (!found) return;
          ready += 1;
          expect(found).toEqual(await readSummary(database, request));
        },
      ),
      { numRuns: 60, seed: 3 },
    );
    expect(ready).toBeGreaterThan(30);
  },
);

it('reads two records for the figures, however many events and people there are', async () => {
  await store(callsBy(60, 300));
  await makeReady(database, ORG, NOW);
  const spies = [
    ...(['get', 'getAll', 'openCursor', 'count'] as const).map((name) =>
      vi.spyOn(IDBObjectStore.prototype, name),
    ),
    ...(['get', 'getAll', 'openCursor', 'count'] as const).map((name) => vi.spyOn(IDBIndex.prototype, name)),
  ];
  const { summary, counted } = await readStored(database, ORG, '30d', NOW + MINUTE, 'api');
  const requests = spies.reduce((sum, spy) => sum + spy.mock.calls.length, 0);
  for (const spy of spies) spy.mockRestore();
  expect({ counted, requests }).toEqual({ counted: false, requests: 3 });
  expect(summary.total).toBeGreaterThan(0);
});

it.each<[string, () => Promise<unknown>]>([
  ['new events', () => store([makeCall({ time: NOW - DAY + HOUR })])],
  ['pruning', () => pruneActivity(database, ORG, NOW, 7)],
  ['taking exported events out', () => removeExported(database, ORG, NOW - HOUR, NOW)],
])('is void after %s, and right once it is made again', async (_, change) => {
  await store([
    ...[0, 3, 20].map((days) => makeCall({ time: NOW - days * DAY - MINUTE })),
    makeCall({ time: NOW - 2 * MINUTE, source: 'export' }),
  ]);
  await makeReady(database, ORG, NOW);
  const request = { org: ORG, window: '30d', now: NOW } as const;
  const before = await readReadySummary(database, request);
  await change();
  expect(await readReadySummary(database, request)).toBeUndefined();
  await makeReady(database, ORG, NOW);
  const after = await readReadySummary(database, request);
  expect(after).toEqual(await readSummary(database, request));
  expect(after?.total).not.toBe(before?.total);
});

it('does not hold for a time before it was made, nor when an event of the future has come', async () => {
  await store([makeCall({ time: NOW - HOUR }), makeCall({ time: NOW + 10 * MINUTE })]);
  await makeReady(database, ORG, NOW);
  const at = (now: number) => readReadySummary(database, { org: ORG, window: '24h', now });
  expect(await at(NOW - 1)).toBeUndefined();
  expect((await at(NOW + 10 * MINUTE - 1))?.total).toBe(1);
  expect(await at(NOW + 10 * MINUTE)).toBeUndefined();
});

it('holds as long as all that leaves was kept, where thousands leave in an hour', async () => {
  const start = NOW - DAY;
  await store(Array.from({ length: 2_500 }, (_, index) => makeCall({ time: start + 1 + index * 1_000 })));
  await makeReady(database, ORG, NOW);
  const request = { org: ORG, window: '24h' } as const;
  const most = 1_999 * 1_000;
  expect((await readReadySummary(database, { ...request, now: NOW + most }))?.total).toBe(2_500 - 1_999);
  expect(await readReadySummary(database, { ...request, now: NOW + most + 1 })).toBeUndefined();
});

it('is made anew before it runs out, and left alone until then', async () => {
  await store([makeCall({ time: NOW - HOUR })]);
  await makeReady(database, ORG, NOW);
  const made = () => database.get('counters', [ORG, 'ready', '24h', 0]);
  const first = await made();
  await makeReady(database, ORG, NOW + HOUR);
  expect(await made()).toEqual(first);
  await makeReady(database, ORG, NOW + 2 * HOUR);
  expect(await made()).not.toEqual(first);
});

it('leaves nothing behind when everything is deleted while it is made', async () => {
  await store(callsBy(5, 50));
  const making = makeReady(database, ORG, NOW);
  const transaction = database.transaction(['events', 'counters', 'actors'], 'readwrite');
  await Promise.all([
    transaction.objectStore('events').clear(),
    transaction.objectStore('counters').clear(),
    transaction.objectStore('actors').clear(),
    transaction.done,
  ]);
  await making;
  expect(await database.count('counters')).toBe(0);
});
