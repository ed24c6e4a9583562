import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { ingest, MAX_BATCH } from '../../../../lib/activity/ingest.ts';
import { pruneActivity } from '../../../../lib/activity/retention.ts';
import type { ActivityDatabase } from '../../../../lib/activity/stores.ts';
import { EventColumns } from '../../../../lib/activity/table/columns.ts';
import { Desk, type DeskAnswer, type DeskView } from '../../../../lib/activity/table/desk.ts';
import { orderByTime } from '../../../../lib/activity/table/order.ts';
import { refreshColumns } from '../../../../lib/activity/table/refresh.ts';
import type { AuditCall } from '../../../../lib/activity/types.ts';
import { makeCalls, truthOf } from '../../../sandbox/api/index.ts';
import { toStored } from '../../../support/fill/stored-calls.ts';
import { makeCall, ORG, openFresh } from '../support.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const DAY = 86_400_000;

let database: ActivityDatabase;
afterEach(() => database?.close());

async function ingestAll(calls: readonly AuditCall[]): Promise<void> {
  for (let start = 0; start < calls.length; start += MAX_BATCH)
    await ingest(database, ORG, calls.slice(start, start + MAX_BATCH));
}

/** A desk on the database, and what it answered last. */
function deskOf(now = () => NOW) {
  const answers: DeskAnswer[] = [];
  const failures: unknown[] = [];
  const desk = new Desk(
    async () => database,
    now,
    (event) => {
      if (event.kind === 'answer') answers.push(event.answer);
      if (event.kind === 'failed') failures.push(event.error);
    },
  );
  const last = () => answers.at(-1) as DeskAnswer;
  return { desk, answers, failures, last };
}

const view = (days: number, query: DeskView['query'] = {}): DeskView => ({
  org: ORG,
  range: { last: days * DAY },
  clockOffset: 0,
  query,
});

const asObject = (ranked: readonly { name: string; count: number }[]) =>
  Object.fromEntries(ranked.map(({ name, count }) => [name, count]));

describe('orderByTime', () => {
  it('sorts as comparing does, equal times in their order', () => {
    const time = fc.oneof(
      fc.integer({ min: NOW - 200 * DAY, max: NOW }),
      fc.integer({ min: NOW, max: NOW + 3 }),
    );
    fc.assert(
      fc.property(fc.array(time, { maxLength: 80 }), (times) => {
        const expected = times.map((_, row) => row).sort((a, b) => (times[a] ?? 0) - (times[b] ?? 0));
        expect([...orderByTime(Float64Array.from(times), false)]).toEqual(expected);
      }),
    );
    expect([...orderByTime(Float64Array.of(5, 5, 7), true)]).toEqual([0, 1, 2]);
  });
});

describe('refreshColumns', () => {
  const range = { from: NOW - 30 * DAY, to: NOW + DAY };

  it('reads what is missing and nothing twice, late events too', async () => {
    database = await openFresh();
    const calls = Array.from({ length: 600 }, (_, index) => makeCall({ time: NOW - index * 3_600_000 }));
    await ingestAll(calls);
    const columns = new EventColumns();
    expect(await refreshColumns(database, ORG, columns, { ...range, from: NOW - 5 * DAY })).toBe('whole');
    expect(columns.length).toBeLessThan(200);
    const late = makeCall({ time: NOW - 4 * DAY });
    await ingestAll([late]);
    expect(await refreshColumns(database, ORG, columns, range)).toBe('whole');
    expect([...columns.ids].sort()).toEqual([...calls, late].map(({ id }) => id).sort());
    const heard: number[] = [];
    await refreshColumns(database, ORG, columns, { ...range, onProgress: (done) => void heard.push(done) });
    expect(heard).toEqual([]);
  });

  it('says when events are gone', async () => {
    database = await openFresh();
    await ingestAll([makeCall({ time: NOW - 20 * DAY }), makeCall({ time: NOW })]);
    const columns = new EventColumns();
    await refreshColumns(database, ORG, columns, range);
    await pruneActivity(database, ORG, NOW, 10);
    expect(await refreshColumns(database, ORG, columns, range)).toBe('removed');
  });
});

describe('the desk', () => {
  it('gives the totals of what happened, for each time span', async () => {
    database = await openFresh();
    const calls = makeCalls({
      seed: 11,
      count: 2_500,
      from: NOW - 170 * DAY,
      to: NOW,
      people: 9,
      services: 1,
    });
    await ingestAll(calls.map((call) => toStored(call, ORG)));
    const { desk, last, failures } = deskOf();
    for (const days of [1, 7, 30, 90, 180]) {
      await desk.show(view(days));
      const truth = truthOf(calls, NOW, days * DAY);
      const { count, figures, before, loading, newActors } = last();
      expect(loading).toBe(false);
      expect(count).toBe(truth.total);
      expect(before).toBe(truth.before);
      expect(asObject(figures.actors)).toEqual(truth.actors);
      expect(asObject(figures.apps)).toEqual(truth.apps);
      expect(truth.tools).toMatchObject(asObject(figures.tools));
      expect(figures.token.calls).toBe(truth.tokenCalls);
      expect(figures.busiestHour?.count ?? 0).toBe(truth.busiestHour);
      expect(newActors.sort()).toEqual(truth.newActors);
      for (const [name, shown] of Object.entries(figures.byClass))
        expect(shown, name).toBe(truth.byClass[name] ?? 0);
      const inBars = figures.bars.reduce(
        (sum, { read, write, destructive, other }) => sum + read + write + destructive + other,
        0,
      );
      expect(inBars).toBe(truth.total);
    }
    expect(failures).toEqual([]);
  });

  it('filters and sorts, gives rows of the newest answer only, and writes them', async () => {
    database = await openFresh();
    const calls = Array.from({ length: 50 }, (_, index) =>
      makeCall({ time: NOW - index * 60_000, tool: index % 5 ? 'getJiraIssue' : 'editJiraIssue' }),
    );
    await ingestAll(calls);
    const { desk, last } = deskOf();
    await desk.show(view(1));
    const { version } = last();
    expect(desk.rows(version, 0, 3)?.map(({ id }) => id)).toEqual(calls.slice(0, 3).map(({ id }) => id));
    await desk.show(view(1, { tools: ['editJiraIssue'], descending: false }));
    expect(desk.rows(version, 0, 3)).toBeUndefined();
    expect(last()).toMatchObject({ count: 10, inRange: 50 });
    expect(last().before).toBeUndefined();
    expect(last().facets.tools).toEqual([
      { name: 'getJiraIssue', count: 40 },
      { name: 'editJiraIssue', count: 10 },
    ]);
    const file = JSON.parse(await (await desk.write('json')).text()) as { id: string }[];
    expect(file.map(({ id }) => id)).toEqual(
      calls
        .filter(({ tool }) => tool === 'editJiraIssue')
        .map(({ id }) => id)
        .reverse(),
    );
    expect(await desk.details(calls[7]?.id ?? '')).toEqual(calls[7]);
  });

  it('finds what came and what went when it looks again', async () => {
    database = await openFresh();
    await ingestAll([makeCall({ time: NOW - 20 * DAY }), makeCall({ time: NOW - DAY })]);
    const { desk, last, answers } = deskOf();
    await desk.show(view(30));
    expect(last().count).toBe(2);
    const before = answers.length;
    await desk.look();
    expect(answers.length).toBe(before);
    await ingestAll([makeCall({ time: NOW - 19 * DAY })]);
    await desk.look();
    expect(last().count).toBe(3);
    await pruneActivity(database, ORG, NOW, 10);
    await desk.look();
    expect(last()).toMatchObject({ count: 1, loading: false });
  });

  it('ends with the last of several views, also of another organization', async () => {
    database = await openFresh();
    await ingestAll(Array.from({ length: 300 }, (_, index) => makeCall({ time: NOW - index * 3_600_000 })));
    await ingest(database, 'other', [makeCall({ org: 'other', time: NOW })]);
    const { desk, last } = deskOf();
    const shown = [desk.show(view(180)), desk.show({ ...view(7), org: 'other' }), desk.show(view(2))];
    await Promise.all(shown);
    expect(last()).toMatchObject({ org: ORG, count: 48, loading: false });
  });

  it('tells of a database that fails', async () => {
    const failure = new Error('no database');
    const failures: unknown[] = [];
    const desk = new Desk(
      () => Promise.reject(failure),
      () => NOW,
      (event) => event.kind === 'failed' && failures.push(event.error),
    );
    await desk.look();
    await expect(desk.show(view(1))).rejects.toBe(failure);
  });
});
