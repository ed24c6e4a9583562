import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCoveredByAll } from '../../../../lib/patterns/coverage/compare.ts';
import { compareCoverage, createCoverageIndex } from '../../../../lib/patterns/coverage/index.ts';
import { mayMeet } from '../../../../lib/patterns/coverage/may-meet.ts';
import { readPattern } from '../../../../lib/patterns/read/index.ts';
import { entry } from '../matcher/arbitrary.ts';

describe('coveredBy', () => {
  const list = [
    'https://app.example.com/cb',
    'https://app.example.com/**',
    'https://*.example.com/**',
    'http://localhost:*/**',
    'https://APP.example.com/**',
  ];
  const index = createCoverageIndex(list);

  test('names the widest entry that covers', () => {
    expect(index.coveredBy('https://app.example.com/cb')).toBe(list[2]);
    expect(index.coveredBy('http://localhost:3000/cb')).toBe(list[3]);
    expect(index.covering('https://app.example.com/cb', { except: 0 })).toEqual({
      entry: 2,
      pattern: list[2],
      relation: 'subset',
    });
  });
  test('leaves the asked entry out', () => {
    expect(index.coveredBy('https://*.example.com/**', { except: 2 })).toBeUndefined();
    expect(index.coveredBy('http://localhost:*/**', { except: 3 })).toBeUndefined();
  });
  test('of two entries that cover the same only the later one is covered', () => {
    const twins = createCoverageIndex(['https://{a,b}.example.com/', 'https://{b,a}.example.com/']);
    expect(twins.coveredBy('https://{a,b}.example.com/', { except: 0 })).toBeUndefined();
    expect(twins.covering('https://{b,a}.example.com/', { except: 1 })).toMatchObject({
      entry: 0,
      relation: 'equal',
    });
    expect(twins.coveredBy('https://{b,a}.example.com/')).toBe('https://{a,b}.example.com/');
  });
  test('what only one reading covers is not covered', () => {
    const unsure = createCoverageIndex([
      'https://app.example.com',
      'https://app.example.com/x/**',
      'http://localhost/**',
    ]);
    expect(unsure.coveredBy('https://app.example.com/cb')).toBeUndefined();
    expect(unsure.coveredBy('https://app.example.com/x')).toBeUndefined();
    expect(unsure.coveredBy('http://localhost:3000/cb')).toBeUndefined();
  });
  test('a brace entry covers each of its members', () => {
    const braces = createCoverageIndex(['https://{a,b}.example.com/{x,y}']);
    expect(braces.coveredBy('https://b.example.com/x')).toBe('https://{a,b}.example.com/{x,y}');
    expect(braces.coveredBy('https://{a,b}.example.com/y')).toBe('https://{a,b}.example.com/{x,y}');
    expect(braces.coveredBy('https://{a,c}.example.com/y')).toBeUndefined();
  });
});

test('coveredBy finds exactly what comparing with every entry finds', () => {
  fc.assert(
    fc.property(fc.array(entry, { minLength: 1, maxLength: 14 }), entry, (list, asked) => {
      // Inside under both readings, also where they differ in whether it is all of the other.
      const model = readPattern(asked);
      const covers = list.filter((one) => {
        const other = readPattern(one);
        return model && other && isCoveredByAll(model, [other]);
      });
      const found = createCoverageIndex(list).coveredBy(asked);
      if (covers.length === 0) expect(found).toBeUndefined();
      else expect(covers).toContain(found);
    }),
    { numRuns: 600 },
  );
});

test('an entry without a path is covered by its twin with /**, and not the other way round', () => {
  const index = createCoverageIndex(['https://h.example.com', 'https://h.example.com/**']);
  expect(index.covering('https://h.example.com', { except: 0 })).toMatchObject({
    entry: 1,
    relation: 'subset',
  });
  expect(index.covering('https://h.example.com/**', { except: 1 })).toBeUndefined();
});

describe('coveredByUnion', () => {
  test('several entries that cover together are named, and no more than are needed', () => {
    const list = [
      'https://a.example.com/**',
      'https://b.example.com/**',
      'https://c.example.com/**',
      'https://a.example.com/x',
    ];
    const index = createCoverageIndex(list);
    expect(index.coveredByUnion('https://{a,b}.example.com/cb')?.sort()).toEqual([list[0], list[1]]);
    expect(index.coveredByUnion('https://{a,d}.example.com/cb')).toBeUndefined();
    expect(index.coveredByUnion('https://a.example.com/cb')).toBeUndefined();
  });
  test('wide entries are named before narrow ones', () => {
    const list = [
      'https://a.example.com/cb',
      'https://b.example.com/c*',
      'https://b.example.com/**',
      'https://a.example.com/**',
    ];
    const asked = 'https://{a,b}.example.com/cb';
    expect(createCoverageIndex(list).coveredByUnion(asked)).toEqual([list[2], list[3]]);
    expect(createCoverageIndex(list.slice(0, 3)).coveredByUnion(asked)).toEqual([list[2], list[0]]);
  });
  test('what is no entry is covered by nothing', () => {
    const index = createCoverageIndex(['https://a.example.com/**', 'https://b.example.com/**']);
    expect(index.coveredByUnion('https://{a,b}.example.com:0/cb')).toBeUndefined();
    expect(index.covering('example.com')).toBeUndefined();
    expect(index.overlapping('example.com')).toBeUndefined();
  });
  test('of entries that cover the same together, the later ones are covered', () => {
    const list = ['https://{a,b}.example.com/', 'https://a.example.com/', 'https://b.example.com/'];
    const index = createCoverageIndex(list);
    expect(index.coveredByUnion('https://{a,b}.example.com/', { except: 0 })).toEqual([list[1], list[2]]);
    const twins = createCoverageIndex([
      'https://{a,b}.example.com/',
      'https://{b,a}.example.com/',
      ...list.slice(1),
    ]);
    expect(twins.coveredByUnion('https://{a,b}.example.com/', { except: 0 })).toEqual([list[1], list[2]]);
  });
  test.each([
    ['ports', 'https://a.example.com:{1,2}/cb', ['https://a.example.com:1/**', 'https://a.example.com:2/**']],
    ['paths', 'https://a.example.com/{x,y}', ['https://a.example.com/x', 'https://a.example.com/y']],
    [
      'segments',
      'https://a.example.com/x/**',
      ['https://a.example.com/x/*', 'https://a.example.com/x/', 'https://a.example.com/x/*/**'],
    ],
    ['loopback', 'http://{localhost,127.0.0.1}:3000/cb', ['http://localhost:*/**', 'http://127.0.0.1:*/cb']],
  ])('%s', (name, asked, list) => {
    const found = createCoverageIndex(list).coveredByUnion(asked);
    // `/x/**` also holds `/x//…`, which none of the three does.
    if (name === 'segments') expect(found).toBeUndefined();
    else expect(found?.sort()).toEqual([...list].sort());
  });
});

test('entries that are told apart by their ends share no address', () => {
  fc.assert(
    fc.property(entry, entry, (a, b) => {
      const [first, second] = [readPattern(a), readPattern(b)];
      fc.pre(first !== undefined && second !== undefined);
      if (first && second && !mayMeet(first, second)) expect(compareCoverage(a, b)).toBe('disjoint');
    }),
    { numRuns: 1000 },
  );
});

test('overlapping names an entry that shares some, but not all', () => {
  const list = ['https://app.example.com/{cb,done}', 'https://other.example.com/**'];
  const index = createCoverageIndex(list);
  expect(index.overlapping('https://*.example.com/cb')).toBe(list[0]);
  expect(index.overlapping('https://app.example.com/cb')).toBeUndefined();
  expect(index.overlapping(list[0] ?? '', { except: 0 })).toBeUndefined();
});

describe('overlapping looks at the nearest entries only', () => {
  // No sample of the one is in the other: it is found as a neighbour.
  const asked = 'https://*-b.example.com/cb';
  const target = 'https://a-*.example.com/cb';
  const others = (count: number, domain = 'https://{}.example.com/x') =>
    Array.from({ length: count }, (_, n) => domain.replace('{}', `n${n}`));
  const find = (before: string[]) => createCoverageIndex([...before, target]).overlapping(asked);

  test('the first 64 of its domain', () => {
    expect(find(others(63))).toBe(target);
    expect(find(others(64))).toBeUndefined();
  });
  test('those of other domains and schemes do not count', () => {
    expect(find(others(64, 'https://{}.example.org/x'))).toBe(target);
    expect(find(others(64, 'http://{}.example.com/x'))).toBe(target);
    expect(find(others(64, 'no entry {}'))).toBe(target);
    expect(find(others(64, 'https://{}.example.net/x'))).toBe(target);
  });
  test('more than once', () => {
    const index = createCoverageIndex([target]);
    expect([index.overlapping(asked), index.overlapping(asked)]).toEqual([target, target]);
    expect(index.overlapping(target, { except: 0 })).toBeUndefined();
  });
});
