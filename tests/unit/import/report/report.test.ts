import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { csvRecord, plainCell } from '../../../../lib/files/csv.ts';
import {
  chooseRows,
  createImportRun,
  readPatternFile,
  reportCsvInSlices,
  reportRecords,
  rowsToAdd,
  summarise,
} from '../../../../lib/import/index.ts';
import type { ImportPlan, PlannedRow } from '../../../../lib/import/types.ts';
import { plan } from '../support/plan.ts';
import { toyEngine } from '../support/toy-engine.ts';
import { World } from '../support/world.ts';

// Many runs on a busy machine: what is slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const texts = [
  'https://a/1',
  'x!',
  'https://a/1',
  'https://p/1',
  'https://b/',
  'https://b/1',
  'https://c/H',
  'https://d/1',
  '=cmd!',
  'https://e/1',
];

const RULES = { error: 'E002', warn: 'W101' };

/** As a review is once it is confirmed. */
function withFindings(planned: ImportPlan): ImportPlan {
  const rows = planned.rows.map((row): PlannedRow => {
    const { level } = row;
    if (level !== 'error' && level !== 'warn') return row;
    const rule = RULES[level];
    return {
      ...row,
      findings: [{ rule, level, severity: 'high', message: `${rule} says so.`, start: 0, end: 1 }],
    };
  });
  return { ...planned, rows };
}

async function imported() {
  const world = new World(['https://p/1']);
  const planned = withFindings(
    plan(
      texts.map((text, i) => ({ line: i + 2, text, extra: {} })),
      ['https://p/1'],
      toyEngine,
    ),
  );
  const chosen = chooseRows(planned, { includeWarnings: true, ticked: new Set() });
  const rows = rowsToAdd(chosen).map((index) => ({ index, pattern: planned.rows[index]?.pattern ?? '' }));
  world.script.push('none', 'none', 'refused');
  const run = createImportRun(world.ports(), rows);
  await world.clock.run(run.start());
  return { planned, chosen, run, records: reportRecords(planned.rows, chosen, run) };
}

describe('the report', () => {
  it('has one record per row with what became of it and why', async () => {
    const { records } = await imported();
    expect(records.map(({ line, plan, outcome, message }) => [line, plan, outcome, message])).toEqual([
      [2, 'add', 'added', ''],
      [3, 'invalid', 'skipped', 'E002 says so.'],
      [4, 'duplicate', 'skipped', 'The same entry stands on line 2.'],
      [5, 'present', 'skipped', 'It is in the list already.'],
      [6, 'add', 'added', ''],
      [7, 'covered', 'skipped', 'https://b/ allows all of it already.'],
      [8, 'add', 'skipped', 'It was not ticked. W101 says so.'],
      [9, 'add', 'failed', 'Something went wrong.'],
      [10, 'invalid', 'skipped', 'E002 says so.'],
      [11, 'add', 'added', ''],
    ]);
    expect(records[0]?.time).toMatch(/^2026-11-23T00:00:\d\d\.\d{3}Z$/);
    expect(records[1]?.time).toBe('');
    expect(summarise(records)).toEqual({ added: 3, failed: 1, skipped: 6, unknown: 0 });
  });

  it('says of an import by hand that it rests on the admin’s word', async () => {
    const { planned, chosen, run } = await imported();
    const rows = run.rows.map(({ words: _, ...row }) => row);
    const records = reportRecords(planned.rows, chosen, { rows, phase: 'done', byHand: true });
    const tried = records.filter(({ time }) => time !== '');
    expect(tried.map(({ outcome }) => outcome)).toEqual(['by hand', 'by hand', 'failed', 'by hand']);
    for (const { outcome, message } of tried)
      expect(message).toMatch(outcome === 'failed' ? /^Refused .* as the admin said/ : /^Added by hand/);
    expect(summarise(records)).toEqual({ added: 3, failed: 1, skipped: 6, unknown: 0 });
  });

  it('adds up before, during and after a run', async () => {
    const { planned, chosen, run } = await imported();
    const sum = (records: ReturnType<typeof reportRecords>): number =>
      Object.values(summarise(records)).reduce((total, n) => total + n, 0);
    expect(sum(reportRecords(planned.rows, chosen))).toBe(texts.length);
    const rows = run.rows.map((row, i) => ({
      ...row,
      state: i === 0 ? ('trying' as const) : ('open' as const),
    }));
    const during = reportRecords(planned.rows, chosen, { rows, phase: 'running' });
    expect(sum(during)).toBe(texts.length);
    expect(during.filter(({ outcome }) => outcome === 'running')).toHaveLength(1);
    expect(during.filter(({ outcome }) => outcome === 'idle')).toHaveLength(3);
    const ended = reportRecords(planned.rows, chosen, { rows, phase: 'cancelled' });
    expect(summarise(ended)).toEqual({ added: 0, failed: 0, skipped: texts.length - 1, unknown: 1 });
  });

  it('is a CSV file that no spreadsheet calculates', async () => {
    const { records } = await imported();
    const csv = (await reportCsvInSlices(records, async () => undefined)).join('');
    expect(
      csv.startsWith(
        'line,pattern,as_written,plan,outcome,message,time\r\n2,https://a/1,https://a/1,add,added,,2026',
      ),
    ).toBe(true);
    expect(csv).toContain("\r\n10,'=cmd!,'=cmd!,invalid,skipped,E002 says so.,\r\n");
    expect(csv.split('\r\n')).toHaveLength(texts.length + 2);
    const back = readPatternFile(new TextEncoder().encode(csv), 'report.csv');
    expect(back.rows.map(({ text }) => text)).toEqual(
      records.map(({ pattern }) => pattern.replace(/^=/, "'=")),
    );
  });
});

describe('a record of CSV', () => {
  const cell = fc.oneof(
    fc.constantFrom('=1+1', '+49', '-', '@kim', '\tx', '\rx', '"', ',', 'a\nb', ' a ', 'a""b', '', "'"),
    // Without control characters, which would make the file no text.
    fc.string({ unit: 'binary', maxLength: 12 }).map((text) => text.replace(/[\p{Cc}\p{Cs}\uFFFD]/gu, '')),
  );

  it('reads back as it was, but for the apostrophe before a formula', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 6 }), (cells) => {
        const names = ['first', ...cells.map((_, i) => `c${i}`)];
        const csv = csvRecord(names) + csvRecord(['x', ...cells]);
        const file = readPatternFile(new TextEncoder().encode(csv), 'x.csv', {
          delimiter: ',',
          header: true,
          patternColumn: 0,
        });
        expect(names.slice(1).map((name) => plainCell(file.rows[0]?.extra[name] ?? ''))).toEqual(cells);
      }),
      { numRuns: 500 },
    );
  });
});
