import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareCoverage } from '../../../../lib/patterns/coverage/index.ts';
import { createMatcher } from '../../../../lib/patterns/matcher/index.ts';
import { readPattern } from '../../../../lib/patterns/read/index.ts';
import type { Allowed, Coverage } from '../../../../lib/patterns/types.ts';
import { address, anyText, entry } from '../matcher/arbitrary.ts';

const MIRROR: Readonly<Record<Coverage, Coverage>> = {
  equal: 'equal',
  subset: 'superset',
  superset: 'subset',
  overlap: 'overlap',
  disjoint: 'disjoint',
  unknown: 'unknown',
};

/** What one sampled address says against a relation; undefined when it agrees. */
function objection(relation: Coverage, a: Allowed, b: Allowed): string | undefined {
  const promised = { a: a === 'yes', b: b === 'yes' };
  const possible = { a: a !== 'no', b: b !== 'no' };
  for (const held of [promised, possible]) {
    if ((relation === 'equal' || relation === 'subset') && held.a && !held.b) return 'in A only';
    if ((relation === 'equal' || relation === 'superset') && held.b && !held.a) return 'in B only';
    if (relation === 'disjoint' && held.a && held.b) return 'in both';
  }
  return undefined;
}

test('sampled addresses agree with the relation, and the relation with its mirror image', () => {
  fc.assert(
    fc.property(entry, entry, fc.array(address, { minLength: 20, maxLength: 60 }), (a, b, addresses) => {
      const relation = compareCoverage(a, b);
      expect(compareCoverage(b, a)).toBe(MIRROR[relation]);
      const [first, second] = [createMatcher([a]), createMatcher([b])];
      for (const one of addresses) {
        const found = objection(relation, first.match(one).allowed, second.match(one).allowed);
        expect([one, found]).toEqual([one, undefined]);
      }
    }),
    { numRuns: 1500 },
  );
});

/** A universe that is rich enough to hold a witness for each difference that small entries can have. */
const LABELS = [
  'a',
  'b',
  'x',
  'ab',
  'axb',
  'a-x',
  'x-b',
  'a-b',
  'bxa',
  'xa',
  'bx',
  'ax',
  'xb',
  'a-x-b',
  'ba',
];
const SEGMENTS = ['', 'a', 'b', 'x', 'ab', 'axb', 'ba', 'ax', 'xb', 'bxa'];

function words(parts: readonly string[], most: number, join: string): string[] {
  let all = [''];
  let last = [''];
  for (let i = 0; i < most; i++) {
    last = last.flatMap((head) =>
      parts.map((part) => (join === '.' ? `${part}.${head}` : `${head}/${part}`)),
    );
    all = [...all, ...last];
  }
  return all;
}

const HOSTS = words(LABELS, 2, '.');
const PATHS = words(SEGMENTS, 3, '/');

describe('exact on small entries', () => {
  const label = fc.constantFrom('a', 'b', '*', 'a*', '*b', 'a-*', 'a*b', '{a,b}', '{a,*}', '{a*,*b}');
  const segment = fc.constantFrom('a', 'b', '*', '**', 'a*', '*b', '', '{a,b}', '{a,*}', '{a*,*b}', '{,a}');

  test('hosts: each relation has its witnesses', () => {
    fc.assert(
      fc.property(label, label, (a, b) => {
        const [entryA, entryB] = [`https://${a}.example.com/cb`, `https://${b}.example.com/cb`];
        const addresses = HOSTS.map((host) => `https://${host}example.com/cb`);
        expect([a, b, compareCoverage(entryA, entryB)]).toEqual([a, b, observed(entryA, entryB, addresses)]);
      }),
      { numRuns: 120 },
    );
  });

  test('paths: each relation has its witnesses', () => {
    const path = fc
      .array(segment, { minLength: 1, maxLength: 2 })
      .map((all) => all.map((one) => `/${one}`).join(''));
    const tried = PATHS.flatMap((one) => [`https://app.example.com${one}`, `https://app.example.com${one}?`]);
    fc.assert(
      fc.property(path, path, (a, b) => {
        const [entryA, entryB] = [`https://app.example.com${a}`, `https://app.example.com${b}`];
        fc.pre(readPattern(entryA) !== undefined && readPattern(entryB) !== undefined);
        expect([a, b, compareCoverage(entryA, entryB)]).toEqual([a, b, observed(entryA, entryB, tried)]);
      }),
      { numRuns: 150 },
    );
  });
});

/** The relation that a universe of addresses shows. */
function observed(a: string, b: string, addresses: readonly string[]): Coverage {
  const [first, second] = [createMatcher([a]), createMatcher([b])];
  const answers = addresses.map((one) => [first.match(one).allowed, second.match(one).allowed] as const);
  const under = (holds: (answer: Allowed) => boolean): Coverage => {
    const inA = answers.some(([x, y]) => holds(x) && !holds(y));
    const inB = answers.some(([x, y]) => holds(y) && !holds(x));
    const both = answers.some(([x, y]) => holds(x) && holds(y));
    if (!inA) return inB ? 'subset' : 'equal';
    if (!inB) return 'superset';
    return both ? 'overlap' : 'disjoint';
  };
  const narrow = under((answer) => answer === 'yes');
  return under((answer) => answer !== 'no') === narrow ? narrow : 'unknown';
}

test('equivalent spellings cover the same', () => {
  fc.assert(
    fc.property(entry, entry, (a, b) => {
      const model = readPattern(a);
      fc.pre(model !== undefined);
      const spelt = model?.normalised ?? '';
      expect(compareCoverage(a, spelt)).toBe('equal');
      expect(compareCoverage(spelt, b)).toBe(compareCoverage(a, b));
    }),
    { numRuns: 400 },
  );
});

test('never throws, and answers unknown for what is not valid', () => {
  fc.assert(
    fc.property(anyText, fc.oneof(anyText, entry), (a, b) => {
      const relation = compareCoverage(a, b);
      if (!readPattern(a) || !readPattern(b)) expect(relation).toBe('unknown');
    }),
    { numRuns: 800 },
  );
});
