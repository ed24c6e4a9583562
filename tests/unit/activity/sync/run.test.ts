import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createKeySource, createSessionSource } from '../../../../lib/activity/sources/organizations.ts';
import type { EventSource } from '../../../../lib/activity/sources/types.ts';
import type { ActivityDatabase } from '../../../../lib/activity/stores.ts';
import { readStatus } from '../../../../lib/activity/summary/index.ts';
import { loadState, saveState } from '../../../../lib/activity/sync/store.ts';
import {
  fetchFrom,
  makeCalls,
  Replica,
  type ReplicaOptions,
  SANDBOX_KEY,
  SANDBOX_ORG,
} from '../../../sandbox/api/index.ts';
import { seededRandom } from '../../../sandbox/server/random.ts';
import { openFresh } from '../support.ts';
import { keySource, live, liveOn, World } from './harness.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const DAY = 86_400_000;

let database: ActivityDatabase;
let world: World;
beforeEach(async () => {
  database = await openFresh();
  world = new World(NOW, seededRandom(5));
});
afterEach(() => database.close());

function makeReplica(more: Partial<ReplicaOptions> = {}): Replica {
  const calls = makeCalls({ seed: 9, count: 120, from: NOW - 20 * DAY, to: NOW });
  return new Replica({
    org: SANDBOX_ORG,
    key: SANDBOX_KEY,
    calls,
    shape: 'context',
    now: () => world.time,
    ...more,
  });
}

describe('runSync', () => {
  it('fetches everything, then only what is new', async () => {
    const replica = makeReplica();
    const source = keySource(world, replica);
    expect(await live(world, database, source)).toEqual({ kind: 'done', added: 120 });
    const requests = replica.requests.length;
    world.time += 600_000;
    expect(await live(world, database, source)).toEqual({ kind: 'done', added: 0 });
    expect(replica.requests.length - requests).toBe(1);
    const status = await readStatus(database, SANDBOX_ORG, 'api', world.time);
    expect(status).toMatchObject({ stopped: false, filling: false, waitingUntil: 0, clockOffset: 0 });
    expect(status.completeFrom).toBeLessThanOrEqual(NOW - 179 * DAY);
    expect(world.time - status.syncedAt).toBeLessThan(5_000);
  });

  it('keeps to ten requests a minute by the server’s count, however long they travel', async () => {
    const replica = makeReplica({ mostPerPage: 4, rateLimit: false });
    const ask = fetchFrom(replica);
    let made = 0;
    const source = createKeySource(SANDBOX_KEY, {
      org: SANDBOX_ORG,
      now: () => world.time,
      fetch: async (url, init) => {
        // The first of each twenty comes late to the server, the others at once.
        world.time += made % 20 === 0 ? 9_000 : 50;
        made += 1;
        return await ask(url, init);
      },
    });
    await liveOn(world, database, source);
    expect(made).toBeGreaterThan(25);
    expect(replica.busiestMinute()).toBeLessThanOrEqual(10);
  });

  it('keeps to them when a worker is killed just as its request reaches the server', async () => {
    const replica = makeReplica({ mostPerPage: 4, rateLimit: false });
    const ask = fetchFrom(replica);
    let made = 0;
    const source = createKeySource(SANDBOX_KEY, {
      org: SANDBOX_ORG,
      now: () => world.time,
      fetch: async (url, init) => {
        world.time += made % 20 === 0 ? 9_000 : 50;
        made += 1;
        return await ask(url, init);
      },
    });
    const killed = new Error('The worker was killed.');
    const dying: EventSource = {
      ...source,
      actions: async (signal) => {
        await source.actions(signal);
        throw killed;
      },
    };
    await expect(live(world, database, dying)).rejects.toBe(killed);
    await liveOn(world, database, source);
    expect(made).toBeGreaterThan(25);
    expect(replica.busiestMinute()).toBeLessThanOrEqual(10);
  });

  it('lets only one run at a time', async () => {
    const replica = makeReplica();
    const [one, two] = await Promise.all([
      live(world, database, keySource(world, replica)),
      live(world, database, keySource(world, replica)),
    ]);
    expect([one.kind, two.kind].sort()).toEqual(['busy', 'done']);
  });

  it('gives up when another context has gone on although it held the lease', async () => {
    const replica = makeReplica();
    const inner = keySource(world, replica);
    let disturbed = false;
    const outcome = await live(world, database, {
      ...inner,
      events: async (request, signal) => {
        if (!disturbed) {
          disturbed = true;
          const state = await loadState(database, SANDBOX_ORG, 'api');
          await saveState({ database, org: SANDBOX_ORG, source: 'api', now: world.time }, state);
        }
        return await inner.events(request, signal);
      },
    });
    expect(outcome.kind).toBe('busy');
    expect(await liveOn(world, database, inner)).toBe(0);
    expect(await database.count('events')).toBe(120);
  });

  it('stops at a wrong key, makes no further request by itself, and goes on when asked with a right one', async () => {
    const replica = makeReplica();
    const wrong = makeReplica({ key: 'another' });
    expect(await live(world, database, keySource(world, wrong))).toMatchObject({
      kind: 'stopped',
      problem: { code: 'unauthorised' },
    });
    world.time += DAY;
    const requests = wrong.requests.length;
    expect((await live(world, database, keySource(world, wrong))).kind).toBe('stopped');
    expect(wrong.requests.length).toBe(requests);
    expect(await readStatus(database, SANDBOX_ORG, 'api', world.time)).toMatchObject({
      stopped: true,
      problem: { code: 'unauthorised' },
    });
    expect((await live(world, database, keySource(world, replica), { asked: true })).kind).toBe('done');
    expect((await readStatus(database, SANDBOX_ORG, 'api', world.time)).problem).toBeUndefined();
  });

  it('hands a long wait back with its reason, and obeys it', async () => {
    const replica = makeReplica({ rateLimit: false });
    replica.nextFaults.push({ kind: 'rate-limited', retryAfter: 300 });
    const outcome = await live(world, database, keySource(world, replica), { longestWait: 20_000 });
    expect(outcome).toMatchObject({ kind: 'waiting', problem: { code: 'rate-limited' } });
    if (outcome.kind !== 'waiting') return;
    expect(outcome.until - world.time).toBe(300_000);
    world.time += 200_000;
    expect(
      (await live(world, database, keySource(world, replica), { asked: true, longestWait: 20_000 })).kind,
    ).toBe('waiting');
    expect(replica.requests.length).toBe(1);
    world.time = outcome.until;
    expect((await live(world, database, keySource(world, replica))).kind).toBe('done');
  });

  it('reckons with the server’s time when our clock is wrong, and says so', async () => {
    for (const hours of [-9, 30]) {
      database.close();
      database = await openFresh();
      // The server's clock is right, ours is off by so many hours.
      world.time = NOW + hours * 3_600_000;
      const offset = -hours * 3_600_000;
      const calls = makeCalls({ seed: 9, count: 120, from: NOW - 20 * DAY, to: NOW });
      const replica = new Replica({
        org: SANDBOX_ORG,
        key: SANDBOX_KEY,
        calls,
        shape: 'context',
        now: () => world.time + offset,
      });
      const outcome = await live(world, database, keySource(world, replica));
      expect(outcome).toMatchObject({ kind: 'done', added: 120, problem: { code: 'clock-skew' } });
      const { clockOffset } = await readStatus(database, SANDBOX_ORG, 'api', world.time);
      expect(Math.abs(clockOffset - offset)).toBeLessThan(5_000);
    }
  });

  it('falls back to the word search when the catalogue is refused or names no action of MCP', async () => {
    const replica = makeReplica({ others: 60 });
    replica.nextFaults.push({ kind: 'status', status: 403 });
    expect(await live(world, database, keySource(world, replica))).toMatchObject({
      kind: 'done',
      added: 120,
    });
    expect(await database.count('events')).toBe(120);
  });

  it('withdraws the session source at once when its answers are not those of the API', async () => {
    const replica = makeReplica({ session: true });
    const session = createSessionSource({
      org: SANDBOX_ORG,
      now: () => world.time,
      fetch: fetchFrom(replica),
    });
    expect(await live(world, database, session)).toMatchObject({ kind: 'done', added: 120 });
    world.time += 3_600_000;
    replica.nextFaults.push({ kind: 'html' });
    expect(await live(world, database, session)).toMatchObject({
      kind: 'stopped',
      problem: { code: 'session-withdrawn' },
    });
    const requests = replica.requests.length;
    world.time += DAY;
    expect((await live(world, database, session)).kind).toBe('stopped');
    expect(replica.requests.length).toBe(requests);
  });

  it('is not caught by a cursor that leads to itself', async () => {
    const inner = keySource(world, makeReplica());
    let asked = 0;
    const source: EventSource = {
      ...inner,
      events: async (request, signal) => {
        asked += 1;
        const answer = await inner.events({ ...request, cursor: null }, signal);
        return answer.ok ? { ...answer, value: { ...answer.value, next: 'again' } } : answer;
      },
    };
    expect(await live(world, database, source)).toMatchObject({ kind: 'done', added: 120 });
    expect(asked).toBe(8);
  });

  it('hands a failure back, and goes on later', async () => {
    const replica = makeReplica();
    const inner = keySource(world, replica);
    const dying = { ...inner, events: async () => ({ ok: false, code: 'offline' }) as const };
    expect((await live(world, database, dying, { longestWait: 0 })).kind).toBe('waiting');
    expect(await liveOn(world, database, inner)).toBe(0);
    expect(await database.count('events')).toBe(120);
  });
});
