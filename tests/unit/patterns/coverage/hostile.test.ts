import { describe, expect, test } from 'vitest';
import { Budget, BudgetSpent, PATH } from '../../../../lib/patterns/coverage/automaton.ts';
import { compareCoverage, createCoverageIndex } from '../../../../lib/patterns/coverage/index.ts';
import { pathAutomaton, readPathSet } from '../../../../lib/patterns/coverage/path-set.ts';
import { relate } from '../../../../lib/patterns/coverage/relation.ts';

/** How many steps comparing two paths takes; more than a million are not counted. */
function stepsFor(a: string, b: string): number {
  const budget = new Budget(1_000_000);
  relate(pathAutomaton(readPathSet(a, 'narrow')), pathAutomaton(readPathSet(b, 'narrow')), PATH, budget);
  return 1_000_000 - budget.left;
}

describe('the work is counted', () => {
  test('plain entries take work in proportion to their length', () => {
    const long = (n: number) => `/${'a'.repeat(n)}/**`;
    expect(stepsFor(long(400), long(400))).toBeLessThan(3 * stepsFor(long(200), long(200)));
  });

  test('a walk ends when nothing is left', () => {
    const budget = new Budget(50);
    const [a, b] = [readPathSet('/*a*b*a*/**', 'narrow'), readPathSet('/*b*a*b*/**', 'narrow')];
    expect(() => relate(pathAutomaton(a), pathAutomaton(b), PATH, budget)).toThrow(BudgetSpent);
    expect(budget.left).toBeLessThan(0);
  });

  test.each([
    ['stars', `https://app.example.com/${'*a'.repeat(50)}`, `https://app.example.com/${'*b'.repeat(50)}`],
    [
      'globstars',
      `https://app.example.com/${'**/a/'.repeat(60)}`,
      `https://app.example.com/${'**/*/a/'.repeat(60)}`,
    ],
    [
      'braces of globs',
      `https://${'{a*,b*}'.repeat(10)}.example.com/`,
      `https://${'{b*,c*}'.repeat(9)}.example.com/`,
    ],
    ['braces forty times', `https://${'{a,b}'.repeat(40)}.example.com/`, 'https://*.example.com/'],
  ])('%s: an answer, never an exception', (_, a, b) => {
    expect(compareCoverage(a, b)).toMatch(/^(?:overlap|disjoint|unknown)$/);
  });

  test('a thousand members on both sides are compared exactly', () => {
    const [a, b] = ['{a,b}'.repeat(10), '{b,a}'.repeat(10)];
    expect(compareCoverage(`https://${a}.example.com/**`, `https://${b}.example.com/**`)).toBe('equal');
    expect(compareCoverage(`https://${a}.example.com/**`, 'https://*.example.com/**')).toBe('subset');
    expect(compareCoverage(`https://app.example.com/${a}`, `https://app.example.com/${b}/c`)).toBe(
      'disjoint',
    );
  });
});

test('an index of text that is not an entry answers nothing', () => {
  const index = createCoverageIndex(['', '\0', 'https://*.com/**', 'https://{', 'x'.repeat(5000)]);
  for (const asked of ['', '\uD800', 'https://app.example.com/**', 'https://*.com/**']) {
    expect(index.coveredBy(asked)).toBeUndefined();
    expect(index.coveredByUnion(asked)).toBeUndefined();
    expect(index.overlapping(asked)).toBeUndefined();
  }
});
