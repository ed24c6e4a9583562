import { describe, expect, test } from 'vitest';
import { hashOf } from '../../../../lib/patterns/matcher/host-table.ts';
import { createMatcher } from '../../../../lib/patterns/matcher/index.ts';

describe('plain answers', () => {
  test('a name of a custom scheme that starts with a dot allows nothing, least of all the end of a longer one', () => {
    const matcher = createMatcher(['myapp://.foo/**', 'myapp://*.bar/**']);
    expect(matcher.match('myapp://x.foo/cb').allowed).toBe('no');
    expect(matcher.match('myapp://.foo/cb').allowed).toBe('no');
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

/** Two hosts with one hash: of 400,000 there are some twenty such pairs, whatever the seed. */
function collidingHosts(): [string, string] {
  const hosts = new Map<number, string>();
  for (let i = 0; i < 400_000; i++) {
    const host = `h${i}.example.com`;
    const other = hosts.get(hashOf(host));
    if (other !== undefined) return [other, host];
    hosts.set(hashOf(host), host);
  }
  throw new Error('No two hosts have one hash.');
}

describe('hosts with the same hash', () => {
  test('are never taken for each other, before the entry was read and after', () => {
    const [one, other] = collidingHosts();
    const entry = `https://${one}/**`;
    for (const first of [one, other]) {
      const matcher = createMatcher([entry]);
      matcher.match(`https://${first}/cb`);
      expect(matcher.match(`https://${other}/cb`).allowed).toBe('no');
      expect(matcher.match(`https://${one}/cb`)).toMatchObject({ allowed: 'yes', by: entry });
    }
    const both = createMatcher([entry, `https://${other}/**`]);
    expect(both.match(`https://${other}/cb`).by).toBe(`https://${other}/**`);
    expect(both.match(`https://${one}/cb`).by).toBe(entry);
    expect(createMatcher([`https://*.${one}/**`]).match(`https://a.${other}/cb`).allowed).toBe('no');
  });
});
