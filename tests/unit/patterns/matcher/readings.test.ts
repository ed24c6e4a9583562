import { describe, expect, it } from 'vitest';
import { READINGS, type Readings } from '../../../../lib/catalogue/readings.ts';
import { compareCoverage, createMatcher } from '../../../../lib/patterns/index.ts';

/** What is asked while a probe's answers stand in the settings. */
function settled<T>(answers: Partial<Readings>, ask: () => T): T {
  const before = { ...READINGS };
  Object.assign(READINGS, answers);
  try {
    return ask();
  } finally {
    Object.assign(READINGS, before);
  }
}

const allowed = (entry: string, address: string) => createMatcher([entry]).match(address).allowed;

describe('readings', () => {
  it('are all unsettled until somebody has probed a real organization', () => {
    expect(READINGS).toEqual({ pathless: 'unsure', base: 'unsure', loopbackPort: 'unsure' });
  });

  it.each([
    ['unsure', 'unsure', 'unknown', 'unknown'],
    ['root', 'no', 'disjoint', 'equal'],
    ['origin', 'yes', 'superset', 'superset'],
  ] as const)('an entry without a path, %s', (pathless, match, exact, root) => {
    settled({ pathless }, () => {
      expect(allowed('https://a.example', 'https://a.example/cb')).toBe(match);
      expect(allowed('https://a.example', 'https://a.example/?q=1')).toBe(match);
      expect(allowed('https://a.example', 'https://a.example/')).toBe('yes');
      expect(compareCoverage('https://a.example', 'https://a.example/cb')).toBe(exact);
      expect(compareCoverage('https://a.example', 'https://a.example/')).toBe(root);
    });
  });

  it.each([
    ['unsure', 'unsure', 'unknown'],
    ['covered', 'yes', 'superset'],
    ['not covered', 'no', 'disjoint'],
  ] as const)('what stands in front of the last slash, %s', (base, match, coverage) => {
    settled({ base }, () => {
      expect(allowed('https://a.example/x/**', 'https://a.example/x')).toBe(match);
      expect(allowed('https://a.example/x/**', 'https://a.example/x/')).toBe('yes');
      expect(compareCoverage('https://a.example/x/**', 'https://a.example/x')).toBe(coverage);
      expect(compareCoverage('https://a.example/*/**', 'https://a.example/*')).toBe(coverage);
    });
  });

  it.each([
    ['unsure', 'unsure', 'unknown'],
    ['any', 'yes', 'superset'],
    ['default', 'no', 'disjoint'],
  ] as const)('no port on loopback, %s', (loopbackPort, match, coverage) => {
    settled({ loopbackPort }, () => {
      expect(allowed('http://localhost/cb', 'http://localhost:3000/cb')).toBe(match);
      expect(allowed('http://localhost/cb', 'http://localhost/cb')).toBe('yes');
      expect(compareCoverage('http://localhost/cb', 'http://localhost:3000/cb')).toBe(coverage);
      expect(allowed('https://a.example/cb', 'https://a.example:3000/cb')).toBe('no');
    });
  });
});
