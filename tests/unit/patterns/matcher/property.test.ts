import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createMatcher } from '../../../../lib/patterns/matcher/index.ts';
import { address, anyText, entry } from './arbitrary.ts';
import { naiveAnswer } from './oracle.ts';

test('index and a naive one-by-one matcher agree', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 12 }),
      fc.array(address, { minLength: 1, maxLength: 12 }),
      (entries, addresses) => {
        const matcher = createMatcher(entries);
        for (const one of addresses) {
          const answers = entries.map((pattern) => naiveAnswer(pattern, one));
          const best = answers.includes('yes') ? 'yes' : answers.includes('unsure') ? 'unsure' : 'no';
          const match = matcher.match(one);
          expect([one, match.allowed]).toEqual([one, best]);
          if (best === 'no') expect(match.by).toBeUndefined();
          else expect(answers[entries.indexOf(match.by ?? '')]).toBe(best);
          expect(matcher.matchAll(one)).toEqual(entries.filter((_, i) => answers[i] !== 'no'));
        }
      },
    ),
    { numRuns: 1500 },
  );
});

test('answers do not depend on what was asked before: reading late is the same as reading at once', () => {
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 10 }),
      fc.array(address, { minLength: 2, maxLength: 10 }),
      (entries, addresses) => {
        const used = createMatcher(entries);
        for (const one of addresses) used.match(one);
        for (const one of addresses) expect(used.match(one)).toEqual(createMatcher(entries).match(one));
      },
    ),
    { numRuns: 300 },
  );
});

test('equivalent spellings of an address get the same answer', () => {
  fc.assert(
    fc.property(fc.array(entry, { maxLength: 8 }), address, (entries, one) => {
      const matcher = createMatcher(entries);
      const parts = /^(https?):\/\/([^/:?]+|\[::1\])(?=[/?]|$)(.*)$/i.exec(one);
      fc.pre(parts !== null);
      const [, scheme = '', host = '', rest = ''] = parts ?? [];
      const port = scheme.toLowerCase() === 'https' ? ':443' : ':80';
      const { allowed, by } = matcher.match(one);
      for (const other of [
        `${scheme.toUpperCase()}://${host.toUpperCase()}${rest}`,
        `${scheme}://${host}${port}${rest}`,
      ]) {
        expect(matcher.match(other)).toMatchObject(by === undefined ? { allowed } : { allowed, by });
      }
    }),
    { numRuns: 500 },
  );
});

test('never throws, whatever is in the list or asked for', () => {
  fc.assert(
    fc.property(
      fc.array(fc.oneof(anyText, entry), { maxLength: 6 }),
      fc.oneof(anyText, address),
      (entries, one) => {
        const match = createMatcher(entries).match(one);
        expect(['yes', 'no', 'unsure']).toContain(match.allowed);
        expect(match.reason).not.toBe('');
      },
    ),
    { numRuns: 1000 },
  );
});

test('the more specific of two fitting entries is named, whatever their order', () => {
  const address = 'https://app.example.com:8443/oauth/callback';
  const ranked = [
    'https://app.example.com:8443/oauth/callback',
    'https://app.example.com:8443/oauth/*',
    'https://app.example.com:8443/**',
    'https://app.example.com:*/oauth/callback',
    'https://app.example.com:*/**',
    'https://app*.example.com:8443/oauth/callback',
    'https://*.example.com:8443/oauth/callback',
    'https://*.example.com:8443/**',
    'https://*.example.com:*/**',
  ];
  for (let i = 0; i < ranked.length; i++) {
    const rest = ranked.slice(i);
    expect(createMatcher(rest).match(address).by).toBe(rest[0]);
    expect(createMatcher([...rest].reverse()).match(address).by).toBe(rest[0]);
  }
});

test('a sure answer wins over an unsure one that is more specific', () => {
  const matcher = createMatcher(['https://app.example.com', 'https://*.example.com/**']);
  expect(matcher.match('https://app.example.com/cb')).toMatchObject({
    allowed: 'yes',
    by: 'https://*.example.com/**',
  });
});

test('of entries that say the same, the first is named and all are listed', () => {
  const entries = [
    'https://APP.example.com/**',
    'https://app.example.com/**',
    'https://app.example.com:443/**',
  ];
  const matcher = createMatcher(entries);
  expect(matcher.match('https://app.example.com/cb').by).toBe(entries[0]);
  expect(matcher.matchAll('https://app.example.com/cb')).toEqual(entries);
});
