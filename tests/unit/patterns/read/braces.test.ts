import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type BraceSequence,
  countMembers,
  expand,
  groupsOf,
  locate,
  optionsOf,
  parseBraces,
} from '../../../../lib/patterns/read/braces.ts';

function tree(text: string): BraceSequence {
  const parsed = parseBraces(text, 0, text.length, true);
  if (!Array.isArray(parsed)) throw new Error(`${parsed.kind} at ${parsed.at}`);
  return parsed;
}

describe('expand', () => {
  it.each([
    ['', ['']],
    ['a', ['a']],
    ['{a,b}', ['a', 'b']],
    ['x{a,b}y', ['xay', 'xby']],
    ['{a,b}{c,d}', ['ac', 'ad', 'bc', 'bd']],
    ['{a,{b,c}d}', ['a', 'bd', 'cd']],
    ['{,a}', ['', 'a']],
    ['{a,}', ['a', '']],
    ['{a}', ['a']],
    ['{,}', ['', '']],
    ['a,b', ['a,b']],
    ['{1..3}', ['1', '2', '3']],
    ['{3..1}', ['3', '2', '1']],
    ['{-1..1}', ['-1', '0', '1']],
    ['{08..10}', ['08', '09', '10']],
    ['{-05..-04}', ['-05', '-04']],
    ['{-1..01}', ['-1', '00', '01']],
    ['{-001..1}', ['-001', '0000', '0001']],
    ['{9..11}', ['9', '10', '11']],
    ['{9..007}', ['009', '008', '007']],
    ['{105..98}', ['105', '104', '103', '102', '101', '100', '99', '98']],
    ['{98..105}', ['98', '99', '100', '101', '102', '103', '104', '105']],
    ['{1..3x}', ['1..3x']],
    ['{xa..c}', ['xa..c']],
    ['{a..cx}', ['a..cx']],
    ['{a..c}', ['a', 'b', 'c']],
    ['{C..A}', ['C', 'B', 'A']],
    ['{5..5}', ['5']],
    ['{a..C}', ['a..C']],
    ['{1..a}', ['1..a']],
    ['{1..3,7}', ['1..3', '7']],
    ['{1...3}', ['1...3']],
    ['{x1..3}', ['x1..3']],
    ['{{1..2},b}', ['1', '2', 'b']],
  ])('%j stands for %j', (text, members) => {
    expect(expand(tree(text))).toEqual(members);
    expect(countMembers(tree(text))).toBe(members.length);
  });
});

describe('parseBraces', () => {
  it.each([
    ['{a', 'unclosed', 0],
    ['a{b,{c}', 'unclosed', 1],
    ['a}', 'stray', 1],
    ['{a}}', 'stray', 3],
    ['a{}', 'empty', 1],
    ['{a,{}}', 'empty', 3],
  ])('%j: %s at %d', (text, kind, at) => {
    expect(parseBraces(text, 0, text.length, true)).toEqual({ kind, at });
  });

  it('allows a slash in braces only where told', () => {
    expect(parseBraces('x{a/b}', 0, 6, false)).toEqual({ kind: 'slash', at: 1 });
    expect(expand(tree('x{a/b,c}'))).toEqual(['xa/b', 'xc']);
    expect(Array.isArray(parseBraces('a/{b}', 0, 5, false))).toBe(true);
  });

  it('reads only the part it is asked for', () => {
    const parsed = parseBraces('}}{a,b}{{', 2, 7, true);
    expect(Array.isArray(parsed) && expand(parsed)).toEqual(['a', 'b']);
  });
});

describe('countMembers', () => {
  it('counts without writing out', () => {
    expect(countMembers(tree('{a,b}'.repeat(40)))).toBe(2 ** 40);
    expect(countMembers(tree('{1..999999999}'))).toBe(999_999_999);
    expect(countMembers(tree('{a,{b,c}{d,e}}'))).toBe(5);
  });
});

describe('groupsOf', () => {
  it('lists outer groups first, with their depth', () => {
    const found = groupsOf(tree('{a,{b,{c,d}}}x{e,f}'));
    expect(found.map(({ start, end, depth }) => [start, end, depth])).toEqual([
      [0, 13, 0],
      [3, 12, 1],
      [6, 11, 2],
      [14, 19, 0],
    ]);
  });

  it('writes out ranges only when asked', () => {
    const [group] = groupsOf(tree('{1..3}'));
    expect(group?.range).toBeDefined();
    expect(group && optionsOf(group).flatMap(expand)).toEqual(['1', '2', '3']);
  });
});

describe('locate', () => {
  const text = 'ab{cd,e{f,g}}h';

  it.each([
    [0, 0, 2, 'ab'],
    [0, 2, 2, 'cd'],
    [0, 4, 1, 'h'],
    [1, 2, 1, 'e'],
    [1, 3, 1, 'f'],
    [2, 3, 1, 'g'],
    [2, 4, 1, 'h'],
  ])('member %d, %d + %d is %j', (index, offset, length, written) => {
    const { start, end } = locate(tree(text), index, offset, length);
    expect(text.slice(start, end)).toBe(written);
  });

  it.each([
    [0, 0, 3, 'ab{cd,e{f,g}}'],
    [0, 3, 2, '{cd,e{f,g}}h'],
    [1, 0, 5, 'ab{cd,e{f,g}}h'],
    [1, 2, 2, 'e{f,g}'],
    [2, 3, 2, '{cd,e{f,g}}h'],
  ])('member %d, %d + %d is %j, with both braces', (index, offset, length, written) => {
    const { start, end } = locate(tree(text), index, offset, length);
    expect(text.slice(start, end)).toBe(written);
  });

  it('marks whole options and whole braces, never one brace of two', () => {
    const piece = fc.constantFrom('a', 'b.', '{c,d}', '{e,f{g,h}}', '{i}', '{,j}', '{1..3}', '{{k,l},m}n');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), fc.nat(), fc.nat(), (pieces, from, to) => {
        const source = pieces.join('');
        const parsed = tree(source);
        expand(parsed).forEach((member, index) => {
          const offset = from % (member.length + 1);
          const { start, end } = locate(parsed, index, offset, to % (member.length - offset + 1));
          let open = 0;
          for (const character of source.slice(start, end)) {
            if (character === '{') open++;
            if (character === '}') open--;
            if (open === 0) expect(character).not.toBe(',');
            expect(open).toBeGreaterThanOrEqual(0);
          }
          expect(open).toBe(0);
        });
      }),
      { numRuns: 200 },
    );
  });

  it('marks nothing behind the end', () => {
    expect(locate(tree('ab{c,d}'), 0, 3, 0)).toEqual({ start: 4, end: 4 });
    expect(locate([], 0, 0, 0)).toEqual({ start: 0, end: 0 });
  });

  it('marks a whole range, since its numbers are not written', () => {
    expect(locate(tree('x{1..3}y'), 1, 1, 1)).toEqual({ start: 1, end: 7 });
  });

  it('finds every character of every member where it is written', () => {
    const piece = fc.constantFrom('a', 'b.', '{c,d}', '{e,f{g,h}}', '{i}', '{,j}');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 6 }), (pieces) => {
        const source = pieces.join('');
        const parsed = tree(source);
        expand(parsed).forEach((member, index) => {
          for (let offset = 0; offset < member.length; offset++) {
            const { start, end } = locate(parsed, index, offset, 1);
            expect(source.slice(start, end)).toBe(member[offset]);
          }
        });
      }),
      { numRuns: 200 },
    );
  });
});
