import { describe, expect, test } from 'vitest';
import { compileHost, compileSegment, matchesGlob } from '../../../../lib/patterns/matcher/glob.ts';
import { GlobIndex } from '../../../../lib/patterns/matcher/glob-index.ts';
import { hostKeyOf, hostKeyOfMember } from '../../../../lib/patterns/matcher/host-key.ts';

/** Candidates are what costs time: their number is what must not grow with the list. */
describe('GlobIndex', () => {
  function indexOf(globs: string[]): GlobIndex<string> {
    const index = new GlobIndex<string>();
    for (const text of globs) {
      const { literals } = compileHost(text);
      index.add(literals[0] ?? '', literals.at(-1) ?? '', literals.slice(1, -1), text);
    }
    return index;
  }
  const numbers = Array.from({ length: 5000 }, (_, i) => i);

  test('tells entries apart by what stands behind the star', () => {
    const index = indexOf(numbers.map((i) => `*-x${i}.example.com`));
    expect(index.candidates('pr-x77.example.com')).toEqual(['*-x77.example.com']);
  });
  test('tells entries apart by what stands in front of the star', () => {
    const index = indexOf(numbers.map((i) => `app${i}-*.example.com`));
    expect(index.candidates('app77-pr.example.com')).toEqual(['app77-*.example.com']);
  });
  test('tells entries apart by what stands between two stars', () => {
    const index = indexOf(numbers.map((i) => `*-m${i}-*.example.com`));
    expect(index.candidates('a-m77-b.example.com')).toEqual(['*-m77-*.example.com']);
    expect(index.candidates('a-m77-m77-b.example.com')).toEqual(['*-m77-*.example.com']);
  });
  test('keeps entries without a literal in between', () => {
    const index = indexOf([...numbers.slice(0, 20).map((i) => `*m${i}*.example.com`), '*.example.com']);
    expect(index.candidates('zz.example.com')).toEqual(['*.example.com']);
  });
});

describe('matchesGlob', () => {
  test.each([
    ['a*c', 'abc', true],
    ['a*c', 'ac', true],
    ['a*c', 'acb', false],
    ['*', '', false],
    ['*', 'a', true],
    ['a*a', 'a', false],
    ['*ab*ab*', 'abab', true],
    ['*ab*ab*', 'aba', false],
    ['a**b', 'ab', true],
  ])('segment %s and %s: %s', (glob, text, expected) => {
    expect(matchesGlob(compileSegment(glob), text)).toBe(expected);
  });
  test.each([
    ['*.a', 'b.a', true],
    ['*.a', '.a', false],
    ['*.*.a', 'b.a', false],
    ['*.*.a', 'b.c.a', true],
    ['a.*.b', 'a.b', false],
    ['a.*.b', 'a.x.b', true],
    ['a*.b', 'a.b', true],
    ['a*.b', 'a.x.b', true],
    ['x*', 'x', true],
  ])('host %s and %s: %s', (glob, text, expected) => {
    expect(matchesGlob(compileHost(glob), text)).toBe(expected);
  });
  test('fifty stars and a long text that does not fit end at once', () => {
    const glob = compileSegment(`${'*a'.repeat(50)}b`);
    expect(matchesGlob(glob, 'a'.repeat(8000))).toBe(false);
  });
});

describe('hostKeyOf', () => {
  test.each([
    ['https://app.example.com/**', { scheme: 'https', host: 'app.example.com', suffix: false }],
    ['HTTPS://APP.example.com:8443', { scheme: 'https', host: 'app.example.com', suffix: false }],
    ['Cursor://Anysphere.Cursor/**', { scheme: 'cursor', host: 'Anysphere.Cursor', suffix: false }],
    ['https://*.example.com/**', { scheme: 'https', host: '.example.com', suffix: true }],
    ['https://a-*.b.example.com/**', { scheme: 'https', host: '.b.example.com', suffix: true }],
    ['https://{a,b}.example.com:*/', { scheme: 'https', host: '.example.com', suffix: true }],
    ['https://a.example.com:{80,90}/', { scheme: 'https', host: 'a.example.com', suffix: false }],
    ['https://a.example.com/{a,b}', { scheme: 'https', host: 'a.example.com', suffix: false }],
    ['https://{a.com,b.org}/', undefined],
    ['cursor://*', undefined],
    ['https://b\u00FCcher.example.com/', undefined],
    [' https://a.example.com/', undefined],
    ['https://[::1]/', undefined],
    ['app.example.com', null],
  ])('%s', (text, key) => {
    expect(hostKeyOf(text)).toEqual(key);
  });
  test.each([
    ['a.example.com', { host: 'a.example.com', suffix: false }],
    ['a*.b.example.com', { host: '.b.example.com', suffix: true }],
    ['*', { host: '', suffix: true }],
  ])('member %s', (host, key) => {
    expect(hostKeyOfMember(host)).toEqual(key);
  });
});
