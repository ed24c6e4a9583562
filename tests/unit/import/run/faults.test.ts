import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { entryKey } from '../../../../lib/import/run/entry-key.ts';
import { countRows, createImportRun, type Run } from '../../../../lib/import/run/index.ts';
import { Random } from '../support/random.ts';
import { type Fault, SimulatedConsole } from '../support/simulated-console.ts';
import { forgetful, mortal, SimulatedDatabase } from '../support/simulated-journal.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

// Many runs on a busy machine: what is slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const faults: readonly Fault[] = [
  'refused',
  'silent',
  'silent-but-done',
  'refused-but-done',
  'late',
  'very-late',
  'never',
  'never-but-done',
  'throws',
  'not-possible',
];

interface World {
  random: Random;
  clock: VirtualClock;
  console: SimulatedConsole;
  database: SimulatedDatabase;
  planned: { index: number; pattern: string }[];
  /** How many entries stood in the list at the start. */
  before: number;
  /** What becomes of the next message to the journal. */
  loses: () => 'nothing' | 'message' | 'answer';
}

function makeWorld(seed: number): World {
  const random = new Random(seed);
  const clock = new VirtualClock();
  const faultRate = random.pick([0, 0.1, 0.3, 0.6]);
  let calm = 0;
  const console = new SimulatedConsole(clock, random, {
    refusesDuplicates: random.chance(0.5),
    normalise: random.pick([(text: string) => text, (text: string) => text.toLowerCase(), entryKey]),
    badReadings: random.pick([0, 0.05, 0.2]),
    // Faults end some time, or a run could go on being resumed for ever.
    fault: () => (calm++ < 120 && random.chance(faultRate) ? random.pick(faults) : 'none'),
    glances: random.chance(0.5),
    opens: random.pick([0, 50, 400]),
    takesText: random.pick([0, 20, 3_000]),
  });
  const planned = Array.from({ length: random.between(1, 14) }, (_, n) => ({
    index: n * 3 + 1,
    pattern: `https://app${n}.example.com${random.pick(['', '/**', '/Callback', '/cb'])}`,
  }));
  const before = random.between(0, 4);
  for (let n = 0; n < before; n++)
    console.store.push({ text: `https://old${n}.example.org/**`, by: 'before' });
  if (random.chance(0.3)) {
    // Somebody else adds one of them in the meantime.
    const { pattern } = random.pick(planned);
    clock.at(random.between(0, 6_000), () => {
      if (!console.texts().some((text) => text.toLowerCase() === pattern.toLowerCase())) {
        console.store.push({ text: pattern, by: 'somebody' });
      }
    });
  }
  const lossRate = random.pick([0, 0, 0.1, 0.3]);
  let lost = 0;
  const loses = () =>
    lost < 20 && random.chance(lossRate) && lost++ >= 0
      ? random.pick(['message', 'answer'] as const)
      : 'nothing';
  return { random, clock, console, database: new SimulatedDatabase(clock), planned, before, loses };
}

/** Runs, crashes and resumes until the run has ended; a fresh tab after each crash. */
async function runToTheEnd(world: World): Promise<Run> {
  const { random, clock, console, database, planned, loses } = world;
  const crashes = random.pick([0, 0, 1, 2, 5]);
  const cancels = random.chance(0.1);
  const readBackEvery = random.pick([1, 1, 4]);
  for (let life = 0; life < 60; life++) {
    let alive = true;
    const owner = `tab ${life}`;
    const isAlive = (): boolean => alive;
    const run = createImportRun(
      {
        driver: console.driver(),
        journal: mortal(forgetful(database.journal(owner), loses), isAlive),
        lease: mortal(database.leaseOf(owner), isAlive),
        clock,
      },
      database.rows(planned),
      { begun: database.runState !== 'none', readBackEvery },
    );
    const crashAt = life < crashes ? clock.now() + random.between(1, 12_000) : undefined;
    const cancelAt = cancels && life === crashes ? random.between(0, 8_000) : undefined;
    if (cancelAt !== undefined) clock.at(cancelAt, () => void run.cancel());
    for (let go = 0; go < 40; go++) {
      const phase = await clock.run(run.start(), crashAt);
      if (phase === 'done' || phase === 'cancelled') return run;
      if (phase === undefined) break;
      expect(phase).toBe('paused');
      expect(run.reason?.message).toMatch(/\w{3}.*[.!?]$/);
      if (random.chance(0.3)) await clock.pass(random.between(1, 20_000));
    }
    // The tab dies: either it notices (navigation) or it doesn't (a killed process).
    if (random.chance(0.5)) run.stop();
    alive = false;
    await clock.pass(random.between(1, 30_000));
  }
  throw new Error('the run never ended');
}

describe('a run against a faulty console', () => {
  it('loses no row, doubles none, and reports what the store holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 2 ** 31 }), async (seed) => {
        const world = makeWorld(seed);
        const run = await runToTheEnd(world);
        const { console, planned } = world;
        // What somebody else does after the end is not the run's to know; what is on its way by its own doing is.
        const atTheEnd = console.texts();
        await world.clock.pass(60_000);
        const ours = console.store.filter(({ by }) => by === 'run').map(({ text }) => text);

        // Nothing is there twice by our doing.
        expect(new Set(ours.map(entryKey)).size).toBe(ours.length);
        // Nothing is there that nobody asked for, and nothing that was there is gone.
        const asked = new Set(planned.map(({ pattern }) => pattern.toLowerCase()));
        for (const { text, by } of console.store)
          if (by === 'run') expect(asked).toContain(text.toLowerCase());

        const counts = countRows(run);
        expect(counts.done + counts.failed + counts.skipped + counts.unknown).toBe(planned.length);
        const present = new Set([...atTheEnd, ...ours].map((text) => text.toLowerCase()));
        for (const row of run.rows) {
          const isThere = present.has(row.pattern.toLowerCase());
          const context = `${row.pattern} is ${row.state} (${row.words ?? ''})`;
          if (row.state === 'added') expect(isThere, context).toBe(true);
          if (row.state === 'failed') expect(isThere, context).toBe(false);
          if (row.state === 'skipped') expect(isThere, context).toBe(true);
          if (run.phase === 'done') expect(['added', 'failed', 'skipped'], context).toContain(row.state);
          if (row.state === 'open')
            expect(isThere && ours.includes(entryKey(row.pattern)), context).toBe(false);
        }
        // The journal says the same, so a report made later is the same report.
        for (const row of run.rows) {
          if (row.state !== 'open') expect(world.database.steps.get(row.index)?.state).toBe(row.state);
        }
      }),
      { numRuns: 1_000 },
    );
  });
});
