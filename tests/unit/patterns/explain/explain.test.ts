import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { explainBlocked } from '../../../../lib/patterns/explain/index.ts';
import { createMatcher } from '../../../../lib/patterns/matcher/index.ts';
import { readPattern } from '../../../../lib/patterns/read/index.ts';
import { address, anyText, entry } from '../matcher/arbitrary.ts';

describe('suggestions', () => {
  test.each([
    [
      'https://app.example.com/cb',
      ['https://app.example.com/cb', 'https://app.example.com/**', 'https://*.example.com/**'],
    ],
    [
      'https://a.b.example.com:8443/cb',
      [
        'https://a.b.example.com:8443/cb',
        'https://a.b.example.com:8443/**',
        'https://*.b.example.com:8443/**',
      ],
    ],
    ['https://example.com/cb', ['https://example.com/cb', 'https://example.com/**']],
    ['https://example.co.uk/cb', ['https://example.co.uk/cb', 'https://example.co.uk/**']],
    ['https://foo.vercel.app/cb', ['https://foo.vercel.app/cb', 'https://foo.vercel.app/**']],
    ['https://acme.zendesk.com/cb', ['https://acme.zendesk.com/cb', 'https://acme.zendesk.com/**']],
    ['https://192.0.2.7/cb', ['https://192.0.2.7/cb', 'https://192.0.2.7/**']],
    [
      'http://localhost:3118/cb',
      ['http://localhost:*/cb', 'http://localhost:*/**', 'http://localhost:3118/cb'],
    ],
    ['cursor://a.b/cb', ['cursor://a.b/cb', 'cursor://a.b/**']],
    ['https://app.example.com/a*b', ['https://app.example.com/**', 'https://*.example.com/**']],
    ['https://app.example.com/{a,b}', ['https://app.example.com/**', 'https://*.example.com/**']],
  ])('%s', (text, suggestions) => {
    expect(explainBlocked(text, [], false).suggestions).toEqual(suggestions);
  });

  test('each is valid and allows the address for sure; there are three at most', () => {
    fc.assert(
      fc.property(fc.oneof(address, anyText), fc.array(entry, { maxLength: 3 }), (text, entries) => {
        const { redirectUri, suggestions, match } = explainBlocked(text, entries, false);
        expect(suggestions.length).toBeLessThanOrEqual(3);
        if (redirectUri === undefined || match.allowed === 'yes') expect(suggestions).toEqual([]);
        for (const one of suggestions) {
          expect([one, readPattern(one) !== undefined]).toEqual([one, true]);
          expect([one, createMatcher([one]).match(redirectUri ?? '').allowed]).toEqual([one, 'yes']);
        }
      }),
      { numRuns: 800 },
    );
  });
});

describe('answers', () => {
  test("the match is the matcher's own, for the address that was found", () => {
    const entries = ['https://app.example.com', 'https://*.example.com/x'];
    const { match, suggestions } = explainBlocked('blocked: https://app.example.com/cb', entries, false);
    expect(match).toEqual(createMatcher(entries).match('https://app.example.com/cb'));
    expect(match.allowed).toBe('unsure');
    expect(suggestions[0]).toBe('https://app.example.com/cb');
  });
  test('an own entry that allows it leaves nothing to suggest', () => {
    const entries = ['https://app.example.com/**'];
    expect(explainBlocked('https://app.example.com/cb', entries)).toEqual({
      redirectUri: 'https://app.example.com/cb',
      match: createMatcher(entries).match('https://app.example.com/cb'),
      suggestions: [],
    });
  });
  test.each([
    ['https://claude.ai/api/mcp/auth_callback', true, 'yes', 'atlassian-supported'],
    ['https://claude.ai/api/mcp/auth_callback', undefined, 'yes', 'atlassian-supported'],
    ['https://claude.ai/api/mcp/auth_callback', false, 'no', undefined],
    ['http://localhost:3118/callback', true, 'yes', 'atlassian-supported'],
    ['https://adb-1.2.azuredatabricks.net/login/oauth/http.html', true, 'yes', 'atlassian-supported'],
    ['https://azuredatabricks.net/cb', true, 'no', undefined],
    ['https://localhost:5173/cb', true, 'no', undefined],
    ['cursor://anysphere.cursor-mcp/oauth/callback', true, 'no', undefined],
  ])('%s with the supported list %s: %s', (text, supportedAllowed, allowed, by) => {
    const { match } = explainBlocked(text, [], supportedAllowed);
    expect(match.allowed).toBe(allowed);
    expect(match.by).toBe(by);
  });
  test('an own entry is named before the supported list', () => {
    expect(explainBlocked('https://claude.ai/cb', ['https://claude.ai/**']).match.by).toBe(
      'https://claude.ai/**',
    );
  });
  test('an unsafe address gets its reason and no suggestion', () => {
    const { match, suggestions } = explainBlocked('http://localhost:80@evil.net/callback', [
      'http://localhost:*/**',
    ]);
    expect(match.reason).toContain('"evil.net"');
    expect(suggestions).toEqual([]);
  });
  test("a text with Atlassian's own addresses only says so", () => {
    const { redirectUri, match } = explainBlocked(
      'went to https://mcp.atlassian.com/v1/mcp and https://id.atlassian.com/',
      [],
    );
    expect(redirectUri).toBeUndefined();
    expect(match.reason).toContain("only Atlassian's own addresses");
  });
  test('a text without an address says what to ask for', () => {
    expect(explainBlocked('it does not work', [])).toEqual({
      match: {
        allowed: 'no',
        reason: 'The text holds no redirect URI; ask for the whole message or the authorization link.',
      },
      suggestions: [],
    });
  });
  test('the supported list is named with the entry that allows the address', () => {
    expect(explainBlocked('https://claude.ai/cb', []).match.reason).toBe(
      "Atlassian's supported list allows it (https://claude.ai/**), as long as it is switched on.",
    );
  });
});

describe('hostile text', () => {
  const million = 1_000_000;
  test.each([
    ['letters', 'a'.repeat(million)],
    ['separators', '://'.repeat(million / 3)],
    ['schemes', 'https://'.repeat(million / 8)],
    ['opening brackets', `https://a.b/${'('.repeat(million)}`],
    ['closing brackets', `https://a.b/${')'.repeat(8000)} `.repeat(120)],
    ['short lines', `https://a.b/\n${'/x\n'.repeat(million / 3)}`],
    ['encoded separators', '%3A%2F%2F'.repeat(million / 9)],
    ['percent signs', `https://a.b/%${'25'.repeat(million / 2)}`],
    ['parameters', `https://a.b/?${'redirect_uri=https://a.b/?'.repeat(million / 26)}`],
    ['NULs', '\0'.repeat(million)],
    ['lone surrogates', '\uD800'.repeat(million)],
  ])('a million characters of %s: an answer', (_, text) => {
    expect(explainBlocked(text, []).match.reason).not.toBe('');
  });
  test('never throws', () => {
    fc.assert(
      fc.property(anyText, fc.array(anyText, { maxLength: 3 }), (text, entries) => {
        expect(explainBlocked(text, entries).match.reason).not.toBe('');
      }),
      { numRuns: 800 },
    );
  });
  test('an address inside other text is found whatever surrounds it', () => {
    const wrap = fc.constantFrom(
      (one: string) => `from ${one} to this site`,
      (one: string) => `"${one}"`,
      (one: string) => `<${one}>`,
      (one: string) => `[x](${one})`,
      (one: string) => `https://mcp.atlassian.com/authorize?redirect_uri=${encodeURIComponent(one)}&state=1`,
      (one: string) => one.replace('http', 'hxxp').replaceAll('.', '[.]'),
    );
    const callback = fc
      .tuple(
        fc.constantFrom('app', 'a.b', 'x-1'),
        fc.constantFrom('', ':8443'),
        fc.constantFrom('/cb', '/oauth/callback', '/a/b/c'),
      )
      .map(([label, port, path]) => `https://${label}.example.com${port}${path}`);
    fc.assert(
      fc.property(callback, wrap, (one, around) => {
        expect(explainBlocked(around(one), [], false).redirectUri).toBe(one);
      }),
    );
  });
});
