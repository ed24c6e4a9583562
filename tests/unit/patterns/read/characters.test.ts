import { describe, expect, it } from 'vitest';
import { isAsciiSpace, isLoneSurrogate } from '../../../../lib/patterns/read/characters.ts';

describe('characters', () => {
  it('knows the white space that is trimmed', () => {
    const found = Array.from({ length: 0x3001 }, (_, code) => code).filter(isAsciiSpace);
    expect(found).toEqual([0x09, 0x0a, 0x0c, 0x0d, 0x20]);
  });

  it.each([
    ['\uD83D\uDE00', [false, false]],
    ['\uD83D', [true]],
    ['\uDE00', [true]],
    ['a\uD83D', [false, true]],
    ['\uD83Da', [true, false]],
    ['a\uDE00', [false, true]],
    ['\uDE00\uD83D', [true, true]],
    ['\uD800\uDC00', [false, false]],
    ['\uDBFF\uDFFF', [false, false]],
    ['\uD7FF\uDC00', [false, true]],
    ['\uE000\uDC00', [false, true]],
    ['\uD800\uE000', [true, false]],
    ['\uD83D\uD83D\uDE00', [true, false, false]],
  ])('tells halves of pairs in %j', (text, lone) => {
    expect(Array.from({ length: text.length }, (_, at) => isLoneSurrogate(text, at))).toEqual(lone);
  });
});
