import { describe, expect, it } from 'vitest';
import { answerPath, compilePath, PathAnswer } from '../../../../lib/patterns/matcher/path.ts';

const answer = (rule: string, path: string, query = false) =>
  Object.entries(PathAnswer).find(([, value]) => value === answerPath(compilePath(rule), path, query))?.[0];

describe('a path', () => {
  it.each([
    // rule, path, without a query, with one
    ['', '/', 'yes', 'pathless'],
    ['', '/cb', 'pathless', 'pathless'],
    ['/cb', '/cb', 'yes', 'query'],
    ['/cb', '/cb/', 'no', 'no'],
    ['/', '/', 'yes', 'query'],
    ['/**', '/', 'yes', 'yes'],
    ['/**', '/a/b', 'yes', 'yes'],
    ['/x/**', '/x/a', 'yes', 'yes'],
    ['/x/**', '/x/', 'yes', 'yes'],
    ['/x/**', '/x', 'base', 'base'],
    ['/x/**', '/xy', 'no', 'no'],
    ['/x/**', '/xy/a', 'no', 'no'],
    ['/x/**', '/y/x/a', 'no', 'no'],
    ['/*', '/a', 'yes', 'yes'],
    ['/*', '/', 'no', 'no'],
    ['/*', '/a/b', 'no', 'no'],
    ['/*', '/a/', 'no', 'no'],
    ['/a*', '/a', 'yes', 'yes'],
    ['/a*', '/ab', 'yes', 'yes'],
    ['/a*', '/a/b', 'no', 'no'],
    ['/*/cb', '/x/cb', 'yes', 'query'],
    ['/*/cb', '/cb', 'no', 'no'],
    ['/*/cb', '//cb', 'no', 'no'],
    ['/*/cb', '/x/y/cb', 'no', 'no'],
    ['/*/*', '/a', 'no', 'no'],
    ['/*/*', '/a/b', 'yes', 'yes'],
    ['/*/*', '/a/b/c', 'no', 'no'],
    ['/**/cb', '/cb', 'yes', 'query'],
    ['/**/cb', '/a/b/cb', 'yes', 'query'],
    ['/**/cb', '/a/xcb', 'no', 'no'],
    ['/a/**/b/**/c', '/a/b/c', 'yes', 'query'],
    ['/a/**/b/**/c', '/a/x/b/y/c', 'yes', 'query'],
    ['/a/**/b/**/c', '/a/x/c', 'no', 'no'],
    ['/a/**/b/**/c', '/a/c/b', 'no', 'no'],
    ['/a/**/b/c', '/a/b/c', 'yes', 'query'],
    ['/a/b/**/b/c', '/a/b/c', 'no', 'no'],
    ['/*/x/**', '/a/x/b', 'yes', 'yes'],
    ['/*/x/**', '/a/x', 'base', 'base'],
    ['/*/x/**', '/a', 'no', 'no'],
    ['/**/x/**', '/x', 'base', 'base'],
    ['/**/x/**', '/a/x/b', 'yes', 'yes'],
    ['/**/x/**', '/a/b', 'no', 'no'],
    ['/a*c/**', '/abc/x', 'yes', 'yes'],
    ['/a*c/**', '/abd/x', 'no', 'no'],
  ])('%j and %s: %s, with a query %s', (rule, path, plain, query) => {
    expect([answer(rule, path), answer(rule, path, true)]).toEqual([plain, query]);
  });
});

describe('compiling', () => {
  it.each([
    ['', { kind: 'pathless', head: '/', tail: '', middle: [], queryAllowed: false }],
    ['/cb', { kind: 'exact', head: '/cb', tail: '/cb', queryAllowed: false, open: false }],
    [
      '/x/**',
      { kind: 'glob', head: '/x', tail: '', middle: [], open: true, below: true, queryAllowed: true },
    ],
    ['/x-*/y', { kind: 'glob', head: '/x-', tail: '/y', middle: [], open: false, below: false }],
    ['/a/**/b/**/c', { kind: 'glob', head: '/a', tail: '/c', middle: ['/b'], open: false }],
    ['/*/a/**', { kind: 'glob', head: '/', tail: '', middle: ['/a'], open: true, below: false }],
    ['/x-**', { kind: 'glob', head: '/x-', tail: '', open: false, below: false, queryAllowed: true }],
  ])('%j', (path, rule) => expect(compilePath(path)).toMatchObject(rule));
});
