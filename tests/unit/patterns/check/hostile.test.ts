import { describe, expect, it } from 'vitest';
import { checkPattern, readPattern } from '../../../../lib/patterns/index.ts';

const MEGA = 1_000_000;
const BRACES = '{a,b}'.repeat(10);

/** Texts that are made to hurt: each must get an answer. How long it takes is measured by the benchmark. */
const TEXTS: readonly [name: string, text: string, level: string, first: string | undefined][] = [
  ['1 MB of braces', `https://${'{a,b}'.repeat(MEGA / 5)}`, 'error', 'E028'],
  ['1 MB of NUL', '\0'.repeat(MEGA), 'error', 'E028'],
  ['1 MB of lone surrogates', '\uD800'.repeat(MEGA), 'error', 'E028'],
  ['1 MB of spaces', ' '.repeat(MEGA), 'error', 'E001'],
  ['an entry before 1 MB of spaces', `https://a.example.com/cb${' '.repeat(MEGA)}`, 'warn', 'W223'],
  ['40 braces', `https://${'{a,b}'.repeat(40)}.example.com/**`, 'error', 'E027'],
  ['50 stars', `https://${'*a'.repeat(50)}.example.com/cb`, 'warn', 'W104'],
  [
    'stars in the path',
    `https://app.example.com/${'*a'.repeat(50)}/${'**/a/'.repeat(100)}cb`,
    'warn',
    'W206',
  ],
  [
    '1,024 members with long paths',
    `https://app.example.com/${BRACES}${'%41.'.repeat(400)}`,
    'ok',
    undefined,
  ],
  ['1,024 members of many labels', `https://${BRACES}.${'abc.'.repeat(40)}example.com/cb`, 'ok', undefined],
  ['braces 600 deep', `https://app.example.com/${'{a,'.repeat(500)}${'}'.repeat(500)}`, 'warn', undefined],
  ['unclosed braces', `https://app.example.com/${'{'.repeat(2000)}`, 'error', 'E022'],
  ['huge ranges', 'https://app.example.com/{1..999999999}{1..999999999}', 'error', 'E027'],
  ['many ranges', `https://app.example.com/${'{1..1000}'.repeat(200)}`, 'error', 'E027'],
  ['at signs', `https://${'@'.repeat(2000)}`, 'error', 'E016'],
  ['colons', `https://${':'.repeat(2000)}`, 'error', 'E008'],
  ['dots', `https://${'.'.repeat(2000)}`, 'error', 'E011'],
  ['backslashes', '\\'.repeat(2000), 'error', 'E019'],
  ['quotes', '"'.repeat(2000), 'error', 'E032'],
  ['long internationalised label', `https://${'\u00FC'.repeat(2000)}.com/`, 'error', 'E011'],
  ['long A-label', `https://xn--${'a'.repeat(1990)}.com`, 'error', 'E011'],
  ['encoded percents', `https://app.example.com/%${'25'.repeat(900)}2e%2fx`, 'error', 'E025'],
  ['bidirectional controls', '\u202E\u2066'.repeat(500), 'error', 'E021'],
];

describe('hostile texts', () => {
  it.each(TEXTS)('%s', (_, text, level, first) => {
    const verdict = checkPattern(text);
    expect(verdict.level).toBe(level);
    if (first !== undefined) expect(verdict.findings[0]?.rule).toBe(first);
    expect(readPattern(text) === undefined).toBe(level === 'error');
  });

  it('asks nothing more of a text that is too long', () => {
    expect(checkPattern('x'.repeat(MEGA)).findings.map((finding) => finding.rule)).toEqual(['E028']);
    expect(checkPattern(`https://a.example.com/${'a'.repeat(2026)}`).level).toBe('ok');
    expect(checkPattern(`https://a.example.com/${'a'.repeat(2027)}`).level).toBe('error');
  });
});
