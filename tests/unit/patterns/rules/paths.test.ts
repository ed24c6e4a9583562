import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDotSegment, resolveDots } from '../../../../lib/patterns/rules/paths.ts';

describe('dot segments', () => {
  it.each([
    ['/..', '..', '/'],
    ['/.', '.', '/'],
    ['/a/../b', '..', '/b'],
    ['/a/./b', '.', '/a/b'],
    ['/a/b/..', '..', '/a/'],
    ['/a/b/.', '.', '/a/b/'],
    ['/../../a', '..', '/a'],
    ['/a/%2e%2E/b', '%2e%2E', '/b'],
    ['/a/.%2e/b', '.%2e', '/b'],
    ['/a/%2e/b', '%2e', '/a/b'],
    ['/a/%252e%252e/b', '%252e%252e', '/b'],
    ['/a/%25252e/b', '%25252e', '/a/b'],
    ['/a/..;x=1/b', '..;x=1', '/b'],
    ['/a/..%3bx/b', '..%3bx', '/b'],
    ['/a/.;/b', '.;', '/a/b'],
    ['/a%2f..%2fb', 'a%2f..%2fb', '/b'],
    ['/a%5c..%5cb/c', 'a%5c..%5cb', '/b/c'],
    ['/a/../**', '..', '/**'],
    ['/**/../a', '..', undefined],
    ['/a*/../b', '..', undefined],
    ['/a*/./b', '.', '/a*/b'],
  ])('%s holds %s and resolves to %s', (path, segment, resolved) => {
    const found = findDotSegment(path);
    expect(found && path.slice(found.at, found.at + found.length)).toBe(segment);
    expect(resolveDots(path)).toBe(resolved);
  });

  it.each([
    '',
    '/',
    '/a',
    '/...',
    '/.a',
    '/..a/b',
    '/a..',
    '/a./b',
    '/.well-known/x',
    '/%2ex',
    '/%2',
    '/a;/b',
    '/%2f',
    '/a/%252f/b',
    '/%2e%2e%2e',
    '/.*',
    '/..*',
  ])('%j holds none', (path) => expect(findDotSegment(path)).toBeUndefined());

  // A name that starts with a dot is left out: Node 22 does not resolve the dots behind one.
  it('resolves plain ones as browsers do', () => {
    const segment = fc.constantFrom('a', 'bc', '..', '.', '%2e', '%2E%2e', 'b.', '');
    fc.assert(
      fc.property(fc.array(segment, { minLength: 1, maxLength: 8 }), (segments) => {
        const path = `/${segments.join('/')}`;
        const browser = new URL(`https://a.example.com${path}`).pathname;
        expect(resolveDots(path)).toBe(browser);
        expect(findDotSegment(path) === undefined).toBe(browser === path);
        expect(findDotSegment(browser)).toBeUndefined();
      }),
      { numRuns: 1000 },
    );
  });
});
