import { describe, expect, it } from 'vitest';
import { analyse, inAuthority, inPath, MAX_LENGTH } from '../../../../lib/patterns/read/analysis.ts';

/** What the reader finds, as the pieces of the text that its offsets cut out. */
function pieces(text: string) {
  const a = analyse(text);
  return {
    trimmed: text.slice(a.start, a.end),
    core: text.slice(a.coreStart, a.coreEnd),
    scheme: a.scheme,
    authority: text.slice(a.authorityStart, a.authorityEnd),
    path: text.slice(a.authorityEnd, a.coreEnd),
  };
}

describe('the parts of an entry', () => {
  it.each([
    ['https://app.example.com/cb', 'https', 'app.example.com', '/cb'],
    ['https://app.example.com', 'https', 'app.example.com', ''],
    ['https://app.example.com/', 'https', 'app.example.com', '/'],
    ['HTTPS://app.example.com/cb', 'https', 'app.example.com', '/cb'],
    ['com.example.app+x-1://host/cb', 'com.example.app+x-1', 'host', '/cb'],
    ['https://app.example.com\\cb/x', 'https', 'app.example.com', '\\cb/x'],
    ['https://{a.example.com/x,b}/cb', 'https', '{a.example.com/x,b}', '/cb'],
    ['https://{a/cb', 'https', '{a', '/cb'],
    ['https://a}/{cb', 'https', 'a}', '/{cb'],
    ['https:///cb', 'https', '', '/cb'],
    ['https://a://b', 'https', 'a:', '//b'],
    ['my_app://host/cb', '', '', ''],
    ['1a://host', '', '', ''],
    ['app.example.com/cb', '', '', ''],
  ])('%j', (text, scheme, authority, path) => {
    expect(pieces(text)).toEqual({ trimmed: text, core: text, scheme, authority, path });
  });

  it.each([
    ['  https://a.example.com/cb\n', 'https://a.example.com/cb', 'https://a.example.com/cb'],
    ['"https://a.example.com/cb"', '"https://a.example.com/cb"', 'https://a.example.com/cb'],
    [' - https://a.example.com/cb', '- https://a.example.com/cb', 'https://a.example.com/cb'],
    ['https://a.example.com/cb"', 'https://a.example.com/cb"', 'https://a.example.com/cb'],
    ['{https://a.example.com/cb', '{https://a.example.com/cb', '{https://a.example.com/cb'],
    [' ', '', ''],
  ])('%j trimmed and peeled', (text, trimmed, core) => {
    expect(pieces(text)).toMatchObject({ trimmed, core });
    expect(analyse(text)).toMatchObject({ trimmed, core });
  });

  it('tells custom schemes', () => {
    expect(['https://a/', 'http://a/', 'cursor://a/', 'a/'].map((text) => analyse(text).custom)).toEqual([
      false,
      false,
      true,
      false,
    ]);
  });

  it.each([
    ['https://a/', 5, 'https'],
    ['  my_app://a', 8, 'my_app'],
    ['mailto:me@example.com', -1, 'mailto'],
    ['my_app:x', -1, ''],
    ['example.com', -1, ''],
    [':x', -1, ''],
  ])('finds the separator of %j', (text, separator, schemeText) =>
    expect(analyse(text)).toMatchObject({ separator, schemeText }),
  );
});

describe('members', () => {
  it.each([
    ['https://a.example.com/cb', 1, 1, 1, false],
    ['https://{a,b}.example.com/{x,y,z}', 6, 2, 3, true],
    ['https://{a,a}.example.com/{x,x}', 4, 1, 1, true],
    ['https://a.example.com/{cb}', 1, 1, 1, true],
    ['https://{1..1024}.example.com/', 1024, 1024, 1, true],
    ['https://{1..1025}.example.com/', 1025, 0, 0, true],
  ])('of %j', (text, members, authorities, paths, braced) => {
    const a = analyse(text);
    expect([a.members, a.authorities.length, a.paths.length, a.braced]).toEqual([
      members,
      authorities,
      paths,
      braced,
    ]);
  });

  it.each([
    ['https://{a/cb', { kind: 'unclosed', at: 8 }],
    ['https://a.example.com/{b', { kind: 'unclosed', at: 22 }],
    ['https://a.example.com/b}', { kind: 'stray', at: 23 }],
    ['https://{a/x,b}/', { kind: 'slash', at: 8 }],
  ])('of %j can not be told', (text, braceProblem) => {
    expect(analyse(text)).toMatchObject({ braceProblem, authorities: [], paths: [], members: 1 });
  });

  it('keep their number in the expansion', () => {
    const a = analyse('https://{a,a,b}.example.com/{x,x,y}');
    expect(a.authorities.map(({ index, text }) => [index, text])).toEqual([
      [0, 'a.example.com'],
      [2, 'b.example.com'],
    ]);
    expect(a.paths).toEqual([
      { index: 0, text: '/x' },
      { index: 2, text: '/y' },
    ]);
  });

  it('are found again in the text', () => {
    const braced = ' https://{a,bc}.example.com/{x,yz}';
    const a = analyse(braced);
    const [, bc] = a.authorities;
    const [, yz] = a.paths;
    if (!bc || !yz) throw new Error('two members each');
    expect([inAuthority(a, bc, 0, 2), inPath(a, yz, 1, 2)]).toEqual([
      { start: 12, end: 14 },
      { start: 31, end: 33 },
    ]);
    const plain = analyse(' https://a.example.com/yz');
    const [m] = plain.authorities;
    const [path] = plain.paths;
    if (!m || !path) throw new Error('one member each');
    expect([inAuthority(plain, m, 2, 7), inPath(plain, path, 1, 2)]).toEqual([
      { start: 11, end: 18 },
      { start: 23, end: 25 },
    ]);
  });
});

describe('a text that is too long', () => {
  it('is not read', () => {
    const long = `https://a.example.com/${'x'.repeat(MAX_LENGTH)}`;
    expect(analyse(long)).toMatchObject({ core: '', trimmed: '', separator: -1, authorities: [] });
  });
  it('is read up to its limit, white space aside', () => {
    const head = 'https://a.example.com/';
    const whole = head + 'x'.repeat(MAX_LENGTH - head.length);
    expect(analyse(` ${whole} `).authorities).toHaveLength(1);
    expect(analyse(`${whole}x`).authorities).toHaveLength(0);
  });
});
