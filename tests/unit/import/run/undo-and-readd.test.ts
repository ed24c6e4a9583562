import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { Random } from '../support/random.ts';
import type { Fault } from '../support/simulated-console.ts';
import { mortal } from '../support/simulated-journal.ts';
import { World } from '../support/world.ts';

// Many runs on a busy machine: what is slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const entry = 'https://app.example.com/**';
const mine = ['https://a.example.com/**', 'https://b.example.com/**', 'https://c.example.com/**'];

describe('an undo', () => {
  it('removes exactly what the run added, newest first', async () => {
    const world = new World(['https://old.example.org', 'https://b.example.com/**']);
    const run = world.import(mine);
    await world.clock.run(run.start());
    expect(world.console.store).toHaveLength(4);
    world.database.steps.clear();
    const undo = world.undo(run);
    expect(undo.rows.map(({ pattern }) => pattern)).toEqual([
      'https://c.example.com/**',
      'https://a.example.com/**',
    ]);
    expect(await world.clock.run(undo.start())).toBe('done');
    expect(world.console.texts()).toEqual(['https://old.example.org', 'https://b.example.com/**']);
    expect(undo.rows.map(({ state }) => state)).toEqual(['removed', 'removed']);
  });

  it('removes an entry under the spelling that the page gave it', async () => {
    const world = new World([], { normalise: (text) => text.toLowerCase() });
    const run = world.import(['https://a.example.com/Callback']);
    await world.clock.run(run.start());
    world.database.steps.clear();
    await world.clock.run(world.undo(run).start());
    expect(world.console.texts()).toEqual([]);
  });

  it('leaves alone what somebody removed already and says what could not be removed', async () => {
    const world = new World();
    const run = world.import(mine);
    await world.clock.run(run.start());
    world.database.steps.clear();
    world.console.store.splice(2, 1);
    world.script.push('refused');
    const undo = world.undo(run);
    expect(await world.clock.run(undo.start())).toBe('done');
    expect(undo.rows.map(({ state }) => state)).toEqual(['skipped', 'failed', 'removed']);
    expect(world.console.texts()).toEqual(['https://b.example.com/**']);
  });
});

describe('a re-add', () => {
  it('deletes the entry and adds it again exactly', async () => {
    const world = new World([entry]);
    const run = world.readd(entry);
    expect(await world.clock.run(run.start())).toBe('done');
    expect(world.console.requests.map(({ act }) => act)).toEqual(['remove', 'add']);
    expect(world.console.texts()).toEqual([entry]);
  });

  it('adds nothing when the deletion is refused', async () => {
    const world = new World([entry]);
    world.script.push('refused');
    const run = world.readd(entry);
    expect(await world.clock.run(run.start())).toBe('done');
    expect(run.rows.map(({ state }) => state)).toEqual(['failed', 'skipped']);
    expect(world.console.texts()).toEqual([entry]);
  });

  it('is not held up between the two by a pause', async () => {
    const world = new World([entry]);
    const run = world.readd(
      entry,
      {},
      {
        ...world.ports(),
        onChange: (view, row) => {
          if (row?.index === 0 && row.state === 'removed' && !view.stopping) run.pause();
        },
      },
    );
    await world.clock.run(run.start());
    expect(world.console.texts()).toEqual([entry]);
  });

  it('pauses and names the entry when it cannot be added again, and tries again on resume', async () => {
    const world = new World([entry]);
    world.script.push('none', 'refused');
    const run = world.readd(entry);
    expect(await world.clock.run(run.start())).toBe('paused');
    expect(run.reason?.code).toBe('readd-missing');
    expect(run.reason?.message).toContain(entry);
    expect(await world.clock.run(run.start())).toBe('done');
    expect(world.console.texts()).toEqual([entry]);
  });

  it('can be cancelled when it stands still', async () => {
    const world = new World([entry]);
    world.script.push('none', 'refused');
    const run = world.readd(entry);
    await world.clock.run(run.start());
    expect(await world.clock.run(run.cancel())).toBe('cancelled');
    expect(run.rows.map(({ state }) => state)).toEqual(['removed', 'failed']);
  });

  it('never ends with the entry lost, wherever it is interrupted', async () => {
    const faults: Fault[] = [
      'none',
      'none',
      'refused',
      'silent',
      'silent-but-done',
      'refused-but-done',
      'late',
      'very-late',
      'never-but-done',
    ];
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), async (seed) => {
        const random = new Random(seed);
        const world = new World([entry, 'https://other.example.com']);
        for (let n = random.between(0, 4); n > 0; n--) world.script.push(random.pick(faults));
        let ended = false;
        for (let life = 0; life < 12 && !ended; life++) {
          let alive = true;
          const isAlive = (): boolean => alive;
          const ports = world.ports(`tab ${life}`);
          const run = world.readd(
            entry,
            { begun: world.database.runState !== 'none' },
            {
              ...ports,
              journal: mortal(ports.journal, isAlive),
              lease: mortal(ports.lease, isAlive),
            },
          );
          const crashAt =
            life < 4 && random.chance(0.7) ? world.clock.now() + random.between(1, 9_000) : undefined;
          for (let go = 0; go < 10 && !ended; go++) {
            const phase = await world.clock.run(run.start(), crashAt);
            if (phase === undefined) break;
            ended = phase === 'done';
          }
          alive = false;
          await world.clock.pass(random.between(1, 20_000));
        }
        expect(ended).toBe(true);
        await world.clock.pass(60_000);
        expect(world.console.texts().filter((text) => text === entry)).toEqual([entry]);
        expect(world.console.texts()).toContain('https://other.example.com');
      }),
      { numRuns: 300 },
    );
  });
});
