import { describe, expect, it } from 'vitest';
import { Budget } from '../../../../lib/patterns/coverage/automaton.ts';
import { readHostSet, relateHosts } from '../../../../lib/patterns/coverage/host-set.ts';
import { readPathSet, relatePaths } from '../../../../lib/patterns/coverage/path-set.ts';
import { Relations } from '../../../../lib/patterns/coverage/relations.ts';

const budget = () => new Budget(100_000);
const SAME = { meets: true, inside: true, contains: true };
const APART = { meets: false, inside: false, contains: false };
const INSIDE = { meets: true, inside: true, contains: false };
const CONTAINS = { meets: true, inside: false, contains: true };
const OVERLAP = { meets: true, inside: false, contains: false };

describe('hosts', () => {
  it.each([
    ['a.example.com', 'a.example.com', SAME],
    ['a.example.com', 'b.example.com', APART],
    ['a.example.com', '*.example.com', INSIDE],
    ['*.example.com', 'a.example.com', CONTAINS],
    ['*.example.com', 'a.example.org', APART],
    ['a.example.org', '*.example.com', APART],
    ['*.example.com', '*.example.org', APART],
    ['a*.example.com', 'b*.example.com', APART],
    ['a*.example.com', 'ab*.example.com', CONTAINS],
    ['*.a.example.com', '*.example.com', INSIDE],
    ['a-*.example.com', '*-b.example.com', OVERLAP],
    // Labels are not empty and have no hyphen at either end: nothing else tells these apart.
    ['*.example.com', '*a*.example.com', CONTAINS],
    ['a.*.example.com', 'a*.example.com', INSIDE],
    // No host fits the first: nothing lies in everything.
    ['*-.example.com', '*.example.com', { ...APART, inside: true }],
  ])('%s and %s', (a, b, relation) => {
    expect(relateHosts(readHostSet(a, false), readHostSet(b, false), budget())).toEqual(relation);
  });
  it('of custom schemes have labels as all others have', () => {
    const relate = (a: string, b: string) =>
      relateHosts(readHostSet(a, true), readHostSet(b, true), budget());
    expect(relate('*-', '*')).toEqual({ ...APART, inside: true });
    expect(relate('A.*.b', 'A*.b')).toEqual(INSIDE);
  });
});

describe('paths', () => {
  it.each([
    ['/cb', '/cb', SAME],
    ['/cb', '/x', APART],
    ['/cb', '/*', INSIDE],
    ['/*', '/cb', CONTAINS],
    ['/a/b', '/*', APART],
    ['/*', '/a/b', APART],
    ['/a/*', '/b/*', APART],
    ['/*/a', '/*/b', APART],
    ['/*', '/**', INSIDE],
    ['/*/b', '/a/*', OVERLAP],
    // A path that ends in a wildcard takes a query.
    ['/*/b', '/*/**', INSIDE],
    ['/a/*', '/a/*/**', APART],
    ['/a-*', '/a-*b', CONTAINS],
    ['/**/b', '/**', INSIDE],
  ])('%s and %s', (a, b, relation) => {
    expect(relatePaths(readPathSet(a, 'narrow'), readPathSet(b, 'narrow'), budget())).toEqual(relation);
  });
  it.each([
    ['/x', '/x/**', APART, INSIDE],
    ['/x/**', '/x', APART, CONTAINS],
    ['/x*', '/x/**', APART, OVERLAP],
    ['', '/cb', APART, CONTAINS],
    ['', '/', SAME, CONTAINS],
  ])('%s and %s, narrow and wide', (a, b, narrow, wide) => {
    expect(relatePaths(readPathSet(a, 'narrow'), readPathSet(b, 'narrow'), budget())).toEqual(narrow);
    expect(relatePaths(readPathSet(a, 'wide'), readPathSet(b, 'wide'), budget())).toEqual(wide);
  });
});

describe('relations', () => {
  const spent = (relations: Relations) => 100_000 - relations.budget.left;

  it('are worked out once for each pair', () => {
    const relations = new Relations(budget());
    const [a, b, c] = ['*.example.com', 'a*.example.com', 'b*.example.com'].map((text) =>
      readHostSet(text, false),
    );
    if (!a || !b || !c) throw new Error('three hosts');
    expect(relations.hosts(a, b)).toEqual(CONTAINS);
    const once = spent(relations);
    expect(once).toBeGreaterThanOrEqual(20);
    expect(relations.hosts(a, b)).toEqual(CONTAINS);
    expect(spent(relations)).toBe(once);
    expect(relations.hosts(a, c)).toEqual(CONTAINS);
    expect(spent(relations)).toBeGreaterThan(once);
    const hosts = spent(relations);
    const [x, y] = [readPathSet('/*', 'narrow'), readPathSet('/**', 'narrow')];
    expect(relations.paths(x, y)).toEqual(INSIDE);
    expect(spent(relations)).toBeGreaterThanOrEqual(hosts + 20);
    const all = spent(relations);
    relations.paths(x, y);
    expect(spent(relations)).toBe(all);
  });
  it('between names cost nothing', () => {
    const relations = new Relations(budget());
    expect(relations.hosts(readHostSet('a.example.com', false), readHostSet('a.example.com', false))).toEqual(
      SAME,
    );
    expect(relations.hosts(readHostSet('a.example.com', false), readHostSet('b.example.com', false))).toEqual(
      APART,
    );
    expect(relations.paths(readPathSet('/x', 'narrow'), readPathSet('/x', 'narrow'))).toEqual(SAME);
    expect(spent(relations)).toBe(0);
  });
  it.each([
    ['1', '1', SAME],
    ['1', '2', APART],
    ['', '1', APART],
    ['', '*', INSIDE],
    ['*', '1', CONTAINS],
    ['*', '*', SAME],
  ])('ports %j and %j', (a, b, relation) => expect(new Relations(budget()).ports(a, b)).toEqual(relation));
});
