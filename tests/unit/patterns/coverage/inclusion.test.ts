import { describe, expect, it } from 'vitest';
import { isCoveredByAll } from '../../../../lib/patterns/coverage/compare.ts';
import { compareCoverage, readPattern } from '../../../../lib/patterns/index.ts';
import type { PatternModel } from '../../../../lib/patterns/model.ts';

const model = (text: string): PatternModel => {
  const read = readPattern(text);
  if (!read) throw new Error(`not valid: ${text}`);
  return read;
};
const covered = (text: string, others: string[]): boolean => isCoveredByAll(model(text), others.map(model));

/** What no entry covers alone, and several do together; with any one of them left out something is missing. */
const UNIONS: readonly [asked: string, others: string[]][] = [
  ['https://{a,b}.example.com/cb', ['https://a.example.com/**', 'https://b.example.com/cb']],
  ['https://a.example.com:{1,2}/cb', ['https://a.example.com:1/**', 'https://a.example.com:2/cb']],
  ['https://a.example.com/{x,y}', ['https://a.example.com/x', 'https://*.example.com/y']],
  // `/**/cb` starts with nothing, with a name or with an empty segment.
  [
    'https://a.example.com/**/cb',
    ['https://a.example.com/cb', 'https://a.example.com/*/**/cb', 'https://a.example.com//**/cb'],
  ],
  [
    'https://*.example.com/**/cb',
    ['https://*.example.com/cb', 'https://*.example.com/*/**/cb', 'https://*.example.com//**/cb'],
  ],
  [
    'https://a-*.example.com/**/cb',
    ['https://*.example.com/cb', 'https://a*.example.com/*/**/cb', 'https://*.example.com//**/cb'],
  ],
  [
    'https://a.example.com:*/**/cb',
    ['https://a.example.com:*/cb', 'https://a.example.com:*/*/**/cb', 'https://*.example.com:*//**/cb'],
  ],
  ['http://{localhost,127.0.0.1}:3000/cb', ['http://localhost:*/**', 'http://127.0.0.1:*/cb']],
  ['cursor://{a,b}/cb', ['cursor://a/**', 'cursor://b/cb']],
];

describe('covered by several together', () => {
  it.each(UNIONS)('%s by %j', (asked, others) => {
    expect(covered(asked, others)).toBe(true);
    expect(covered(asked, others.toReversed())).toBe(true);
  });

  it.each(UNIONS)('%s not when one of %j is left out', (asked, others) => {
    for (const out of others)
      expect([
        out,
        covered(
          asked,
          others.filter((one) => one !== out),
        ),
      ]).toEqual([out, false]);
  });

  it('never by names, however many, where the host has a star; beside entries for all of its hosts they change nothing', () => {
    const names = 'https://h{1..1024}.example.com/**';
    expect(compareCoverage('https://h*.example.com/**', names)).toBe('superset');
    expect(compareCoverage(names, 'https://h*.example.com/**')).toBe('subset');
    expect(covered('https://h*.example.com/{x,y}', [names])).toBe(false);
    expect(covered('https://h*.example.com/{x,y}', [names, 'https://*.example.com/x'])).toBe(false);
    expect(
      covered('https://h*.example.com/{x,y}', [names, 'https://*.example.com/x', 'https://h*.example.com/y']),
    ).toBe(true);
  });

  it('does not mind entries that hold a part only', () => {
    const others = UNIONS[4]?.[1] ?? [];
    const parts = ['https://b.example.com//**/cb', 'https://b-*.example.com/**', 'https://*.example.com/x'];
    expect(covered('https://*.example.com/**/cb', [...parts, ...others])).toBe(true);
    // Outside of the part something is missing.
    expect(covered('https://*.example.com/**/cb', [...parts, ...others.slice(0, 2)])).toBe(false);
    expect(covered('https://b.example.com/**/cb', [...parts, ...others.slice(0, 2)])).toBe(true);
  });

  it('looks at each port that is named, and at all others', () => {
    const any = 'https://a.example.com:*/**/cb';
    const [first = '', second = '', third = ''] = UNIONS[6]?.[1] ?? [];
    expect(covered(any, [first, second, 'https://a.example.com:8443//**/cb'])).toBe(false);
    expect(
      covered('https://a.example.com:8443/**/cb', [first, second, 'https://a.example.com:8443//**/cb']),
    ).toBe(true);
    expect(
      covered('https://a.example.com:8444/**/cb', [first, second, 'https://a.example.com:8443//**/cb']),
    ).toBe(false);
    expect(covered(any, [first, second, third, 'https://a.example.com:8443/x'])).toBe(true);
  });

  it('keeps schemes and hosts apart', () => {
    expect(covered('https://a.example.com/cb', [])).toBe(false);
    expect(covered('https://localhost:1/cb', ['http://localhost:1/cb'])).toBe(false);
    expect(covered('https://a.example.com/cb', ['https://b.example.com/**'])).toBe(false);
  });

  it('promises by the narrow reading and fears by the wide one', () => {
    expect(covered('https://a.example.com', ['https://a.example.com/'])).toBe(false);
    expect(covered('https://a.example.com', ['https://a.example.com/**'])).toBe(true);
    expect(covered('https://a.example.com/cb', ['https://a.example.com'])).toBe(false);
    expect(covered('https://a.example.com/x', ['https://a.example.com/x/**'])).toBe(false);
  });
});

describe('one entry whose members cover together', () => {
  it.each([
    ['https://a.example.com/**/cb', 'https://a.example.com/{cb,*/**/cb,/**/cb}', 'equal'],
    ['https://a.example.com/**/cb', 'https://a.example.com/{cb,*/**/cb}', 'superset'],
    ['https://a.example.com/{cb,*/**/cb}', 'https://a.example.com/**/cb', 'subset'],
    ['https://a-*.example.com/**/cb', 'https://*.example.com/{cb,*/**/cb,/**/cb}', 'subset'],
    ['https://*.example.com/**/cb', 'https://a-*.example.com/{cb,*/**/cb,/**/cb}', 'superset'],
    ['https://a-*.example.com/**/cb', 'https://*-b.example.com/{cb,*/**/cb,/**/cb}', 'overlap'],
    ['https://a-*.example.com/**/cb', 'https://b-*.example.com/{cb,*/**/cb,/**/cb}', 'disjoint'],
    ['https://*-a.example.com/cb', 'https://*-b.example.com/cb', 'disjoint'],
    ['https://a*.example.com/cb', 'https://*.example.com/cb', 'subset'],
    ['https://*a*.example.com/cb', 'https://*.example.com/cb', 'subset'],
    ['https://a*b.example.com/cb', 'https://a*.example.com/cb', 'subset'],
    ['https://*.a.example.com/cb', 'https://*a.example.com/cb', 'subset'],
    ['https://x-*-y.example.com/cb', 'https://x-*-z-*-y.example.com/cb', 'superset'],
    ['https://app.example.com/a*', 'https://app.example.com/a*b*', 'superset'],
    ['https://app.example.com/*a*', 'https://app.example.com/*b*', 'overlap'],
    ['https://app.example.com/a/**/b', 'https://app.example.com/a/*/b', 'superset'],
    ['https://app.example.com/**/a/**', 'https://app.example.com/**/b/**', 'overlap'],
    ['https://app.example.com/*/**', 'https://app.example.com/**', 'subset'],
  ])('%s and %s: %s', (a, b, relation) => expect(compareCoverage(a, b)).toBe(relation));
});

describe('what would take too long', () => {
  const stars = (letter: string) => `https://app.example.com/${`*${letter}`.repeat(50)}*`;

  it('is unknown, and promised to nobody', () => {
    expect(compareCoverage(stars('a'), stars('b'))).toBe('unknown');
    expect(covered(stars('a'), [stars('b'), `${stars('a')}a`])).toBe(false);
  });
});
