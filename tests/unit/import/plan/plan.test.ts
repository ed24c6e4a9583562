import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { replaceRow } from '../../../../lib/import/index.ts';
import { GrowingPlan } from '../../../../lib/import/plan/plan.ts';
import type { ImportPlan, PatternRow } from '../../../../lib/import/types.ts';
import { drainInSlices } from '../../../../lib/slices/sliced.ts';
import { plan } from '../support/plan.ts';
import { toyEngine } from '../support/toy-engine.ts';

// Many runs on a busy machine: what is slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const rowsOf = (texts: readonly string[]): PatternRow[] =>
  texts.map((text, i) => ({ line: i + 1, text, extra: {} }));
const planOf = (texts: readonly string[], list: readonly string[] = []): ImportPlan =>
  plan(rowsOf(texts), list, toyEngine);
const kinds = ({ rows }: ImportPlan): string[] => rows.map((row) => row.plan);

describe('the plan of a row', () => {
  it('is the first that applies', () => {
    const { rows, counts } = planOf(
      [
        'nothing',
        'https://a/x',
        ' https://a/x ',
        'https://l/1',
        'https://l/p/1',
        'https://b/',
        'https://b/1',
        'https://c/1',
      ],
      ['https://l/1', 'https://l/p/'],
    );
    expect(rows.map((row) => [row.plan, row.by])).toEqual([
      ['invalid', undefined],
      ['add', undefined],
      ['duplicate', 'https://a/x'],
      ['present', 'https://l/1'],
      ['covered', 'https://l/p/'],
      ['add', undefined],
      ['covered', 'https://b/'],
      ['add', undefined],
    ]);
    expect(counts).toEqual({ add: 3, present: 1, covered: 2, duplicate: 1, invalid: 1 });
  });

  it('shows an invalid cell as it is and others normalised', () => {
    const { rows } = planOf([' two ; cells ', ' https://a/1\t']);
    expect(rows.map(({ pattern, text }) => [pattern, text])).toEqual([
      [' two ; cells ', ' two ; cells '],
      ['https://a/1', ' https://a/1\t'],
    ]);
  });

  it('is never covered by a row that is not going to be there', () => {
    expect(kinds(planOf(['https://a/!/', 'https://a/!/1', 'https://a/1']))).toEqual([
      'invalid',
      'invalid',
      'add',
    ]);
  });

  it('keeps the first of two that mean the same, whatever warnings they carry', () => {
    expect(kinds(planOf(['https://a/=1', 'https://a/1']))).toEqual(['add', 'covered']);
    expect(kinds(planOf(['https://a/=H1', 'https://a/1']))).toEqual(['add', 'covered']);
    expect(kinds(planOf(['https://a/=1', 'https://a/=H1', 'https://a/=M1']))).toEqual([
      'add',
      'covered',
      'covered',
    ]);
  });

  it('names a coverer of every kind, those without warnings first', () => {
    const { rows } = planOf([
      'https://a/=H',
      'https://a/M/',
      'https://a/M/H/',
      'https://a/',
      'https://a/M/x',
    ]);
    expect(rows[4]).toMatchObject({ plan: 'covered', by: 'https://a/' });
    expect(rows[4]?.byRows?.map((i) => rows[i]?.pattern)).toEqual([
      'https://a/',
      'https://a/M/',
      'https://a/=H',
    ]);
  });

  it('carries level and tick', () => {
    const { rows } = planOf(['https://a/H', 'https://b/M', 'https://c/i', 'https://d/', 'x!']);
    expect(rows.map(({ level, needsTick }) => [level, needsTick])).toEqual([
      ['warn', true],
      ['warn', false],
      ['info', false],
      ['ok', false],
      ['error', false],
    ]);
  });

  it('tells what the console has and the file does not name', () => {
    expect(
      planOf(['https://a/1', 'odd !', 'https://b/'], ['https://a/1', 'odd !', 'https://x/1', 'https://b/1'])
        .extra,
    ).toEqual(['https://x/1', 'https://b/1']);
  });
});

describe('another text in a row’s place', () => {
  it('puts the parts of a split row in its place, with its line and columns', () => {
    const rows = [
      { line: 4, text: 'a ; b', extra: { owner: 'Kim' } },
      { line: 5, text: 'c', extra: {} },
    ];
    expect(replaceRow(rows, 0, ['https://a/', 'https://b/'])).toEqual([
      { line: 4, text: 'https://a/', extra: { owner: 'Kim' } },
      { line: 4, text: 'https://b/', extra: { owner: 'Kim' } },
      { line: 5, text: 'c', extra: {} },
    ]);
    const planned = planOf(['x ; y', 'https://c/1']);
    expect(Object.keys(replaceRow(planned.rows, 0, ['https://x/1'])[1] ?? {})).toEqual([
      'line',
      'text',
      'extra',
    ]);
  });
});

/** Short entries over few letters, so that they often double, cover and contradict each other. */
const toyEntries = fc.array(
  fc
    .array(fc.constantFrom('https://', 'a', 'a', 'b', '/', '/', 'H', 'M', 'i', '=', '!', ' '), {
      maxLength: 6,
    })
    .map((parts) => `https://a/${parts.join('')}`),
  { maxLength: 25 },
);

describe('any plan', () => {
  it('adds up to the rows', () => {
    fc.assert(
      fc.property(toyEntries, toyEntries, (texts, list) => {
        const { rows, counts } = planOf(texts, list);
        expect(rows.map(({ text }) => text)).toEqual(texts);
        expect(Object.values(counts).reduce((sum, n) => sum + n, 0)).toBe(texts.length);
      }),
    );
  });

  it('gives way while it reads a long list and while it looks for what covers what', async () => {
    let pauses = 0;
    const pause = async () => void pauses++;
    const list = Array.from({ length: 1_000 }, (_, n) => `https://l${n}/`);
    await drainInSlices(new GrowingPlan(toyEngine).finish(list), pause);
    expect(pauses).toBeGreaterThan(3);
    pauses = 0;
    const growing = new GrowingPlan(toyEngine);
    for (let n = 0; n < 1_000; n++) growing.add(`https://h/${n}/`);
    await drainInSlices(growing.finish([]), pause);
    expect(pauses).toBeGreaterThan(5);
  });
});
