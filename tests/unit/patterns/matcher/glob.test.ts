import { describe, expect, it } from 'vitest';
import {
  compileHost,
  compileSegment,
  literalLength,
  matchesGlob,
} from '../../../../lib/patterns/matcher/glob.ts';

describe('compiling', () => {
  it.each([
    ['example.com', ['example.com'], []],
    ['*.example.com', ['', '.example.com'], [1]],
    ['**.example.com', ['', '.example.com'], [1]],
    ['app-*.example.com', ['app-', '.example.com'], [0]],
    ['a.*.b', ['a.', '.b'], [1]],
    ['a.*', ['a.', ''], [1]],
    ['*', ['', ''], [1]],
    ['*a*.b', ['', 'a', '.b'], [0, 0]],
    ['*.*.b', ['', '.', '.b'], [1, 1]],
  ])('the host %s', (host, literals, gaps) => expect(compileHost(host)).toEqual({ literals, gaps }));
  it.each([
    ['cb', ['cb'], []],
    ['*', ['', ''], [1]],
    ['**', ['', ''], [1]],
    ['a*', ['a', ''], [0]],
    ['*a', ['', 'a'], [0]],
    ['a**b', ['a', 'b'], [0]],
    ['*a*', ['', 'a', ''], [0, 0]],
  ])('the segment %s', (segment, literals, gaps) =>
    expect(compileSegment(segment)).toEqual({ literals, gaps }),
  );
  it('counts literal characters', () => {
    expect(literalLength(compileHost('app-*.example.com'))).toBe(16);
    expect(literalLength(compileSegment('*'))).toBe(0);
  });
});

describe('matching', () => {
  it.each([
    ['a', 'a', true],
    ['a', 'ab', false],
    ['*', 'a', true],
    ['*', '', false],
    ['a*', 'a', true],
    ['a*', 'ab', true],
    ['a*', 'ba', false],
    ['*a', 'a', true],
    ['*a', 'ba', true],
    ['*a', 'ab', false],
    ['a*a', 'a', false],
    ['a*a', 'aa', true],
    ['ab*bc', 'abc', false],
    ['ab*bc', 'abbc', true],
    ['a*b*c', 'abc', true],
    ['a*b*c', 'axbxc', true],
    ['a*b*c', 'acb', false],
    ['a*b*c', 'abxb', false],
    ['*b*b', 'b', false],
    ['*b*b', 'bb', true],
    ['*a*b*', 'xaxbx', true],
    ['*a*b*', 'xbxax', false],
  ])('%s and %j: %s', (glob, text, fits) => expect(matchesGlob(compileSegment(glob), text)).toBe(fits));
  it.each([
    ['*.b.c', 'a.b.c', true],
    ['*.b.c', '.b.c', false],
    ['*.b.c', 'b.c', false],
    ['*.*.c', 'a.b.c', true],
    ['*.*.c', 'b.c', false],
    ['*.*.c', 'a..c', false],
    ['a.*.c', 'a.c', false],
    ['a.*.c', 'a.x.y.c', true],
  ])('the host %s and %s: %s', (glob, text, fits) => expect(matchesGlob(compileHost(glob), text)).toBe(fits));
});
