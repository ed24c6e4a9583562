import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answerBlocked } from '../../../lib/answers/index.ts';
import { lettersOf, meaningOf } from '../../../lib/answers/recognise.ts';
import { checkPattern, createMatcher } from '../../../lib/patterns/index.ts';

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/blocked/${name}`, import.meta.url), 'utf8');
const entries = fixture('entries.txt').trim().split('\n');
const unescaped = (text: string) =>
  text.replace(/\\(?:u([0-9A-F]{4})|([nt\\]))/g, (_, hex: string | undefined, letter: string) =>
    hex ? String.fromCharCode(Number.parseInt(hex, 16)) : ({ n: '\n', t: '\t', '\\': '\\' }[letter] ?? ''),
  );
const rows = fixture('messages.tsv')
  .trimEnd()
  .split('\n')
  .filter((line) => !line.startsWith('#'))
  .map((line) => line.split('\t'));

describe('messages and addresses', () => {
  test('there are at least 60, and every case has one', () => {
    expect(rows.length).toBeGreaterThanOrEqual(60);
    expect(new Set(rows.map(([which]) => which)).size).toBe(14);
  });

  test.each(rows)('%s (list %s) %s %s %s: %s', (which, supported, uri, allowed, suggestion, text = '') => {
    const answer = answerBlocked(unescaped(text), entries, supported === 'on');
    expect({
      case: answer.case,
      uri: answer.redirectUri ?? '',
      allowed: answer.match.allowed,
      suggestion: answer.suggestions[0] ?? '',
    }).toEqual({ case: which, uri, allowed, suggestion });
    expect(answer.suggestions.length).toBeLessThanOrEqual(3);
  });
});

describe('the nearest entry', () => {
  test.each([
    ['https://localhost:5173/dev/cb', 'http://localhost:*/dev/**', 'scheme'],
    ['https://other.listed.example/cb', 'https://app.listed.example/**', 'host'],
    ['https://gw.example.com/cb', 'https://gw.example.com:8443/**', 'port'],
    ['https://tool.example.com/other', 'https://tool.example.com/callback', 'path'],
    ['https://tool.example.com/callback?x=1', 'https://tool.example.com/callback', 'query'],
  ])('of %s is %s, which fails at its %s', (text, pattern, component) => {
    expect(answerBlocked(text, entries).nearest).toEqual({ pattern, component });
  });

  test('there is none far away, and none when an entry allows the address', () => {
    expect(answerBlocked('https://far.example.io/cb', entries).nearest).toBeUndefined();
    expect(answerBlocked('https://tool.example.com/callback', entries).nearest).toBeUndefined();
  });
});

describe('the rules behind an answer that is not plain', () => {
  const [origin, base, loopback] = [
    'https://origin.example.com',
    'https://base.example.com/x/**',
    'http://localhost/cb',
  ];
  test.each([
    ['https://origin.example.com/cb', origin, 'W201'],
    ['https://base.example.com/x', base, 'W205'],
    ['http://localhost:3000/cb', loopback, 'W208'],
    ['http://localhost:80@evil.example/callback', undefined, 'E016'],
    ['https://a.example.net/cb#token', undefined, 'E018'],
    ['https://a.example.net/../cb', undefined, 'E025'],
    ['https://a.example.net/%zz', undefined, 'E026'],
    ['https://a.example.net:99999/cb', undefined, 'E014'],
    ['javascript://a/b', undefined, 'E005'],
    ['https://a.example\u200B.net/cb', undefined, 'E021'],
  ])('of %s: %s, %s', (address, entry, rule) => {
    const { behind, redirectUri = '' } = answerBlocked(address, [origin, base, loopback], false);
    expect(behind).toEqual({ text: entry ?? redirectUri, rules: [rule] });
    // The rule has a sentence about that very text.
    expect(checkPattern(behind?.text ?? '').findings.map((finding) => finding.rule)).toContain(rule);
  });
  test('there are none behind a plain answer', () => {
    for (const address of ['https://tool.example.com/callback', 'https://far.example.io/cb'])
      expect(answerBlocked(address, entries).behind).toBeUndefined();
  });
});

describe('several addresses in one text', () => {
  test('the others that nothing allows are named, allowed ones and help pages are not', () => {
    const { redirectUri, others } = answerBlocked(
      'blocked https://one.example.net/oauth/callback, https://two.example.net/oauth/callback, https://tool.example.com/callback; see https://support.atlassian.com/oauth',
      entries,
    );
    expect([redirectUri, ...others]).toEqual([
      'https://one.example.net/oauth/callback',
      'https://two.example.net/oauth/callback',
    ]);
  });
});

describe('gates that can not be seen', () => {
  test('are listed beside an answer from the list, and never claimed', () => {
    expect(answerBlocked('https://one.example.net/cb', entries).unseen).toEqual([
      'ip-allowlist',
      'client-registration',
      'app-policy',
    ]);
    expect(answerBlocked('Your site admin must authorize this app', entries).unseen).toEqual([]);
  });
  test('an address alone is never taken for a gate', () => {
    fc.assert(
      fc.property(fc.webUrl({ withQueryParameters: true }), (url) => {
        const { case: which } = answerBlocked(url, entries);
        expect(['not-listed', 'allowed', 'unsure', 'unsafe-address', 'https-loopback']).toContain(which);
      }),
      { numRuns: 300 },
    );
  });
});

test('every suggestion allows the address, and a gate gets none', () => {
  fc.assert(
    fc.property(fc.webUrl(), fc.constantFrom('', 'Your site admin must authorize this app '), (url, gate) => {
      const { redirectUri = '', suggestions } = answerBlocked(gate + url, entries);
      if (gate !== '') expect(suggestions).toEqual([]);
      for (const one of suggestions) expect(createMatcher([one]).match(redirectUri).allowed).toBe('yes');
    }),
    { numRuns: 300 },
  );
});

test('texts are recognised whatever stands between their letters', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom(' ', '\n', '> ', '"', '\u00AD', '-\n'), { minLength: 1 }),
      (joints) => {
        const letters = [...'Your admin has blocked this domain'];
        const text = letters.map((letter, at) => letter + joints[at % joints.length]).join('');
        expect(meaningOf(text)).toBe('domain');
      },
    ),
  );
});

test('any text gets an answer', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
      expect(lettersOf(text)).not.toMatch(/\s/);
      expect(typeof answerBlocked(text, [text, ...entries]).case).toBe('string');
    }),
    { numRuns: 500 },
  );
});
