import { describe, expect, it } from 'vitest';
import { type Box, keyOf, readBoxes } from '../../../../lib/patterns/coverage/box.ts';
import { BoxIndex } from '../../../../lib/patterns/coverage/box-index.ts';
import { readPattern } from '../../../../lib/patterns/index.ts';

const boxesOf = (...patterns: string[]): Box[] =>
  patterns.flatMap((pattern) => {
    const model = readPattern(pattern);
    if (!model) throw new Error(`not valid: ${pattern}`);
    return readBoxes(model, 'narrow');
  });

describe('an index of boxes', () => {
  const index = new BoxIndex(
    boxesOf(
      'https://a.example.com/cb',
      'https://a.example.com:1/cb',
      'https://a.example.com/x',
      'https://a.example.com/x/*',
      'https://b.example.com/cb',
      'https://*.example.com/cb',
    ),
  );
  const near = (pattern: string) => boxesOf(pattern).map((box) => index.near(box).map(keyOf))[0];

  it('finds the boxes of a name with the same path or a wildcard, and those of wildcard hosts', () => {
    expect(near('https://a.example.com/cb')).toEqual([
      'a.example.com:/cb',
      'a.example.com:1/cb',
      'a.example.com:/x/*',
      '*.example.com:/cb',
    ]);
    expect(near('https://a.example.com/y')).toEqual(['a.example.com:/x/*', '*.example.com:/cb']);
  });
  it('finds all boxes of a name for a path with a wildcard', () =>
    expect(near('https://a.example.com/**')).toEqual([
      'a.example.com:/cb',
      'a.example.com:1/cb',
      'a.example.com:/x',
      'a.example.com:/x/*',
      '*.example.com:/cb',
    ]));
  it('finds those of wildcard hosts for a name that it does not hold', () =>
    expect(near('https://c.example.com/cb')).toEqual(['*.example.com:/cb']));
  it('finds all for a wildcard host', () =>
    expect(near('https://x-*.example.com/cb')).toHaveLength(index.boxes.length));
  it('knows what is written alike', () => {
    const has = (pattern: string) => boxesOf(pattern).every((box) => index.has(box));
    expect(has('https://a.example.com/x')).toBe(true);
    expect(has('https://a.example.com:2/x')).toBe(false);
  });
});

describe('the boxes of an entry', () => {
  it('share their hosts and paths', () => {
    const [first, second, third] = boxesOf('https://a.example.com:{1,2}/{x,y}');
    expect(first?.host).toBe(third?.host);
    expect(first?.host).toBe(second?.host);
    const paths = boxesOf('https://{a,b}.example.com/x').map(({ path }) => path);
    expect(paths[0]).toBe(paths[1]);
  });
  it('are kept once', () => expect(boxesOf('https://{a,a}.example.com/{x,x}')).toHaveLength(1));
});
