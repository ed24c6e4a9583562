import { describe, expect, it, vi } from 'vitest';
import { countRows } from '../../../../lib/import/run/index.ts';
import { rowWords } from '../../../../lib/import/run/reasons.ts';
import type { RunJournal, RunPhase, RunPorts, RunRow } from '../../../../lib/import/run/types.ts';
import { forgetful } from '../support/simulated-journal.ts';
import { World } from '../support/world.ts';

// Many runs on a busy machine: what is slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const entries = (count: number): string[] =>
  Array.from({ length: count }, (_, n) => `https://app${n}.example.com/**`);
const states = (rows: readonly Readonly<RunRow>[]): string[] => rows.map(({ state }) => state);

describe('an import run', () => {
  it('adds the rows in order, each journalled before it is tried and settled after it was read back', async () => {
    const world = new World(['https://old.example.org']);
    const run = world.import(entries(3));
    expect(await world.clock.run(run.start())).toBe('done');
    expect(world.console.texts()).toEqual(['https://old.example.org', ...entries(3)]);
    expect(world.database.log).toEqual(['trying 0', 'added 0', 'trying 1', 'added 1', 'trying 2', 'added 2']);
    expect(world.database.runState).toBe('done');
    expect(world.database.lease).toBeUndefined();
    expect(countRows(run)).toEqual({ done: 3, failed: 0, unknown: 0, skipped: 0, open: 0 });
  });

  it('writes down what a glance showed with the next row: one message a row', async () => {
    const world = new World();
    const ports = world.ports();
    const driver = { ...ports.driver, isShown: async (text: string) => world.console.texts().includes(text) };
    const settled: unknown[] = [];
    const journal: RunJournal = {
      ...ports.journal,
      settled: async (rows) => {
        settled.push(rows);
        return await ports.journal.settled(rows);
      },
    };
    const run = world.import(entries(3), {}, { ...ports, driver, journal });
    expect(await world.clock.run(run.start())).toBe('done');
    expect(world.database.log).toEqual(['trying 0', 'added 0', 'trying 1', 'added 1', 'trying 2', 'added 2']);
    expect(settled).toEqual([[{ index: 2, state: 'added' }]]);
  });

  it.each(['message', 'answer'] as const)(
    'shows no outcome that was not written down: the %s is lost while the next form is open',
    async (lost) => {
      const world = new World();
      const ports = world.ports();
      const driver = {
        ...ports.driver,
        isShown: async (text: string) => world.console.texts().includes(text),
      };
      // Every message until the run stands still: its first row is in the store, its second form is open.
      let down = false;
      let broken = 0;
      const journal = forgetful(ports.journal, () => (down ? lost : 'nothing'));
      const run = world.import(
        entries(2),
        {},
        {
          ...{ ...ports, driver, journal },
          onChange: (_, row) => {
            if (row?.index === 1 && row.state === 'trying') down = ++broken === 1;
          },
        },
      );
      expect(await world.clock.run(run.start())).toBe('paused');
      expect(run.reason?.code).toBe('journal-failed');
      expect(states(run.rows)).toEqual(['trying', 'open']);
      expect(world.console.texts()).toEqual(entries(1));
      down = false;
      expect(await world.clock.run(run.start())).toBe('done');
      expect(states(run.rows)).toEqual(['added', 'added']);
      expect(world.console.requests.map(({ text }) => text)).toEqual(entries(2));
    },
  );

  it('does not add what is in the list already, in whatever spelling', async () => {
    const world = new World(['HTTPS://App0.Example.com:443/**']);
    const run = world.import(entries(1));
    await world.clock.run(run.start());
    expect(states(run.rows)).toEqual(['skipped']);
    expect(world.console.requests).toEqual([]);
  });

  it('does not touch the page when the list cannot be read to its end, and goes on once it can', async () => {
    let broken = true;
    const world = new World(entries(1));
    const ports = world.ports();
    const driver = {
      ...ports.driver,
      readList: async (signal: AbortSignal) =>
        broken ? { entries: [], complete: false } : await ports.driver.readList(signal),
    };
    const run = world.import(entries(2), {}, { ...ports, driver });
    expect(await world.clock.run(run.start())).toBe('paused');
    expect(run.reason?.code).toBe('list-incomplete');
    expect(world.console.requests).toEqual([]);
    broken = false;
    expect(await world.clock.run(run.start())).toBe('done');
    expect(states(run.rows)).toEqual(['skipped', 'added']);
  });

  it('believes the list and not the page', async () => {
    const world = new World();
    world.script.push('refused-but-done', 'silent-but-done', 'none', 'refused');
    const run = world.import(entries(4));
    expect(await world.clock.run(run.start())).toBe('done');
    expect(states(run.rows)).toEqual(['added', 'added', 'added', 'failed']);
    expect(run.rows[3]?.words).toBe('Something went wrong.');
  });

  it('has the page fetch its list again before it calls failed what that does not show', async () => {
    const world = new World(entries(1));
    const ports = world.ports();
    // As after a fetch that failed: the page goes on showing the list of before.
    const stale = [...world.console.texts()];
    let fetched = 0;
    const driver = {
      ...ports.driver,
      readList: async (signal: AbortSignal, options?: { anew?: boolean }) => {
        if (!options?.anew) return { entries: stale, complete: true };
        fetched += 1;
        return await ports.driver.readList(signal, options);
      },
    };
    const run = world.import(entries(4), {}, { ...ports, driver });
    expect(await world.clock.run(run.start())).toBe('done');
    expect(states(run.rows)).toEqual(['skipped', 'added', 'added', 'added']);
    expect(run.rows.map(({ words }) => words)).toEqual([rowWords.present, undefined, undefined, undefined]);
    expect(fetched).toBeGreaterThan(0);
  });

  it('counts failures in a row, whichever way the rows between were seen to be there', async () => {
    const world = new World();
    world.script.push('refused', 'none', 'refused', 'none', 'refused', 'none');
    const ports = world.ports();
    const driver = {
      ...ports.driver,
      isShown: async (pattern: string) => world.console.texts().includes(pattern),
    };
    const run = world.import(entries(6), {}, { ...ports, driver });
    expect(await world.clock.run(run.start())).toBe('done');
    expect(states(run.rows)).toEqual(['failed', 'added', 'failed', 'added', 'failed', 'added']);
  });

  it('knows an entry again behind whose host the page has put a slash', async () => {
    const world = new World(['https://there.example.com/'], {
      normalise: (text) => (/^https:\/\/[^/]*$/.test(text) ? `${text}/` : text),
    });
    const run = world.import(['https://bare.example.com', 'https://path.example.com/cb']);
    expect(await world.clock.run(run.start())).toBe('done');
    expect(run.rows.map(({ state, stored }) => [state, stored])).toEqual([
      ['added', 'https://bare.example.com/'],
      ['added', undefined],
    ]);
  });

  it('waits for what may still arrive before it calls a silent row failed', async () => {
    const world = new World();
    world.script.push('late', 'silent');
    const run = world.import(entries(2));
    expect(await world.clock.run(run.start())).toBe('done');
    expect(states(run.rows)).toEqual(['added', 'failed']);
    expect(world.console.requests.map(({ text }) => text)).toEqual(entries(2));
  });

  it('pauses after three failures in a row and goes on with the next row', async () => {
    const world = new World();
    world.script.push('refused', 'none', 'refused', 'refused', 'refused');
    const run = world.import(entries(6));
    expect(await world.clock.run(run.start())).toBe('paused');
    expect(run.reason?.code).toBe('three-failures');
    expect(run.reason?.message).toContain('Something went wrong.');
    expect(world.database.runState).toBe('paused');
    expect(await world.clock.run(run.start())).toBe('done');
    expect(states(run.rows)).toEqual(['failed', 'added', 'failed', 'failed', 'failed', 'added']);
  });

  it('pauses when the page never answers, and settles that row from the list', async () => {
    const world = new World();
    world.script.push('never-but-done');
    const run = world.import(entries(2), { actLimit: 30_000 });
    expect(await world.clock.run(run.start())).toBe('paused');
    expect(run.reason?.code).toBe('page-silent');
    expect(states(run.rows)).toEqual(['unknown', 'open']);
    expect(await world.clock.run(run.start())).toBe('done');
    expect(states(run.rows)).toEqual(['added', 'added']);
    expect(world.console.requests).toHaveLength(2);
  });

  it('pauses without a trace when the controls are gone, and tries that row again', async () => {
    const world = new World();
    world.script.push('not-possible');
    const run = world.import(entries(1));
    expect(await world.clock.run(run.start())).toBe('paused');
    expect(run.reason).toEqual({ code: 'no-button', message: 'The button is not there.' });
    expect(states(run.rows)).toEqual(['open']);
    expect(await world.clock.run(run.start())).toBe('done');
    expect(world.console.texts()).toEqual(entries(1));
  });

  it('finishes and reads back the row at hand before it pauses or ends', async () => {
    const world = new World();
    const phases: RunPhase[] = [];
    const ports: RunPorts = { ...world.ports(), onChange: ({ phase }) => phases.push(phase) };
    const run = world.import(entries(4), {}, ports);
    const started = run.start();
    await world.clock.run(started, world.clock.now() + 800);
    run.pause();
    expect(run.stopping).toBe(true);
    expect(await world.clock.run(started)).toBe('paused');
    expect(run.reason?.code).toBe('paused-by-admin');
    const added = states(run.rows).filter((state) => state === 'added').length;
    expect(added).toBeGreaterThan(0);
    expect(world.console.store).toHaveLength(added);
    expect(await world.clock.run(run.cancel())).toBe('cancelled');
    expect(countRows(run)).toEqual({ done: added, failed: 0, unknown: 0, skipped: 4 - added, open: 0 });
    expect(world.database.runState).toBe('cancelled');
    expect(new Set(phases)).toEqual(new Set(['starting', 'running', 'paused', 'cancelled']));
    expect(await run.start()).toBe('cancelled');
  });

  it('cancels before anything was begun without touching anything', async () => {
    const world = new World();
    const run = world.import(entries(2));
    expect(await world.clock.run(run.cancel())).toBe('cancelled');
    expect(world.database.runState).toBe('none');
    expect(world.console.requests).toEqual([]);
  });

  it('does nothing when the journal cannot be written', async () => {
    const world = new World();
    const ports = world.ports();
    const journal = { ...ports.journal, trying: () => Promise.reject(new Error('disk full')) };
    const run = world.import(entries(1), {}, { ...ports, journal });
    expect(await world.clock.run(run.start())).toBe('paused');
    expect(run.reason?.code).toBe('journal-failed');
    expect(world.console.requests).toEqual([]);
  });

  it('goes on after a lost answer of the journal without a second add', async () => {
    const world = new World();
    const ports = world.ports();
    let lose = true;
    const journal = {
      ...ports.journal,
      settled: (rows: Parameters<typeof ports.journal.settled>[0]) =>
        lose ? Promise.reject(new Error('gone')) : ports.journal.settled(rows),
    };
    const run = world.import(entries(1), {}, { ...ports, journal });
    expect(await world.clock.run(run.start())).toBe('paused');
    lose = false;
    expect(await world.clock.run(run.start())).toBe('done');
    expect(states(run.rows)).toEqual(['added']);
    expect(world.console.requests).toHaveLength(1);
  });

  it('says how the page stored an entry that it altered', async () => {
    const world = new World([], { normalise: (text) => text.toLowerCase() });
    const run = world.import(['https://a.example.com/Callback']);
    await world.clock.run(run.start());
    expect(run.rows[0]).toMatchObject({ state: 'added', stored: 'https://a.example.com/callback' });
    expect(run.rows[0]?.words).toContain('https://a.example.com/callback');
  });

  it('does not take an older look-alike for its own entry', async () => {
    const world = new World(['https://a.example.com/callback']);
    world.script.push('refused');
    const run = world.import(['https://a.example.com/Callback']);
    await world.clock.run(run.start());
    expect(states(run.rows)).toEqual(['failed']);
  });

  it('does not call failed what was refused because somebody else had just added it', async () => {
    const world = new World();
    const ports = world.ports();
    let shown: string[] = [];
    const driver = {
      ...ports.driver,
      // The page fetches its list again when it is told to, and after what it added itself.
      readList: async (_: AbortSignal, { anew = false } = {}) => {
        if (anew) shown = world.console.texts();
        return { entries: shown, complete: true };
      },
      add: async (...[pattern, signal, permit]: Parameters<typeof ports.driver.add>) => {
        if (pattern === entries(2)[1]) world.console.store.push({ text: pattern, by: 'somebody' });
        const outcome = await ports.driver.add(pattern, signal, permit);
        if (outcome.kind === 'added') shown = world.console.texts();
        return outcome;
      },
    };
    const run = world.import(entries(2), {}, { ...ports, driver });
    expect(await world.clock.run(run.start())).toBe('done');
    expect(states(run.rows)).toEqual(['added', 'added']);
    expect(world.database.log.at(-1)).toBe('added 1');
  });

  it('says of an entry that somebody removed meanwhile that it is gone', async () => {
    const world = new World();
    const run = world.import(
      entries(2),
      {},
      {
        ...world.ports(),
        onChange: (_, row) => {
          if (row?.index === 1 && row.state === 'trying') world.console.store.splice(0, 1);
        },
      },
    );
    await world.clock.run(run.start());
    expect(states(run.rows)).toEqual(['added', 'added']);
    expect(run.rows[0]?.words).toContain('not there any more');
    expect(run.rows[1]?.words).toBeUndefined();
  });
});
