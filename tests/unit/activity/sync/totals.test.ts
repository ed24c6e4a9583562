import { afterEach, describe, expect, it } from 'vitest';
import type { ActivityDatabase } from '../../../../lib/activity/stores.ts';
import { countRange } from '../../../../lib/activity/summary/count-range.ts';
import { readSummary, WINDOWS, type WindowName } from '../../../../lib/activity/summary/index.ts';
import {
  makeCalls,
  Replica,
  randomFaults,
  SANDBOX_KEY,
  SANDBOX_ORG,
  SHAPES,
} from '../../../sandbox/api/index.ts';
import { seededRandom } from '../../../sandbox/server/random.ts';
import { openFresh } from '../support.ts';
import { keySource, liveOn, World } from './harness.ts';

const DAY = 86_400_000;
const END = Date.UTC(2026, 10, 23, 9, 41, 17, 333);

let database: ActivityDatabase | undefined;
afterEach(() => database?.close());

/** Every figure of every window equals what really happened. */
async function expectTruth(stored: ActivityDatabase, replica: Replica, now: number): Promise<void> {
  for (const [window, length] of Object.entries(WINDOWS) as [WindowName, number][]) {
    const truth = replica.truth(length, now);
    const summary = await readSummary(stored, { org: SANDBOX_ORG, window, now, top: 1_000 });
    const counts = ({ name, count }: { name: string; count: number }) => [name, count] as const;
    expect(summary.total, window).toBe(truth.total);
    expect(summary.before, window).toBe(truth.before);
    expect(Object.fromEntries(Object.entries(summary.byClass).filter(([, count]) => count > 0))).toEqual(
      truth.byClass,
    );
    expect(Object.fromEntries(summary.tools.map(counts))).toEqual(truth.tools);
    expect(Object.fromEntries(summary.actors.map(counts))).toEqual(truth.actors);
    expect(summary.busiestHour?.count ?? 0).toBe(truth.busiestHour);
    expect(summary.token).toEqual({ calls: truth.tokenCalls, known: truth.total });
    expect(summary.newest.map(({ id }) => id)).toEqual(truth.newestIds);
    expect(summary.newActorCount).toBe(truth.newActors.length);
    const bars = summary.bars.map(
      ({ read, write, destructive, other }) => read + write + destructive + other,
    );
    expect(bars.reduce((sum, count) => sum + count, 0)).toBe(truth.total);
    const transaction = stored.transaction(['events', 'counters', 'actors'], 'readonly');
    const more = await countRange(transaction, SANDBOX_ORG, now - length + 1, now + 1, ['app', 'country']);
    expect(Object.fromEntries(more.names.get('app') ?? [])).toEqual(truth.apps);
    expect(Object.fromEntries(more.names.get('country') ?? [])).toEqual(truth.countries);
  }
}

describe('totals equal the truth of the API', () => {
  for (const shape of SHAPES) {
    it(`shape "${shape}", with nothing going wrong`, async () => {
      const world = new World(END, seededRandom(7));
      const calls = makeCalls({ seed: 11, count: 1_500, from: END - 62 * DAY, to: END });
      const replica = new Replica({
        org: SANDBOX_ORG,
        key: SANDBOX_KEY,
        calls,
        shape,
        now: () => world.time,
        others: 300,
      });
      database = await openFresh();
      await liveOn(world, database, keySource(world, replica));
      await expectTruth(database, replica, world.time);
      expect(replica.busiestMinute()).toBeLessThanOrEqual(10);
      expect(replica.requests.filter(({ status }) => status !== 200)).toEqual([]);
    });

    for (const seed of [1, 2, 3, 4]) {
      it(`shape "${shape}", with duplicates, disorder, late events, faults and kills, seed ${seed}`, async () => {
        const random = seededRandom(seed * 7919);
        const world = new World(END - 26 * 3_600_000, random);
        const latest = 20 * 3_600_000;
        const more = { people: 25, latest, lateShare: 0.3 };
        const calls = [
          ...makeCalls({ seed, count: 350, from: END - 62 * DAY, to: END - 3 * DAY, ...more }),
          ...makeCalls({ seed: seed + 50, count: 350, from: END - 3 * DAY, to: END, ...more }),
        ];
        const replica = new Replica({
          org: SANDBOX_ORG,
          key: SANDBOX_KEY,
          calls,
          shape,
          now: () => world.time,
          others: 100,
          untidy: true,
          mostPerPage: 40,
          cursorOnLast: seed % 2 === 0,
          order: seed % 3 === 0 ? 'oldest-first' : 'newest-first',
          nextIn: seed % 2 === 0 ? 'links' : 'meta',
          fault: randomFaults(random, 0.2),
          seed,
        });
        database = await openFresh();
        const source = keySource(world, replica);
        const dies = () => random() < 0.04;
        let deaths = await liveOn(world, database, source, { dies, longestWait: 20_000 });
        // Every now and then during the day in which the late events come in, and once when all are there.
        for (const hours of [1, 3, 8, 20]) {
          world.time = Math.max(world.time, END - 26 * 3_600_000 + hours * 3_600_000);
          deaths += await liveOn(world, database, source, { dies, longestWait: 20_000 });
        }
        world.time = END + latest;
        deaths += await liveOn(world, database, source, { dies, longestWait: 20_000 });
        expect(deaths).toBeGreaterThan(0);
        expect(await database.count('events')).toBe(calls.length);
        await expectTruth(database, replica, world.time);
        await expectTruth(database, replica, END);
        expect(replica.busiestMinute()).toBeLessThanOrEqual(10);
      });
    }
  }
});
