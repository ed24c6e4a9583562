import { expect, it } from 'vitest';
import { exponentOf, growthOf, isAsDesigned } from '../../bench/together/growth.ts';

const sizes = [100, 1000, 10_000, 100_000];
const of = (value: (size: number) => number) => sizes.map((size) => ({ size, value: value(size) }));

it.each([
  ['flat', () => 7, 0, 'flat'],
  ['a logarithm', (n: number) => Math.log2(n), 0.13, 'flat'],
  ['a square root', Math.sqrt, 0.5, 'slower than linear'],
  ['linear', (n: number) => 3 * n, 1, 'linear'],
  ['linear with a start', (n: number) => 3 * n + 50, 0.99, 'linear'],
  ['quadratic', (n: number) => n * n, 2, 'faster than linear'],
] as const)('tells %s', (_, value, exponent, word) => {
  expect(exponentOf(of(value))).toBeCloseTo(exponent, 1);
  expect(growthOf(exponentOf(of(value)))).toBe(word);
});

it('leaves out sizes of zero, and says when nothing can be told', () => {
  expect(exponentOf([{ size: 0, value: 5 }, ...of((n) => n)])).toBeCloseTo(1);
  expect(growthOf(exponentOf([{ size: 10, value: 1 }]))).toBe('not measured');
});

it('holds a series against its design', () => {
  const series = { what: '', unit: 'ms', points: of((n) => n) };
  expect(isAsDesigned({ ...series, designed: 'linear' })).toBe(true);
  expect(isAsDesigned({ ...series, designed: 'flat' })).toBe(false);
});
