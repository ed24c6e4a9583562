import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkList, checkPattern, checkRedirects } from '../../../../lib/patterns/index.ts';
import { anyEntry } from './arbitraries.ts';

const rulesOf = (entry: string, existing: string[]): string[] =>
  checkPattern(entry, { existing })
    .findings.map((finding) => finding.rule)
    .filter((rule) => rule.startsWith('R'));

describe('checkPattern beside other entries', () => {
  it.each<[entry: string, existing: string[], rules: string[]]>([
    ['https://app.example.com/cb', ['https://app.example.com/cb'], ['R301']],
    ['https://app.example.com/cb', ['https://APP.example.com:443/cb'], ['R302']],
    ['https://app.example.com/cb', [' https://app.example.com/cb'], ['R302']],
    ['https://app.example.com/cb', ['https://app.example.com/**'], ['R303']],
    ['https://app.example.com/cb', ['https://*.example.com/**'], ['R303']],
    ['https://a.b.example.com/cb', ['https://*.example.com/**'], ['R303']],
    ['https://{b,a}.example.com/cb', ['https://{a,b}.example.com/cb'], ['R303']],
    [
      'https://{a,b}.example.com/cb',
      ['https://a.example.com/**', 'https://b.example.com/**'],
      ['R307', 'R305'],
    ],
    ['https://app.example.com/oauth/**', ['https://app.example.com/**/callback'], ['R305']],
    ['http://localhost:*/callback', ['http://localhost:3000/**'], ['R305']],
    ['https://example.com/cb', ['https://*.example.com/**'], []],
    ['https://app.example.com/cb', ['https://app.example.com/cb2'], []],
    ['https://app.example.com/cb', ['https://app.example.org/**'], []],
    ['https://app.example.com/cb', ['not valid', 'https://*.com/**'], []],
    ['https://a.example.com/cb', ['https://b.example.com/cb', 'https://c.example.com/cb'], ['R306']],
    ['http://localhost:1/cb', ['http://localhost:2/cb', 'http://localhost:3/cb'], ['R306']],
    ['https://a.example.com/x', ['https://a.example.com/y', 'https://a.example.com/z'], ['R306']],
    ['https://a.example.com/cb', ['https://b.example.com/cb'], []],
    ['https://example.com/cb', ['https://example.org/cb', 'https://example.net/cb'], []],
    ['https://a.co.uk/cb', ['https://b.co.uk/cb', 'https://c.co.uk/cb'], []],
    ['https://1.2.3.4/cb', ['https://2.2.3.4/cb', 'https://3.2.3.4/cb'], []],
    ['https://app.example.com', ['https://other.example.com/cb'], ['R310']],
    ['https://app.example.com', ['https://app.example.com:8443/cb'], ['R310']],
    ['https://app.example.com', ['https://app.example.com/cb'], []],
  ])('%j beside %j', (entry, existing, rules) => {
    expect(rulesOf(entry, existing)).toEqual(rules);
  });

  it('offers one rule for entries that differ in one place', () => {
    const { findings } = checkPattern('https://b.example.com/cb', {
      existing: ['https://a.example.com/cb', 'https://c.example.com/cb', 'https://d.example.com/other'],
    });
    expect(findings.find((one) => one.rule === 'R306')?.params).toEqual({
      count: 3,
      pattern: 'https://{a,b,c}.example.com/cb',
    });
  });

  it('looks at the list for the other half of a pair', () => {
    const has = (entry: string, existing: string[], rule: string): boolean =>
      checkPattern(entry, { existing }).findings.some((finding) => finding.rule === rule);
    expect(has('http://localhost:*/**', ['https://a.example.com/cb'], 'W209')).toBe(true);
    expect(has('http://localhost:*/**', ['http://127.0.0.1:*/**'], 'W209')).toBe(false);
    expect(has('https://*.example.com/**', ['https://a.example.org/cb'], 'W210')).toBe(true);
    expect(has('https://*.example.com/**', ['https://example.com/**'], 'W210')).toBe(false);
  });

  it('reads a list again when it changed', () => {
    const existing = ['https://a.example.com/cb'];
    expect(rulesOf('https://a.example.com/cb', existing)).toEqual(['R301']);
    existing[0] = 'https://b.example.com/cb';
    expect(rulesOf('https://a.example.com/cb', existing)).toEqual([]);
    expect(rulesOf('https://b.example.com/cb', [...existing])).toEqual(['R301']);
  });

  it('says only while the list is on that an entry is supported', () => {
    const rules = (supportedAllowed?: boolean): string[] =>
      checkPattern(
        'https://claude.ai/cb',
        supportedAllowed === undefined ? {} : { supportedAllowed },
      ).findings.map((finding) => finding.rule);
    expect(rules()).toEqual(['W225']);
    expect(rules(true)).toEqual(['W225']);
    expect(rules(false)).toEqual([]);
  });
});

describe('checkList', () => {
  const rules = (patterns: string[], context = {}): string[] =>
    checkList(patterns, context).map((verdict) => verdict.findings.map((finding) => finding.rule).join(' '));

  it('marks the later ones of rows that equal each other', () => {
    expect(
      rules(['https://a.example.com/cb', 'https://A.example.com/cb', 'https://a.example.com/cb']),
    ).toEqual(['', 'R302 W211', 'R301']);
  });

  it('never marks both of two rows that cover each other', () => {
    const verdicts = rules(['https://{a,b}.example.com/cb', 'https://{b,a}.example.com/cb']);
    expect(verdicts).toEqual(['', 'R303']);
  });

  it('marks covered rows wherever they stand', () => {
    expect(rules(['https://app.example.com/cb', 'https://app.example.com/**'])).toEqual(['R303', '']);
  });

  it('reports supported domains under the id of lists', () => {
    expect(rules(['https://claude.ai/cb'])).toEqual(['R304']);
    expect(rules(['https://claude.ai/cb'], { supportedAllowed: false })).toEqual(['']);
  });

  it('tells which rows no recorded address needs', () => {
    const context = { supportedAllowed: false, redirectUris: ['https://a.example.com/cb', 'not an address'] };
    expect(rules(['https://a.example.com/cb', 'https://b.example.com/cb'], context)).toEqual(['', 'R308']);
    expect(rules(['https://b.example.com/cb'], { supportedAllowed: false, redirectUris: [] })).toEqual(['']);
  });

  it('gives every row the verdict that it gets alone, but for the list rules', () => {
    fc.assert(
      fc.property(fc.array(anyEntry, { maxLength: 8 }), (patterns) => {
        const verdicts = checkList(patterns);
        expect(verdicts.length).toBe(patterns.length);
        patterns.forEach((text, i) => {
          const alone = checkPattern(text);
          expect(verdicts[i]?.pattern).toBe(alone.pattern);
          if (alone.level === 'error') expect(verdicts[i]).toEqual(alone);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('leaves the allowed addresses as they are when all rows marked as removable go', () => {
    const entries = fc.constantFrom(
      'https://a.example.com/cb',
      'https://A.example.com/cb',
      'https://a.example.com/**',
      'https://*.example.com/**',
      'https://*.example.com/cb',
      'https://{a,b}.example.com/cb',
      'https://{b,a}.example.com/cb',
      'https://b.example.com/**',
      'https://a.b.example.com/x/**',
      'http://localhost:*/**',
      'http://localhost:3000/cb',
    );
    fc.assert(
      fc.property(fc.array(entries, { minLength: 2, maxLength: 8 }), (patterns) => {
        const removable = new Set(['R301', 'R302', 'R303']);
        const verdicts = checkList(patterns);
        const kept = patterns.filter(
          (_, i) => !verdicts[i]?.findings.some((finding) => removable.has(finding.rule)),
        );
        for (const text of patterns) {
          const found = rulesOf(text, kept);
          expect(kept.includes(text) || found.some((rule) => removable.has(rule))).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('checkRedirects', () => {
  it('names addresses that only the supported list would allow, while that is off', () => {
    const redirectUris = ['https://claude.ai/api/mcp/auth_callback', 'https://a.example.com/cb'];
    const found = checkRedirects(['https://a.example.com/cb'], { supportedAllowed: false, redirectUris });
    expect(found.map(({ rule, params }) => [rule, params?.address])).toEqual([['R309', redirectUris[0]]]);
    expect(checkRedirects([], { supportedAllowed: true, redirectUris })).toEqual([]);
    expect(checkRedirects([], { redirectUris })).toEqual([]);
  });

  it('leaves addresses that the own list may allow, and ones that no list would', () => {
    const off = { supportedAllowed: false };
    const claude = ['https://claude.ai/api/mcp/auth_callback'];
    expect(checkRedirects(['https://claude.ai/**'], { ...off, redirectUris: claude })).toEqual([]);
    expect(checkRedirects(['https://claude.ai'], { ...off, redirectUris: claude })).toEqual([]);
    expect(checkRedirects([], { ...off, redirectUris: ['https://b.example.com/cb'] })).toEqual([]);
    expect(checkRedirects([], { ...off, redirectUris: ['https://b.example.com/?http://[::1]/'] })).toEqual(
      [],
    );
  });

  it('names IPv6 loopback addresses once', () => {
    const uri = 'http://[::1]:3000/cb';
    expect(checkRedirects([], { redirectUris: [uri, uri] }).map((one) => one.rule)).toEqual(['R311']);
    expect(checkRedirects([])).toEqual([]);
  });

  it('names the IPv6 loopback address however it is spelled, and no other that begins like it', () => {
    const rules = (uri: string) => checkRedirects([], { redirectUris: [uri] }).map(({ rule }) => rule);
    for (const host of ['[0:0:0:0:0:0:0:1]', '[::0001]', '[0::1]', '[::0.0.0.1]'])
      expect(rules(`HTTP://${host}:3000/cb`), host).toEqual(['R311']);
    for (const host of ['[::10]', '[::1:1]', '[1::1]', '[::1'])
      expect(rules(`http://${host}:3000/cb`), host).toEqual([]);
    expect(rules('cursor://[::1]/cb')).toEqual([]);
  });
});
