import { describe, expect, test } from 'vitest';
import { createMatcher } from '../../../../lib/patterns/matcher/index.ts';

describe('plain answers', () => {
  test('a name of a custom scheme that starts with a dot is not taken for the end of a longer one', () => {
    const matcher = createMatcher(['myapp://.foo/**', 'myapp://*.bar/**']);
    expect(matcher.match('myapp://x.foo/cb').allowed).toBe('no');
    expect(matcher.match('myapp://.foo/cb')).toMatchObject({ allowed: 'yes', by: 'myapp://.foo/**' });
    expect(matcher.match('myapp://x.bar/cb').allowed).toBe('yes');
  });
  test.each([
    ['https://app*.example.com/**', 'https://app.example.com/cb', 'yes'],
    ['https://app-*.example.com/**', 'https://app.example.com/cb', 'no'],
    ['https://*.example.com/**', 'https://.example.com/cb', 'no'],
    ['https://x.*.example.com/**', 'https://x.example.com/cb', 'no'],
    ['https://x.*.example.com/**', 'https://x.a.b.example.com/cb', 'yes'],
    ['https://*-x.example.com/**', 'https://a-x.example.com/cb', 'yes'],
    ['https://*-x.example.com/**', 'https://a.example.com/cb', 'no'],
    ['https://APP.example.com/**', 'https://app.example.com/cb', 'yes'],
    ['https://app.example.com:8443/**', 'https://app.example.com/cb', 'no'],
    ['https://app.example.com/cb', 'https://app.example.com/cb?x=1', 'no'],
  ])('%s and %s: %s', (entry, address, expected) => {
    expect(createMatcher([entry]).match(address).allowed).toBe(expected);
    // Between others, each of another kind, the answer stays the same.
    const list = [
      'https://other.example.com/**',
      'https://*.other.net/**',
      entry,
      'https://{a,b}.c.example.com/',
    ];
    expect(createMatcher(list).match(address).allowed).toBe(expected);
  });
  test('the second entry that plainly allows an address is weighed against the first', () => {
    const wide = 'https://*.example.com/**';
    const narrow = 'https://app.example.com/cb';
    const matcher = createMatcher([wide, narrow]);
    expect(matcher.match('https://app.example.com/cb').by).toBe(narrow);
    expect(matcher.match('https://app.example.com/other').by).toBe(wide);
    expect(matcher.match('https://app.example.com/cb').by).toBe(narrow);
    expect(matcher.matchAll('https://app.example.com/cb')).toEqual([wide, narrow]);
  });
  test('more different ports and paths than are kept apart get the same answers', () => {
    const entries = Array.from({ length: 5000 }, (_, i) => `https://h${i}.example.com/p${i}`);
    const matcher = createMatcher(entries);
    for (const i of [0, 1, 2047, 2048, 4999])
      for (let n = 0; n < 5000; n += 997) {
        const { allowed, by } = matcher.match(`https://h${i}.example.com/p${n}`);
        expect([allowed, by]).toEqual(i === n ? ['yes', entries[i]] : ['no', undefined]);
      }
    for (const [i, entry] of entries.entries())
      expect(matcher.match(`https://h${i}.example.com/p${i}`).by).toBe(entry);
  });
});
