import { describe, expect, it } from 'vitest';
import { createHandRun, type HandAnswer, type HandRun } from '../../../../lib/import/run/hand-run.ts';
import { SimulatedDatabase } from '../support/simulated-journal.ts';
import { VirtualClock } from '../support/virtual-clock.ts';

const rows = [0, 1, 2].map((index) => ({ index, pattern: `https://app${index}.example.com/**` }));

function world() {
  const clock = new VirtualClock();
  const database = new SimulatedDatabase(clock);
  const ports = (owner = 'tab') => ({
    journal: database.journal(owner),
    lease: database.leaseOf(owner),
    clock,
  });
  return { clock, database, ports };
}

const current = (run: HandRun) => run.rows.find(({ state }) => state === 'trying')?.index;

/** Says this of one entry after another, each some seconds after it is shown. */
async function say(run: HandRun, clock: VirtualClock, ...answers: HandAnswer[]): Promise<void> {
  for (const answer of answers) {
    await clock.pass(7_000);
    run.answer(answer);
  }
  await clock.pass(100);
}

describe('an import by hand', () => {
  it('shows one entry after the other and keeps what the admin says of each', async () => {
    const { clock, database, ports } = world();
    const run = createHandRun(ports(), rows);
    const ended = run.start();
    await clock.pass(100);
    expect(current(run)).toBe(0);
    await say(run, clock, 'added');
    expect(current(run)).toBe(1);
    await say(run, clock, 'refused', 'left-out');
    expect(await clock.run(ended)).toBe('done');
    expect(run.rows.map(({ state }) => state)).toEqual(['added', 'failed', 'skipped']);
    expect(database.runState).toBe('done');
    expect(database.lease).toBeUndefined();
  });

  it('goes on after a reload with the entry that was not ticked off', async () => {
    const { clock, database, ports } = world();
    const first = createHandRun(ports('tab 1'), rows);
    void first.start();
    await say(first, clock, 'added');
    first.stop();
    expect(first.phase).toBe('stopped');
    await clock.pass(30_000);
    const second = createHandRun(ports('tab 2'), database.rows(rows), { begun: true });
    const ended = second.start();
    await clock.pass(100);
    expect(second.rows.map(({ state }) => state)).toEqual(['added', 'trying', 'open']);
    await say(second, clock, 'added', 'added');
    expect(await clock.run(ended)).toBe('done');
    expect([0, 1, 2].map((index) => database.steps.get(index)?.state)).toEqual(['added', 'added', 'added']);
  });

  it('keeps the lease however long the admin takes, so that no other tab begins', async () => {
    const { clock, ports } = world();
    const run = createHandRun(ports('tab 1'), rows);
    void run.start();
    await clock.pass(10 * 60_000);
    const other = createHandRun(ports('tab 2'), rows);
    expect(await clock.run(other.start())).toBe('paused');
    expect(other.reason?.code).toBe('lease-held');
    expect(current(run)).toBe(0);
  });

  it('pauses, goes on, and ends early with the rest untouched', async () => {
    const { clock, database, ports } = world();
    const run = createHandRun(ports(), rows);
    const paused = run.start();
    await say(run, clock, 'added');
    run.pause();
    expect(await clock.run(paused)).toBe('paused');
    expect(run.rows.map(({ state }) => state)).toEqual(['added', 'open', 'open']);
    const going = run.start();
    await clock.pass(100);
    expect(current(run)).toBe(1);
    void run.cancel();
    expect(await clock.run(going)).toBe('cancelled');
    expect(database.runState).toBe('cancelled');
    expect(run.rows.map(({ state }) => state)).toEqual(['added', 'open', 'open']);
  });

  it('can be cancelled while it is paused', async () => {
    const { clock, database, ports } = world();
    const run = createHandRun(ports(), rows);
    const paused = run.start();
    await clock.pass(100);
    run.pause();
    await clock.run(paused);
    expect(await clock.run(run.cancel())).toBe('cancelled');
    expect(database.runState).toBe('cancelled');
  });

  it('does not count an entry that the journal did not take', async () => {
    const { clock, ports } = world();
    const { journal, ...others } = ports();
    const broken = {
      ...journal,
      settled: async () => ({ ok: false as const, code: 'journal-failed', message: 'No room.' }),
    };
    const run = createHandRun({ ...others, journal: broken }, rows);
    const paused = run.start();
    await say(run, clock, 'added');
    expect(await clock.run(paused)).toBe('paused');
    expect(run.reason?.message).toBe('No room.');
    expect(run.rows[0]?.state).toBe('open');
  });
});
