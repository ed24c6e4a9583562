import { describe, expect, it, vi } from 'vitest';
import { createImportRun } from '../../../../lib/import/run/index.ts';
import type { RunRow } from '../../../../lib/import/run/types.ts';
import { World } from '../support/world.ts';

// Many runs on a busy machine: what is slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const entries = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `https://app${n}.example.com/**`);
const states = (rows: readonly Readonly<RunRow>[]): string[] => rows.map(({ state }) => state);

describe('an import run that others or the clock interrupt', () => {
  it('does not run while another tab does', async () => {
    const world = new World();
    const first = world.import(entries(3), {}, world.ports('tab 1'));
    const second = world.import(entries(3), { begun: true }, world.ports('tab 2'));
    const started = first.start();
    await world.clock.run(started, world.clock.now() + 500);
    expect(await world.clock.run(second.start())).toBe('paused');
    expect(second.reason?.code).toBe('lease-held');
    expect(world.database.runState).toBe('running');
    expect(await world.clock.run(started)).toBe('done');
    expect(world.console.texts()).toEqual(entries(3));
  });

  it('keeps its lease while the page takes longer than a lease holds', async () => {
    const world = new World();
    const ports = world.ports('tab 1');
    const driver = {
      ...ports.driver,
      add: async (pattern: string, signal: AbortSignal, permit: () => Promise<boolean>) => {
        await world.clock.wait(40_000);
        return await ports.driver.add(pattern, signal, permit);
      },
    };
    const run = world.import(entries(1), {}, { ...ports, driver });
    const started = run.start();
    await world.clock.run(started, world.clock.now() + 35_000);
    expect(world.database.takeLease('tab 2')).toBe(false);
    expect(await world.clock.run(started)).toBe('done');
  });

  it('writes nothing any more once another tab has taken over', async () => {
    const world = new World();
    const run = world.import(entries(2), {}, world.ports('tab 1'));
    const started = run.start();
    await world.clock.run(started, world.clock.now() + 500);
    world.database.lease = { owner: 'tab 2', expiresAt: world.clock.now() + 1e9 };
    expect(await world.clock.run(started)).toBe('paused');
    expect(run.reason?.code).toBe('lease-lost');
    expect(world.database.runState).toBe('running');
    expect(world.database.lease.owner).toBe('tab 2');
    expect(world.console.requests.length).toBeLessThan(2);
  });

  it('does not add again what arrives long after the tab that sent it has died', async () => {
    const world = new World([], { refusesDuplicates: false });
    world.script.push('very-late');
    const started = world.import(entries(2), {}, world.ports('tab 1')).start();
    await world.clock.run(started, world.clock.now() + 500);
    expect(world.console.requests).toHaveLength(1);
    const rows = world.database.rows(entries(2).map((pattern, index) => ({ index, pattern })));
    const next = createImportRun(world.ports('1:later'), rows, { begun: true });
    world.database.lease = undefined;
    expect(await world.clock.run(next.start())).toBe('done');
    await world.clock.pass(60_000);
    expect([...world.console.texts()].sort()).toEqual(entries(2));
    expect(states(next.rows)).toEqual(['added', 'added']);
  });

  it('tries at once again what was interrupted before it was submitted', async () => {
    const world = new World([], { opens: 2_000 });
    const started = world.import(entries(1), {}, world.ports('tab 1')).start();
    await world.clock.run(started, world.clock.now() + 1_000);
    expect(world.database.steps.size).toBe(0);
    const rows = world.database.rows([{ index: 0, pattern: entries(1)[0] ?? '' }]);
    const begun = world.clock.now();
    world.database.lease = undefined;
    const next = createImportRun(world.ports('tab 2'), rows, { begun: true });
    expect(await world.clock.run(next.start())).toBe('done');
    expect(world.clock.now() - begun).toBeLessThan(10_000);
    expect(world.console.texts()).toEqual(entries(1));
  });

  it('has the list fetched anew before it tries an interrupted row again, and leaves it in doubt where it cannot', async () => {
    const world = new World([], { refusesDuplicates: false });
    const ports = world.ports();
    const anew: boolean[] = [];
    const driver = {
      ...ports.driver,
      readList: async (signal: AbortSignal, options: { anew?: boolean } = {}) => {
        anew.push(options.anew === true);
        const read = await ports.driver.readList(signal);
        return options.anew ? { ...read, mayBeStale: true as const } : read;
      },
    };
    const rows = [
      { index: 0, pattern: entries(1)[0] ?? '', state: 'trying' as const, at: world.clock.now() },
    ];
    const run = createImportRun({ ...ports, driver }, rows, { begun: true });
    await world.clock.run(run.start());
    expect(anew).toEqual([false, true]);
    expect(world.console.requests).toEqual([]);
    expect(states(run.rows)).toEqual(['unknown']);
  });

  it('is not held up by a clock that was set back', async () => {
    const world = new World();
    const at = world.clock.now() + 3_600_000;
    const rows = [{ index: 0, pattern: entries(1)[0] ?? '', state: 'trying' as const, at }];
    const begun = world.clock.now();
    const run = createImportRun(world.ports(), rows, { begun: true });
    expect(await world.clock.run(run.start())).toBe('done');
    expect(world.clock.now() - begun).toBeLessThan(150_000);
    expect(states(run.rows)).toEqual(['added']);
  });
});
