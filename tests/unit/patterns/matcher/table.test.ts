import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../../../lib/patterns/matcher/index.ts';
import { readRows } from './tsv.ts';

describe('documented and strong rows', () => {
  test.each(readRows('match.tsv'))('%j and %j: %s (%s)', (entry = '', address = '', expected = '') => {
    expect(createMatcher([entry]).match(address).allowed === 'yes').toBe(expected === 'allow');
  });
});

const ANSWERS: Readonly<Record<string, string>> = { allow: 'yes', unsure: 'unsure', deny: 'no' };

describe('further rows', () => {
  test.each(['more-match.tsv', 'edge-match.tsv'].flatMap(readRows))(
    '%j and %j: %s (%s)',
    (entry = '', address = '', expected = '') => {
      const match = createMatcher([entry]).match(address);
      expect(match.allowed).toBe(ANSWERS[expected]);
      expect(match.by).toBe(match.allowed === 'no' ? undefined : entry);
    },
  );
});

test('one list of all entries answers as the best of them alone does', () => {
  const rows = ['more-match.tsv', 'edge-match.tsv'].flatMap(readRows);
  const entries = [...new Set(rows.map(([entry = '']) => entry))];
  const matcher = createMatcher(entries);
  const single = entries.map((entry) => createMatcher([entry]));
  for (const [, address = ''] of rows) {
    const answers = single.map((one) => one.match(address).allowed);
    const best = answers.includes('yes') ? 'yes' : answers.includes('unsure') ? 'unsure' : 'no';
    expect([address, matcher.match(address).allowed]).toEqual([address, best]);
    expect(matcher.matchAll(address)).toEqual(entries.filter((_, i) => answers[i] !== 'no'));
  }
});
