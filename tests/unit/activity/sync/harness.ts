import { createKeySource } from '../../../../lib/activity/sources/organizations.ts';
import type { EventSource } from '../../../../lib/activity/sources/types.ts';
import type { ActivityDatabase } from '../../../../lib/activity/stores.ts';
import { runSync, type SyncLease, type SyncOutcome } from '../../../../lib/activity/sync/run.ts';
import { fetchFrom, type Replica, SANDBOX_KEY, SANDBOX_ORG } from '../../../sandbox/api/index.ts';

/** A clock that tests move, a lease in memory, and kills: everything a sync needs, without waiting. */
export class World {
  time: number;
  owner = 0;
  #lease: { owner: number; until: number } | undefined;
  readonly random: () => number;

  constructor(time: number, random: () => number) {
    this.time = time;
    this.random = random;
  }

  lease(owner: number): SyncLease {
    const take = async (): Promise<boolean> => {
      if (this.#lease && this.#lease.owner !== owner && this.#lease.until > this.time) return false;
      this.#lease = { owner, until: this.time + 15_000 };
      return true;
    };
    return {
      acquire: take,
      renew: take,
      release: async () => {
        if (this.#lease?.owner === owner) this.#lease = undefined;
      },
    };
  }
}

class Killed extends Error {}

/** The database, on which a transaction fails to start or breaks off by chance: what a killed worker leaves. */
function mortal(database: ActivityDatabase, dies: () => boolean, random: () => number): ActivityDatabase {
  return new Proxy(database, {
    get(target, property) {
      if (property === 'transaction') {
        return (...args: Parameters<ActivityDatabase['transaction']>) => {
          if (dies()) throw new Killed('before a transaction');
          const transaction = target.transaction(...args);
          if (args[1] === 'readwrite' && dies()) {
            const steps = Math.floor(random() * 40);
            let left = Promise.resolve();
            for (let step = 0; step < steps; step += 1) left = left.then(() => undefined);
            void left.then(() => {
              try {
                transaction.abort();
              } catch {
                // Already over.
              }
            });
          }
          return transaction;
        };
      }
      const value = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

export interface Options {
  /** Asked at every point where the worker may be killed. */
  dies?: () => boolean;
  source?: EventSource;
  asked?: boolean;
  longestWait?: number;
}

export function keySource(world: World, replica: Replica): EventSource {
  const ask = fetchFrom(replica);
  return createKeySource(SANDBOX_KEY, {
    org: SANDBOX_ORG,
    now: () => world.time,
    fetch: async (url, init) => {
      world.time += 120 + Math.floor(world.random() * 400);
      return await ask(url, init);
    },
  });
}

/** One life of a worker. Throws what killed it. */
export async function live(
  world: World,
  database: ActivityDatabase,
  source: EventSource,
  options: Options = {},
): Promise<SyncOutcome> {
  const { dies = () => false, asked = false, longestWait = 120_000 } = options;
  world.owner += 1;
  const mayDie = (source: EventSource): EventSource => ({
    name: source.name,
    actions: async (signal) => {
      const answer = await source.actions(signal);
      if (dies()) throw new Killed('after the catalogue came');
      return answer;
    },
    events: async (request, signal) => {
      const answer = await source.events(request, signal);
      if (dies()) throw new Killed('after a page came');
      return answer;
    },
  });
  const lease = world.lease(world.owner);
  return await runSync(
    {
      database: mortal(database, dies, world.random),
      source: mayDie(source),
      now: () => world.time,
      random: world.random,
      sleep: async (milliseconds) => {
        world.time += milliseconds;
      },
      // A killed worker releases nothing.
      lease: { ...lease, release: async () => (dies() ? undefined : await lease.release()) },
    },
    { org: SANDBOX_ORG, signal: new AbortController().signal, asked, longestWait },
  );
}

/** Lives until all is fetched; each death is followed by another life a while later. Answers the number of deaths. */
export async function liveOn(
  world: World,
  database: ActivityDatabase,
  source: EventSource,
  options: Options = {},
): Promise<number> {
  let deaths = 0;
  for (let life = 0; life < 2_000; life += 1) {
    try {
      const outcome = await live(world, database, source, options);
      if (outcome.kind === 'done') return deaths;
      if (outcome.kind === 'waiting') world.time = outcome.until;
      else if (outcome.kind === 'busy') world.time += 16_000;
      else throw new Error(`The sync ended as ${JSON.stringify(outcome)}`);
    } catch (error) {
      const aborted = error instanceof Error && error.name === 'AbortError';
      if (!(error instanceof Killed) && !aborted) throw error;
      deaths += 1;
      world.time += 1_000;
    }
  }
  throw new Error('The sync came to no end.');
}
