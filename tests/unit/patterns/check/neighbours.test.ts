import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Neighbours } from '../../../../lib/patterns/check/neighbours.ts';
import { compareCoverage, normalisePattern } from '../../../../lib/patterns/index.ts';

const meets = (entry: string, others: string[], itself = false): boolean =>
  new Neighbours(others).mayMeet(entry, itself);

describe('Neighbours', () => {
  it.each([
    ['https://a.example.com/cb', 'https://a.example.com/x'],
    ['https://a.example.com:8443/cb', 'https://a.example.com/x'],
    ['https://a.example.com', 'https://a.example.com:8443'],
    ['https://a.example.com/cb', 'https://*.example.com/cb'],
    ['https://a.b.c.example.com/cb', 'https://*.example.com/cb'],
    ['https://a.example.com/cb', 'https://{a,b}.example.com/cb'],
    ['https://a.example.com/cb', 'https://a.example.{com,org}/cb'],
    ['https://a.example.com/cb', 'https://{a.example.com:8443,b.example.org}/cb'],
    ['https://*.example.com/cb', 'https://a.example.com/cb'],
    ['https://{a,b}.example.com/cb', 'https://a.example.com/cb'],
    ['https://a.example.com:*/**', 'https://{a,b}.example.com:8443/cb'],
    ['https://a.example.com:*/**', 'https://*.example.com:8443/cb'],
    ['http://localhost:3000/cb', 'http://localhost:*/**'],
    ['https://[::1]:3000/cb', 'https://[::1]/**'],
    ['cursor://host/cb', 'cursor://host/**'],
    ['cursor://host/cb', 'cursor://**'],
  ])('%s may meet %s', (entry, other) => expect(meets(entry, [other])).toBe(true));

  it.each([
    ['https://a.example.com/cb', 'https://b.example.com/cb'],
    ['https://a.example.com/cb', 'http://a.example.com/cb'],
    ['https://a.example.com/cb', 'https://*.example.org/cb'],
    ['https://a.example.com/cb', 'https://example.com/cb'],
    ['http://localhost:3000/cb', 'http://127.0.0.1:*/**'],
    ['https://[::1]:3000/cb', 'https://[::2]:3000/cb'],
    ['cursor://host/cb', 'vscode://host/cb'],
  ])('%s can not meet %s', (entry, other) => expect(meets(entry, [other])).toBe(false));

  it('does not take an entry for its own neighbour', () => {
    const entry = 'https://a.example.com/cb';
    expect(meets(entry, [entry], true)).toBe(false);
    expect(meets(entry, [entry, 'https://a.example.com/x'], true)).toBe(true);
    expect(meets(entry, [])).toBe(false);
  });

  it('never denies a meeting', () => {
    const host = fc.constantFrom(
      'a.example.com',
      '*.example.com',
      '{a,b}.example.com',
      'a.example.{com,org}',
      'x.y.example.com',
      '*.y.example.com',
      'b.example.org',
    );
    const rest = fc.constantFrom('/cb', '/**', ':8443/cb', ':*/**', '');
    const entry = fc
      .tuple(host, rest)
      .map(([name, path]) => normalisePattern(`https://${name}${path}`) ?? '');
    fc.assert(
      fc.property(entry, entry, (a, b) => {
        const relation = compareCoverage(a, b);
        if (relation !== 'disjoint') expect(meets(a, [b])).toBe(true);
      }),
    );
  });
});
