import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ageInWords } from '../../../../components/popup/age.ts';

const NOW = Date.UTC(2026, 10, 23);
const HOUR = 3_600_000;

test.each([
  [0, 'now'],
  [59_000, 'now'],
  [60_000, '1 minute ago'],
  [3 * HOUR, '3 hours ago'],
  [24 * HOUR, 'yesterday'],
  [3 * 24 * HOUR, '3 days ago'],
  [24 * 24 * HOUR, '3 weeks ago'],
  [800 * 24 * HOUR, '2 years ago'],
])('%d ms reads as %s', (age, words) => {
  expect(ageInWords(NOW - age, NOW)).toBe(words);
});

test('a clock that was set back never speaks of the future', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (difference) => {
      expect(ageInWords(NOW + difference, NOW)).not.toMatch(/^in /);
    }),
  );
});
