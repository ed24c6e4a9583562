import fc from 'fast-check';
import { expect, it } from 'vitest';
import { trimmedRange } from '../../../../lib/patterns/read/trim.ts';

const trimmed = (text: string): string => {
  const { start, end } = trimmedRange(text);
  return text.slice(start, end);
};
const bySlowerWay = (text: string): string =>
  text.replace(/^[\t\n\f\r ]+/, '').replace(/(?<![\t\n\f\r ])[\t\n\f\r ]+$/, '');

it('trims ASCII white space only', () => {
  expect(trimmed(' \t\n\f\ra b\u00A0 ')).toBe('a b\u00A0');
  expect(trimmed('')).toBe('');
  expect(trimmedRange('   ')).toEqual({ start: 3, end: 3 });
});

it('trims short and long ends alike', () => {
  const ends = fc
    .tuple(fc.constantFrom(' ', '\n', '\t\r'), fc.constantFrom(0, 1, 4095, 4096, 4097, 9000))
    .map(([space, count]) => space.repeat(count));
  const inner = fc.constantFrom('', 'a', 'a b', `a${' '.repeat(5000)}b`, '\u00A0');
  fc.assert(
    fc.property(ends, inner, ends, (before, text, after) => {
      expect(trimmed(before + text + after)).toBe(bySlowerWay(before + text + after));
    }),
    { numRuns: 200 },
  );
});
