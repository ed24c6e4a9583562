import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { type Choices, chooseRows, rowsToAdd } from '../../../../lib/import/index.ts';
import { asChosen } from '../../../../lib/import/plan/choose.ts';
import { plan } from '../support/plan.ts';
import { toyEngine } from '../support/toy-engine.ts';

// Many runs on a busy machine: what is slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const planOf = (texts: readonly string[], list: readonly string[] = []) =>
  plan(
    texts.map((text, i) => ({ line: i + 1, text, extra: {} })),
    list,
    toyEngine,
  );
const choices = (ticked: readonly number[] = [], more: Partial<Choices> = {}): Choices => ({
  ...{ includeWarnings: true, ticked: new Set(ticked) },
  ...more,
});

describe('choosing rows', () => {
  it('adds what is to be added, with warnings, without those that need a tick', () => {
    const planned = planOf(['https://a/1', 'https://b/M', 'https://c/H', 'x!']);
    expect(rowsToAdd(chooseRows(planned, choices()))).toEqual([0, 1]);
    expect(rowsToAdd(chooseRows(planned, choices([2])))).toEqual([0, 1, 2]);
    expect(rowsToAdd(chooseRows(planned, choices([], { includeWarnings: false })))).toEqual([0]);
    expect(rowsToAdd(chooseRows(planned, choices([], { leftOut: new Set([0]) })))).toEqual([1]);
    expect(chooseRows(planned, choices([], { includeWarnings: false })).map(({ why }) => why)).toEqual([
      undefined,
      'warning',
      'needs-tick',
      'invalid',
    ]);
  });

  it('does not lose a row that is covered by one which is left out', () => {
    const planned = planOf(['https://a/H/', 'https://a/H/1']);
    const narrow = planOf(['https://a/', 'https://a/1']);
    expect(planned.rows[1]?.plan).toBe('covered');
    expect(chooseRows(narrow, choices())[1]).toEqual({
      add: false,
      plan: 'covered',
      why: 'covered',
      byRow: 0,
    });
    expect(chooseRows(narrow, choices([], { leftOut: new Set([0]) }))[1]).toEqual({ add: true, plan: 'add' });
  });

  it('gives a row covered by an unticked one back, and takes it away with the tick', () => {
    const planned = planOf(['https://a/bH/', 'https://a/b/1']);
    expect(planned.rows[1]?.plan).toBe('covered');
    expect(rowsToAdd(chooseRows(planned, choices()))).toEqual([1]);
    expect(rowsToAdd(chooseRows(planned, choices([0])))).toEqual([0]);
  });

  it('shows and counts a row whose coverer is left out as one to add, and nothing anew where none depends on another', () => {
    const planned = planOf(['https://a/H/', 'https://a/H/1', 'https://a/x']);
    const without = asChosen(planned, chooseRows(planned, choices([], { leftOut: new Set([0]) })));
    expect(without.rows.map((row) => row.plan)).toEqual(['add', 'add', 'add']);
    expect(without.counts).toMatchObject({ add: 3, covered: 0 });
    expect(planned.counts).toMatchObject({ add: 2, covered: 1 });
    const plain = planOf(['https://a/1', 'https://a/1', 'https://b/H']);
    expect(asChosen(plain, chooseRows(plain, choices()))).toBe(plain);
  });

  it('never ticks what the console covers already', () => {
    const planned = planOf(['https://a/1', 'https://a/1'], ['https://a/']);
    expect(chooseRows(planned, choices()).map(({ why }) => why)).toEqual(['covered', 'duplicate']);
  });

  it('follows long chains', () => {
    const texts = Array.from({ length: 3_000 }, (_, n) => `https://aH${'/a'.repeat(3_000 - n)}/`);
    const rows = texts.map((pattern, i) => ({
      ...{
        line: i,
        text: pattern,
        extra: {},
        pattern,
        level: 'warn' as const,
        needsTick: false,
        findings: [],
      },
      ...(i < 2_999 ? { plan: 'covered' as const, byRows: [i + 1] } : { plan: 'add' as const }),
    }));
    expect(rowsToAdd(chooseRows({ rows }, choices()))).toEqual(
      Array.from({ length: 1_500 }, (_, i) => 2 * i + 1),
    );
  });
});

describe('whatever is ticked', () => {
  const entry = fc
    .array(fc.constantFrom('a', 'a', '/', '/', 'H', 'M', '=', '!'), { maxLength: 5 })
    .map((parts) => `https://a/${parts.join('')}`);

  it('nothing that was asked for is lost: each row left out as covered or double is covered by what is there', () => {
    fc.assert(
      fc.property(
        fc.array(entry, { maxLength: 15 }),
        fc.array(entry, { maxLength: 3 }),
        fc.array(fc.nat(15)),
        fc.array(fc.nat(15)),
        fc.boolean(),
        (texts, list, ticked, leftOut, includeWarnings) => {
          const planned = planOf(texts, list);
          const chosen = chooseRows(planned, {
            includeWarnings,
            ticked: new Set(ticked),
            leftOut: new Set(leftOut),
          });
          const there = [...list, ...rowsToAdd(chosen).map((i) => planned.rows[i]?.pattern ?? '')];
          expect(chosen).toHaveLength(texts.length);
          for (const [i, { add, why }] of chosen.entries()) {
            const row = planned.rows[i];
            if (!row) throw new Error('a row is missing');
            expect(why === undefined).toBe(add);
            if (add) {
              expect(['add', 'covered']).toContain(row.plan);
              expect(row.needsTick && !ticked.includes(i)).toBe(false);
            }
            if (why === 'covered' || why === 'present') {
              expect(
                there.some((other) =>
                  ['equal', 'subset'].includes(toyEngine.compare(row.pattern, other.trim())),
                ),
              ).toBe(true);
            }
          }
          // No text is added twice, and none that the list has.
          const added = rowsToAdd(chosen).map((i) => planned.rows[i]?.pattern ?? '');
          expect(new Set(added).size).toBe(added.length);
          for (const text of added) expect(list).not.toContain(text);
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
