import { expect, test } from 'vitest';
import { createMatcher } from '../../../../lib/patterns/matcher/index.ts';

/** The reading that each row of the table names (patterns R8), and the first component that fails. */
test.each([
  ['https://*.example.com/**', 'https://a.b.example.com/x', 'read as several labels'],
  ['https://app.example.com/**', 'https://app.example.com/.auth/x', 'segments that start with a dot'],
  ['http://localhost:*/**', 'http://localhost/cb', 'including the default port'],
  ['https://app.example.com/**', 'https://app.example.com/cb?x=1', 'allowing a query'],
  ['https://app.example.com', 'https://app.example.com/', 'takes to cover the root'],
  ['https://app.example.com', 'https://app.example.com/cb', 'the entry has no path'],
  ['https://app.example.com/x/**', 'https://app.example.com/x', 'is read both ways'],
  ['http://localhost/cb', 'http://localhost:3118/cb', 'not for 3118'],
  ['http://localhost', 'http://localhost:3118/cb', 'has no path'],
  ['http://localhost', 'http://localhost:3118/cb', 'names no port'],
  ['https://app.example.com/**', 'https://app.example.com/cb', 'https://app.example.com/** allows it.'],
  ['https://app.example.com/cb', 'https://app.example.com/cb?x=1', 'but not the query'],
  ['https://app.example.com/*/cb', 'https://app.example.com/a/cb?x=1', 'but not the query'],
  ['https://app.example.com/cb', 'https://app.example.com/other', 'does not cover the path "/other"'],
  ['https://app.example.com/cb', 'https://app.example.com:8443/cb', 'does not cover the port 8443'],
  ['https://app.example.com:8443/cb', 'https://app.example.com/cb', 'does not cover the default port'],
  ['https://api.example.com/cb', 'https://app.example.com/cb', 'does not cover the host "app.example.com"'],
  ['https://*.example.com/cb', 'https://example.com/cb', 'does not cover the host "example.com"'],
  ['https://localhost:*/**', 'http://localhost:3118/cb', 'is for another protocol than "http://"'],
  [
    'https://app.example.com/cb',
    'https://other.example.org/cb',
    'No entry names the host "other.example.org"',
  ],
  ['cursor://a.b/**', 'cursor://c.d/cb', 'No entry names the host "c.d" of "cursor://"'],
])('%s and %s: %s', (entry, address, part) => {
  expect(createMatcher([entry]).match(address).reason).toContain(part);
});

test('of several entries that fail, the one that comes nearest is named', () => {
  const entries = [
    'https://api.example.com/**',
    'https://app.example.com:8443/**',
    'https://app.example.com/x',
    'http://localhost:*/**',
  ];
  const matcher = createMatcher(entries);
  expect(matcher.match('https://app.example.com/x?y=1').reason).toContain(entries[2]);
  expect(matcher.match('https://app.example.com/z').reason).toContain(entries[2]);
  expect(matcher.match('https://app.example.com:1/z').reason).toContain('the port 1');
  expect(matcher.match('https://www.example.com/z').reason).toContain(entries[0]);
  expect(matcher.match('https://localhost:1/z').reason).toContain(entries[3]);
});

test('an entry that is not valid is never named', () => {
  const match = createMatcher(['https://*.com/**', 'http://app.example.com/**']).match(
    'https://app.example.com/cb',
  );
  expect(match).toEqual({ allowed: 'no', reason: 'No entry names the host "app.example.com".' });
});
