import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { reasonsOf } from '../../../components/answer/words.ts';
import { answerBlocked } from '../../../lib/answers/index.ts';
import { createMatcher } from '../../../lib/patterns/index.ts';
import { doubtsOf } from '../../../lib/patterns/matcher/doubts.ts';

/** Reasons go to the view as codes: the matcher's own sentences are English, whatever the reader's language is. */

describe('an address that is unsafe', () => {
  test.each([
    ['control', 'https://a.example.com/%0Ax'],
    ['backslash', 'https://a.example.com/%5Cx'],
    ['dangerous-scheme', 'javascript:alert(1)'],
    ['no-host', 'https:///callback'],
    ['userinfo', 'https://claude.ai@evil.example/cb'],
    ['fragment', 'https://a.example.com/cb#x'],
    ['port', 'https://a.example.com:99999/cb'],
    ['host-character', 'https://a%2Eexample.com/cb'],
    ['host-label', 'https://a..example.com/cb'],
    ['trailing-dot', 'https://a.example.com./cb'],
    ['ip-address', 'https://0x7f.1/cb'],
    ['percent', 'https://a.example.com/%zz'],
    ['dot-segment', 'https://a.example.com/x/../cb'],
  ])('is told as %s', (code, address) => {
    const answer = answerBlocked(address, []);
    // A text with such an address in it may be found to hold another one, or none; what is judged is what counts.
    if (answer.case !== 'unsafe-address') return expect(answer.refused).toBeUndefined();
    expect(answer.refused).toBe(code);
    const [sentence = '', ...rest] = reasonsOf(answer);
    expect(rest).toEqual([]);
    expect(sentence).toMatch(/^[A-Z].*\.$/);
  });

  test('of most kinds comes as far as that', () => {
    const addresses = [
      'https://claude.ai@evil.example/cb',
      'https://a.example.com/x/../cb',
      'https://a.example.com/%zz',
    ];
    expect(addresses.map((address) => answerBlocked(address, []).refused)).toEqual([
      ...['userinfo', 'dot-segment', 'percent'],
    ]);
  });
});

test('every refusal has a sentence of its own', () => {
  const source = readFileSync(
    new URL('../../../lib/patterns/redirect-uri/refusal.ts', import.meta.url),
    'utf8',
  );
  const codes = [...(/RefusalCode =([^;]+);/.exec(source)?.[1] ?? '').matchAll(/'([^']+)'/g)].map(
    ([, code]) => code,
  );
  expect(codes.length).toBeGreaterThan(20);
  const sentences = codes.map((code) => reasonsOf({ refused: code } as never)[0]);
  expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence ?? ''))).toEqual([]);
  expect(new Set(sentences).size).toBe(codes.length);
});

describe('an entry that may allow an address', () => {
  test.each([
    ['https://a.example.com', 'https://a.example.com/deep', ['pathless']],
    ['https://a.example.com/x/**', 'https://a.example.com/x', ['base']],
    ['http://localhost/cb', 'http://localhost:8123/cb', ['loopback']],
  ])('%s and %s', (pattern, address, codes) => {
    expect(createMatcher([pattern]).match(address).allowed).toBe('unsure');
    expect(doubtsOf(pattern, address).map(({ code }) => code)).toEqual(codes);
    const answer = answerBlocked(address, [pattern], false);
    expect(answer.case).toBe('unsure');
    const sentences = reasonsOf(answer);
    expect(sentences).toHaveLength(codes.length);
    for (const sentence of sentences) expect(sentence).toMatch(/^[^{}]+\.$/);
  });

  test('no doubt is told where there is none', () => {
    expect(doubtsOf('https://a.example.com/**', 'https://a.example.com/x')).toEqual([]);
    expect(doubtsOf('https://a.example.com/**', 'https://b.example.com/x')).toEqual([]);
    expect(doubtsOf('nonsense', 'https://b.example.com/x')).toEqual([]);
    expect(answerBlocked('https://claude.ai/x', ['https://claude.ai/**']).doubts).toBeUndefined();
  });
});
