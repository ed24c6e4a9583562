import { describe, expect, it } from 'vitest';
import { codeName, show, splice } from '../../../../lib/patterns/rules/rule.ts';

describe('show', () => {
  it.each([
    ['', ''],
    ['https://a.example.com/**', 'https://a.example.com/**'],
    ['a\u200Bb', 'aU+200Bb'],
    ['\u0000\u001F\u007F\u00A0', 'U+0000U+001FU+007FU+00A0'],
    ['\u00A1\u034F', '\u00A1U+034F'],
    ['\uFFFD', 'U+FFFD'],
    ['a\u{1F600}b', 'a\u{1F600}b'],
    ['\u{10000}\u{10FFFF}', '\u{10000}\u{10FFFF}'],
    ['\uD83D', 'U+D83D'],
    ['\uD83Dx', 'U+D83Dx'],
    ['\uDE00', 'U+DE00'],
    ['x\uDC00', 'xU+DC00'],
    ['x\uDFFF', 'xU+DFFF'],
    ['\uDFFF\uDFFF', 'U+DFFFU+DFFF'],
    ['\u{1F600}\uDE00', '\u{1F600}U+DE00'],
    ['\u{1F600}\u200B', '\u{1F600}U+200B'],
    ['\uD83D\uD83D\uDE00', 'U+D83D\uD83D\uDE00'],
  ])('%j is shown as %j', (text, shown) => expect(show(text)).toBe(shown));

  it('cuts what is longer than 80 characters, and nothing else', () => {
    expect(show('a'.repeat(80))).toBe('a'.repeat(80));
    expect(show('a'.repeat(81))).toBe(`${'a'.repeat(79)}\u2026`);
  });

  it('names the half of a character that the cut left', () => {
    expect(show(`${'a'.repeat(78)}\u{1F600}bbb`)).toBe(`${'a'.repeat(78)}U+D83D\u2026`);
  });
});

describe('codeName', () => {
  it.each([
    [0x9, 'U+0009'],
    [0x200b, 'U+200B'],
    [0x1f600, 'U+1F600'],
  ])('%i is %s', (code, name) => expect(codeName(code)).toBe(name));
});

describe('splice', () => {
  it.each([
    [0, 0, 'xabc'],
    [1, 2, 'axc'],
    [3, 3, 'abcx'],
    [0, 3, 'x'],
  ])('from %i to %i', (start, end, text) => expect(splice('abc', start, end, 'x')).toBe(text));
});
