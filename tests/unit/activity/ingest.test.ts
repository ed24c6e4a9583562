import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ingest, mergeActor, Superseded } from '../../../lib/activity/ingest.ts';
import { horizonAt, pruneActivity, removeExported } from '../../../lib/activity/retention.ts';
import type { ActivityDatabase } from '../../../lib/activity/stores.ts';
import { readSummary } from '../../../lib/activity/summary/index.ts';
import type { AuditCall } from '../../../lib/activity/types.ts';
import { dumpCounters, makeCall, ORG, openFresh } from './support.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const DAY = 86_400_000;

let database: ActivityDatabase;
beforeEach(async () => {
  database = await openFresh();
});
afterEach(() => database.close());

/** The counters that a clean database gets from exactly these calls. */
async function countersOf(calls: readonly AuditCall[]): Promise<Record<string, unknown>> {
  database.close();
  const clean = await openFresh();
  await ingest(clean, ORG, calls);
  const dump = await dumpCounters(clean);
  clean.close();
  return dump;
}

const aCall = fc
  .record({
    id: fc.integer({ min: 0, max: 40 }),
    tool: fc.constantFrom('getJiraIssue', 'editJiraIssue', '__proto__', ''),
    actor: fc.constantFrom('ada', 'bo', '__proto__'),
    source: fc.constantFrom('api' as const, 'export' as const),
  })
  .map(({ id, tool, actor, source }) =>
    makeCall({
      id: `id-${id}`,
      // The time is a function of the id, as an event's is.
      time: NOW - ((id * 7) % 60) * 3_600_000 - id,
      tool,
      actor: { id: actor, name: actor.toUpperCase(), kind: 'person' },
      source,
    }),
  );

function firstOfEach(calls: readonly AuditCall[]): AuditCall[] {
  return [...new Map([...calls].reverse().map((call) => [call.id, call])).values()];
}

describe('ingest', () => {
  it('counts each id once, whatever is repeated and in whatever order and batches it comes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(aCall, { maxLength: 12 }), { maxLength: 6 }), async (batches) => {
        database.close();
        database = await openFresh();
        let added = 0;
        for (const batch of batches) added += (await ingest(database, ORG, batch)).added;
        const first = firstOfEach(batches.flat());
        expect(added).toBe(first.length);
        expect(await database.count('events')).toBe(first.length);
        expect(await dumpCounters(database)).toEqual(await countersOf(first));
      }),
      { numRuns: 25 },
    );
  });

  it('stores nothing of a batch that fails in the middle', async () => {
    const broken = {
      ...makeCall({ time: NOW }),
      actor: { id: 'x', name: 'x', kind: 'person', bad: () => 1 },
    };
    const calls = [makeCall({ time: NOW }), broken as unknown as AuditCall, makeCall({ time: NOW })];
    await expect(ingest(database, ORG, calls)).rejects.toThrow();
    expect(await database.count('events')).toBe(0);
    expect(await database.count('counters')).toBe(0);
  });

  it('writes events and progress together, and neither when somebody else went on', async () => {
    const progress = { source: 'api', state: { revision: 1 }, after: 0, now: NOW };
    await ingest(database, ORG, [makeCall({ time: NOW })], progress);
    expect(await database.get('cursors', [ORG, 'api'])).toMatchObject({ state: { revision: 1 } });
    await expect(ingest(database, ORG, [makeCall({ time: NOW })], progress)).rejects.toBeInstanceOf(
      Superseded,
    );
    expect(await database.count('events')).toBe(1);
  });

  it('keeps organizations apart', async () => {
    await ingest(database, ORG, [makeCall({ time: NOW, id: 'same' })]);
    await ingest(database, 'other', [makeCall({ time: NOW, id: 'same', org: 'other' })]);
    const summary = await readSummary(database, { org: ORG, window: '24h', now: NOW });
    expect(summary.total).toBe(1);
    expect(await database.count('events')).toBe(2);
  });
});

describe('mergeActor', () => {
  it('has the earliest time and the newest name, in whatever order the calls come', () => {
    const named = (time: number, name: string) =>
      makeCall({ time, actor: { id: 'a', name, kind: 'unknown' } });
    const calls = [named(5, 'New'), named(3, 'Old'), named(1, 'a')];
    const orders = [calls, [...calls].reverse(), [calls[1], calls[2], calls[0]]];
    for (const order of orders) {
      let actor: ReturnType<typeof mergeActor>;
      for (const call of order) if (call) actor = mergeActor(actor, call) ?? actor;
      expect(actor).toMatchObject({ firstSeen: 1, name: 'New' });
    }
  });

  it('knows the first change, in whatever order the calls come', () => {
    const read = makeCall({ time: 1, class: 'read' });
    const write = makeCall({ time: 7, class: 'write' });
    const removal = makeCall({ time: 4, class: 'delete' });
    for (const order of [
      [read, write, removal],
      [removal, read, write],
      [write, removal, read],
    ]) {
      let actor: ReturnType<typeof mergeActor>;
      for (const call of order) actor = mergeActor(actor, call) ?? actor;
      expect(actor).toMatchObject({ firstSeen: 1, firstWrite: 4 });
    }
    expect(mergeActor(undefined, read)).not.toHaveProperty('firstWrite');
  });
});

describe('retention', () => {
  it('leaves events, counters and people as if the old ones had never been there', async () => {
    const calls = Array.from({ length: 60 }, (_, index) =>
      makeCall({
        time: NOW - index * 4 * DAY,
        actor: { id: index < 40 ? 'ada' : 'bo', name: 'N', kind: 'person' },
      }),
    );
    await ingest(database, ORG, calls);
    const horizon = horizonAt(NOW);
    const kept = calls.filter(({ time }) => time >= horizon);
    expect(await pruneActivity(database, ORG, NOW)).toBe(calls.length - kept.length);
    expect(await pruneActivity(database, ORG, NOW)).toBe(0);
    expect(await database.count('events')).toBe(kept.length);
    // Ada still has events and stays known since her first; Bo is forgotten when the last one is gone.
    expect((await database.getAll('actors')).map(({ id }) => id)).toEqual(['ada', 'bo']);
    await pruneActivity(database, ORG, NOW, 100);
    expect((await database.getAll('actors')).map(({ id }) => id)).toEqual(['ada']);
    const after = calls.filter(({ time }) => time >= horizonAt(NOW, 100));
    expect(await dumpCounters(database)).toEqual(await countersOf(after));
  });

  it('takes in nothing from before the horizon', async () => {
    await pruneActivity(database, ORG, NOW);
    const result = await ingest(database, ORG, [
      makeCall({ time: NOW - 200 * DAY }),
      makeCall({ time: NOW }),
    ]);
    expect(result).toEqual({ added: 1, repeated: 0, tooOld: 1 });
  });

  it('goes on after it was killed between the counters and the events', async () => {
    const calls = [makeCall({ time: NOW - 190 * DAY }), makeCall({ time: NOW })];
    await ingest(database, ORG, calls);
    const events = database.transaction;
    const dying = new Proxy(database, {
      get(target, property) {
        if (property !== 'transaction') return Reflect.get(target, property, target);
        return (...args: Parameters<typeof events>) => {
          if (String(args[0]) === 'events') throw new Error('killed');
          return target.transaction(...args);
        };
      },
    });
    await expect(pruneActivity(dying, ORG, NOW)).rejects.toThrow('killed');
    await pruneActivity(database, ORG, NOW);
    expect(await database.count('events')).toBe(1);
    expect(await dumpCounters(database)).toEqual(await countersOf(calls.slice(1)));
  });
});

describe('removeExported', () => {
  it('takes exported events of a range with their counts, and no other', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(aCall, { maxLength: 30 }), fc.nat(60), fc.nat(60), async (some, a, b) => {
        database.close();
        database = await openFresh();
        const calls = firstOfEach(some);
        await ingest(database, ORG, calls);
        const from = NOW - Math.max(a, b) * 3_600_000;
        const to = NOW - Math.min(a, b) * 3_600_000;
        const kept = calls.filter(({ source, time }) => source !== 'export' || time < from || time >= to);
        expect(await removeExported(database, ORG, from, to)).toBe(calls.length - kept.length);
        expect(await dumpCounters(database)).toEqual(await countersOf(kept));
      }),
      { numRuns: 25 },
    );
  });

  it('gets through more events of one moment than fit in a chunk', async () => {
    const calls = Array.from({ length: 1_500 }, () => makeCall({ time: NOW, source: 'export' }));
    for (let start = 0; start < calls.length; start += 500)
      await ingest(database, ORG, calls.slice(start, start + 500));
    expect(await removeExported(database, ORG, NOW - 1, NOW + 1)).toBe(1_500);
    expect(await dumpCounters(database)).toEqual({});
  });
});
