import { beforeEach, describe, expect, it } from 'vitest';
import type { Reply } from '../../../lib/messages/reply.ts';
import { type GatehouseDatabase, openDatabase } from '../../../lib/store/database.ts';
import {
  beginRun,
  finishRun,
  importLease,
  type NewRun,
  pauseRun,
  resumeRun,
} from '../../../lib/store/journal.ts';
import type { JournalRow } from '../../../lib/store/journal-records.ts';
import { findRun, readRows, settleRows, tryRow, untryRow } from '../../../lib/store/journal-steps.ts';
import { KEPT_RUN_TIME, KEPT_RUNS } from '../../../lib/store/journal-upkeep.ts';
import { acquireLease, LEASE_TIME } from '../../../lib/store/leases.ts';
import { freshDatabase, ORG, OTHER_ORG } from './fresh-database.ts';

const NOW = 1_800_000_000_000;
const RUN = 'run-aaaaaaaa';
const ME = '7:token-of-mine';
const OTHER = '8:token-of-another';
let database: GatehouseDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});

function row(index: number, chosen = true): JournalRow {
  const pattern = `https://host${index}.example/**`;
  return {
    ...{ line: index + 1, text: pattern, extra: {}, pattern, level: 'ok', needsTick: false, findings: [] },
    ...{ plan: chosen ? 'add' : 'present', chosen },
  };
}

function rows(count: number, from = 0): JournalRow[] {
  return Array.from({ length: count }, (_, index) => row(from + index));
}

function newRun(changes: Partial<NewRun> = {}): NewRun {
  const all = changes.rows ?? rows(3);
  return {
    org: ORG,
    run: RUN,
    kind: 'add',
    file: 'f.csv',
    path: '/',
    first: 0,
    total: all.length,
    ...changes,
    rows: all,
  };
}

const begin = (changes: Partial<NewRun> = {}, owner = ME, now = NOW): ReturnType<typeof beginRun> =>
  beginRun(database, newRun(changes), owner, now);
const attempt = (index: number, owner = ME, now = NOW): ReturnType<typeof tryRow> =>
  tryRow(database, ORG, RUN, index, owner, now);
const settle = (...settled: Parameters<typeof settleRows>[3]): ReturnType<typeof settleRows> =>
  settleRows(database, ORG, RUN, settled, NOW);

function valueIn<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.code}: ${reply.message}`);
  return reply.value;
}

async function allRows(run = RUN): Promise<{ state?: string; index: number }[]> {
  return valueIn(await readRows(database, ORG, run, 0, 2_000)).rows;
}

describe('beginning', () => {
  it('runs when all rows have arrived, in any number of chunks', async () => {
    expect(valueIn(await begin({ rows: rows(2), total: 5 }))).toMatchObject({
      state: 'receiving',
      received: 2,
    });
    expect(valueIn(await begin({ rows: rows(2, 2), first: 2, total: 5 }))).toMatchObject({ received: 4 });
    expect(await findRun(database, ORG, OTHER, NOW)).toBeNull();
    const begun = valueIn(await begin({ rows: rows(1, 4), first: 4, total: 5 }));
    expect(begun).toMatchObject({ state: 'running', received: 5, chosen: 5 });
    expect((await allRows()).map(({ index }) => index)).toEqual([0, 1, 2, 3, 4]);
  });

  it('changes nothing when a chunk is sent again', async () => {
    await begin({ rows: rows(2), total: 4 });
    expect(valueIn(await begin({ rows: rows(2), total: 4 }))).toMatchObject({ received: 2, chosen: 2 });
    await begin({ rows: rows(2, 2), first: 2, total: 4 });
    await attempt(0);
    expect(valueIn(await begin({ rows: rows(2, 2), first: 2, total: 4 }))).toMatchObject({
      state: 'running',
      chosen: 4,
    });
    expect(await allRows()).toHaveLength(4);
  });

  it('refuses a gap and more rows than were announced', async () => {
    await begin({ rows: rows(2), total: 5 });
    expect(await begin({ rows: rows(1, 3), first: 3, total: 5 })).toMatchObject({ code: 'rows-missing' });
    expect(await begin({ rows: rows(9, 2), first: 2, total: 5 })).toMatchObject({ code: 'rows-missing' });
  });

  it('tries nothing before all rows are there', async () => {
    await begin({ rows: rows(2), total: 5 });
    expect(await attempt(0)).toMatchObject({ code: 'run-not-running' });
    expect(await settle({ index: 0, state: 'added' })).toMatchObject({ code: 'run-not-found' });
  });

  it('takes the place of an unfinished import', async () => {
    await begin();
    await begin({ run: 'run-bbbbbbbb' });
    expect(await attempt(0)).toMatchObject({ code: 'run-not-running' });
    expect((await findRun(database, ORG, OTHER, NOW))?.run.id).toBe('run-bbbbbbbb');
    expect((await database.get('imports', [ORG, RUN]))?.state).toBe('replaced');
  });

  it('never takes the place of an entry that is being added again', async () => {
    await begin({ kind: 'readd' });
    expect(await begin({ run: 'run-bbbbbbbb' })).toMatchObject({ ok: false, code: 'entry-at-risk' });
    await finishRun(database, ORG, RUN, 'cancelled', NOW);
    expect(await begin({ run: 'run-bbbbbbbb' })).toMatchObject({ ok: true });
  });

  it('leaves other organizations alone', async () => {
    await begin();
    await begin({ org: OTHER_ORG });
    expect((await findRun(database, ORG, OTHER, NOW))?.run.state).toBe('running');
  });

  it('is refused while another tab works on the list', async () => {
    await begin();
    expect(await begin({ run: 'run-bbbbbbbb' }, OTHER, NOW + 1)).toMatchObject({ code: 'lease-lost' });
    expect(await begin({ run: 'run-bbbbbbbb' }, OTHER, NOW + LEASE_TIME)).toMatchObject({ ok: true });
  });
});

describe('a step', () => {
  beforeEach(async () => {
    await begin();
  });

  it('is written down before and after, in the order of the plan', async () => {
    await attempt(1);
    await attempt(0);
    await settle({ index: 0, state: 'added' }, { index: 1, state: 'failed', words: 'Not this one.' });
    expect(await allRows()).toMatchObject([
      { index: 0, state: 'added', at: NOW },
      { index: 1, state: 'failed', words: 'Not this one.' },
      { index: 2 },
    ]);
  });

  it('may be begun and settled again without effect', async () => {
    expect(valueIn(await attempt(0))).toEqual({ go: true, state: 'trying' });
    expect(valueIn(await attempt(0))).toEqual({ go: true, state: 'trying' });
    await settle({ index: 0, state: 'added' });
    await settle({ index: 0, state: 'added' });
    expect(await database.count('importSteps')).toBe(1);
  });

  it('is taken back by whoever has the lease, and only while nothing is known of it', async () => {
    await attempt(0);
    expect(await untryRow(database, ORG, RUN, 0, OTHER, NOW)).toMatchObject({ code: 'lease-lost' });
    expect(await database.count('importSteps')).toBe(1);
    expect(await untryRow(database, ORG, RUN, 0, ME, NOW)).toMatchObject({ ok: true });
    expect(await database.count('importSteps')).toBe(0);
    await attempt(0);
    await settle({ index: 0, state: 'failed', words: 'No.' });
    expect(await untryRow(database, ORG, RUN, 0, ME, NOW)).toMatchObject({ ok: true });
    expect((await allRows())[0]?.state).toBe('failed');
  });

  it('is not allowed for a row that stands as added', async () => {
    await settle({ index: 0, state: 'added' });
    expect(valueIn(await attempt(0))).toEqual({ go: false, state: 'added' });
    expect((await allRows())[0]?.state).toBe('added');
  });

  it('that was read back is not made uncertain again', async () => {
    await settle({ index: 0, state: 'added' });
    await settle({ index: 0, state: 'unknown' }, { index: 1, state: 'unknown' });
    await settle({ index: 0, state: 'failed' }, { index: 1, state: 'added' });
    expect((await allRows()).map(({ state }) => state)).toEqual(['added', 'added', undefined]);
  });

  it('is refused to a tab that lost its lease, and renews it for the one that has it', async () => {
    await attempt(0, ME, NOW + 10_000);
    expect(await attempt(1, OTHER, NOW + 20_000)).toMatchObject({ code: 'lease-lost' });
    const late = NOW + 10_000 + LEASE_TIME;
    // Nobody acts without having taken the lease, even when it is free.
    expect(await attempt(1, OTHER, late)).toMatchObject({ code: 'lease-lost' });
    await acquireLease(database, importLease(ORG), OTHER, late);
    expect(await attempt(1, OTHER, late)).toMatchObject({ ok: true });
    expect(await attempt(2, ME, late)).toMatchObject({ code: 'lease-lost' });
  });

  it('takes along what became of those before it, or is refused with all of that', async () => {
    const next = (index: number, owner: string, settled: Parameters<typeof settleRows>[3]) =>
      tryRow(database, ORG, RUN, index, owner, NOW, settled);
    await attempt(0);
    expect(await next(1, OTHER, [{ index: 0, state: 'added' }])).toMatchObject({ code: 'lease-lost' });
    expect(await next(1, ME, [{ index: 3, state: 'added' }])).toMatchObject({ code: 'row-not-found' });
    expect((await allRows()).map(({ state }) => state)).toEqual(['trying', undefined, undefined]);
    expect(valueIn(await next(1, ME, [{ index: 0, state: 'added' }]))).toEqual({ go: true, state: 'trying' });
    expect((await allRows()).map(({ state }) => state)).toEqual(['added', 'trying', undefined]);
    // What is read back stays, also where the row itself needs no attempt any more.
    expect(valueIn(await next(0, ME, [{ index: 1, state: 'added' }]))).toEqual({ go: false, state: 'added' });
    expect((await allRows()).map(({ state }) => state)).toEqual(['added', 'added', undefined]);
  });

  it('of a row or run that is not there is refused', async () => {
    expect(await attempt(3)).toMatchObject({ code: 'row-not-found' });
    expect(await settle({ index: 0, state: 'added' }, { index: 3, state: 'added' })).toMatchObject({
      code: 'row-not-found',
    });
    expect(await database.count('importSteps')).toBe(0);
    expect(await tryRow(database, ORG, 'run-unknown', 0, ME, NOW)).toMatchObject({ code: 'run-not-found' });
    expect(await tryRow(database, OTHER_ORG, RUN, 0, ME, NOW)).toMatchObject({ code: 'run-not-found' });
  });

  it('of one context is seen by another', async () => {
    await attempt(0);
    const other = await openDatabase();
    expect((await findRun(other, ORG, OTHER, NOW))?.counts).toMatchObject({ trying: 1, open: 2 });
    other.close();
  });
});

describe('pausing and ending', () => {
  beforeEach(async () => {
    await begin({ rows: [...rows(2), row(2, false)] });
  });

  it('stops steps until somebody goes on', async () => {
    const reason = { code: 'three-failures', message: 'Three in a row failed.' };
    await pauseRun(database, ORG, RUN, reason, NOW);
    expect(await attempt(0)).toMatchObject({ code: 'run-not-running' });
    expect(await findRun(database, ORG, OTHER, NOW)).toMatchObject({ run: { state: 'paused', reason } });
    const resumed = valueIn(await resumeRun(database, ORG, RUN, ME, NOW));
    expect(resumed).toMatchObject({ state: 'running' });
    expect(resumed).not.toHaveProperty('reason');
    expect(await attempt(0)).toMatchObject({ ok: true });
  });

  it('goes on in one tab only', async () => {
    expect(await resumeRun(database, ORG, RUN, OTHER, NOW)).toMatchObject({ code: 'lease-lost' });
    expect(await resumeRun(database, ORG, RUN, OTHER, NOW + LEASE_TIME)).toMatchObject({ ok: true });
  });

  it('goes on at once in its own tab after a reload, and not in the document that is gone', async () => {
    const reloaded = '7:token-after-reload';
    expect(await findRun(database, ORG, reloaded, NOW + 1)).toMatchObject({ heldElsewhere: false });
    expect(await resumeRun(database, ORG, RUN, reloaded, NOW + 1)).toMatchObject({ ok: true });
    expect(await attempt(0, reloaded, NOW + 2)).toMatchObject({ ok: true });
    expect(await attempt(1, ME, NOW + 2)).toMatchObject({ code: 'lease-lost' });
    expect(await resumeRun(database, ORG, RUN, '77:token-of-mine', NOW + 2)).toMatchObject({
      code: 'lease-lost',
    });
  });

  it('finds what was interrupted, with its counts', async () => {
    await attempt(0);
    expect(await findRun(database, ORG, OTHER, NOW + 1)).toMatchObject({
      heldElsewhere: true,
      counts: { trying: 1, added: 0, open: 1, left: 1 },
    });
    expect(await findRun(database, ORG, OTHER, NOW + LEASE_TIME)).toMatchObject({ heldElsewhere: false });
    expect(await findRun(database, ORG, ME, NOW + 1)).toMatchObject({ heldElsewhere: false });
  });

  it('ends once', async () => {
    expect(valueIn(await finishRun(database, ORG, RUN, 'done', NOW))).toMatchObject({ state: 'done' });
    expect(await finishRun(database, ORG, RUN, 'done', NOW)).toMatchObject({ ok: true });
    expect(await finishRun(database, ORG, RUN, 'cancelled', NOW)).toMatchObject({ code: 'run-finished' });
    expect(await resumeRun(database, ORG, RUN, ME, NOW)).toMatchObject({ code: 'run-finished' });
    expect(await findRun(database, ORG, OTHER, NOW)).toBeNull();
    expect(await allRows()).toHaveLength(3);
  });

  it('is refused for a run that is not there', async () => {
    expect(await finishRun(database, OTHER_ORG, RUN, 'done', NOW)).toMatchObject({ code: 'run-not-found' });
  });
});

describe('reading rows', () => {
  it('goes in pages over chunks of any size', async () => {
    await begin({ rows: rows(1_500), total: 2_600 });
    await begin({ rows: rows(1_100, 1_500), first: 1_500, total: 2_600 });
    await attempt(1_501);
    const first = valueIn(await readRows(database, ORG, RUN, 0, 1_000));
    expect(first.next).toBe(1_000);
    const second = valueIn(await readRows(database, ORG, RUN, 1_000, 1_000));
    expect(second.rows.map(({ index }) => index)).toEqual(
      Array.from({ length: 1_000 }, (_, index) => index + 1_000),
    );
    expect(second.rows.filter(({ state }) => state).map(({ index }) => index)).toEqual([1_501]);
    const last = valueIn(await readRows(database, ORG, RUN, 2_000, 1_000));
    expect(last.rows).toHaveLength(600);
    expect(last).not.toHaveProperty('next');
    expect(last.rows[0]?.pattern).toBe('https://host2000.example/**');
  });

  it('of an empty run gives none', async () => {
    expect(valueIn(await begin({ rows: [], total: 0 }))).toMatchObject({ state: 'running' });
    expect(await allRows()).toEqual([]);
  });
});

describe('what is kept', () => {
  it('are the last ended runs, and not for ever', async () => {
    for (let count = 0; count < KEPT_RUNS + 3; count += 1) {
      await begin({ run: `run-${1_000_000 + count}` }, ME, NOW + count);
      await finishRun(database, ORG, `run-${1_000_000 + count}`, 'done', NOW + count);
    }
    expect(await database.count('imports')).toBe(KEPT_RUNS + 1);
    expect(await readRows(database, ORG, 'run-1000000', 0, 10)).toMatchObject({ code: 'run-not-found' });
    await begin({}, ME, NOW + KEPT_RUN_TIME + 1_000);
    expect(await database.count('imports')).toBe(1);
    expect(await database.count('importPlans')).toBe(1);
  });
});
