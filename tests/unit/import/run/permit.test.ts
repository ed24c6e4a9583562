import { describe, expect, it } from 'vitest';
import { World } from '../support/world.ts';

const entries = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `https://app${n}.example.com/**`);

describe("the journal's leave for a row", () => {
  it('journals before the entry is submitted, and not before the form is ready for it', async () => {
    const world = new World();
    const seen: string[] = [];
    const ports = world.ports();
    const driver = {
      ...ports.driver,
      add: async (pattern: string, signal: AbortSignal, permit: () => Promise<boolean>) => {
        expect(world.database.log).toEqual([]);
        return await ports.driver.add(pattern, signal, async () => {
          const go = await permit();
          seen.push(...world.database.log);
          return go;
        });
      },
    };
    await world.clock.run(world.import(entries(1), {}, { ...ports, driver }).start());
    // Asked once the form is open, and again right before it is submitted: the journal is told once.
    expect(seen).toEqual(['trying 0', 'trying 0']);
    expect(world.database.log).toEqual(['trying 0', 'added 0']);
  });

  it('asks the journal once for a row whose form takes its text at once, and again where that took long', async () => {
    for (const [takesText, asked] of [
      [50, 1],
      [3_000, 2],
    ] as const) {
      const world = new World([], { takesText });
      expect(await world.clock.run(world.import(entries(1)).start())).toBe('done');
      expect(world.database.log.filter((line) => line === 'trying 0')).toHaveLength(asked);
      expect(world.console.requests).toHaveLength(1);
    }
  });

  it('submits nothing when the lease was lost while the form took its text', async () => {
    const world = new World([], { takesText: 3_000 });
    const run = world.import(entries(1));
    const started = run.start();
    await world.clock.run(started, world.clock.now() + 2_000);
    expect(world.database.log).toEqual(['trying 0']);
    world.database.lease = { owner: 'another tab', expiresAt: world.clock.now() + 1e9 };
    expect(await world.clock.run(started)).toBe('paused');
    expect(run.reason?.code).toBe('lease-lost');
    expect(world.console.requests).toEqual([]);
  });

  it('submits nothing when the run is cut off while the form takes its text, though the journal had allowed it', async () => {
    const world = new World([], { takesText: 500 });
    const run = world.import(entries(1));
    const started = run.start();
    await world.clock.run(started, world.clock.now() + 450);
    expect(world.database.log).toEqual(['trying 0']);
    expect(world.console.requests).toEqual([]);
    run.stop();
    await world.clock.run(started);
    await world.clock.pass(5_000);
    expect(world.console.requests).toEqual([]);
    expect(run.phase).toBe('stopped');
  });

  it('takes back in the journal what it was allowed to try and could not submit', async () => {
    const world = new World();
    world.script.push('not-possible');
    const run = world.import(entries(2));
    expect(await world.clock.run(run.start())).toBe('paused');
    expect(world.database.log).toEqual(['trying 0', 'untried 0']);
    expect(world.database.steps.size).toBe(0);
    expect(run.rows.map(({ state }) => state)).toEqual(['open', 'open']);
    expect(await world.clock.run(run.start())).toBe('done');
    expect(world.console.texts()).toEqual(entries(2));
  });
});
