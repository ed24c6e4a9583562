import { describe, expect, it } from 'vitest';
import { Folding } from '../../../../lib/patterns/check/folding.ts';
import { readPattern } from '../../../../lib/patterns/index.ts';

const fold = (entry: string, others: string[]) => new Folding([entry, ...others]).of(entry);
const hosts = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `https://h${i + 10}.example.com/cb`);

describe('Folding', () => {
  it.each([
    [
      ['https://b.example.com/cb', 'https://a.example.com/cb', 'https://c.example.com/cb'],
      'https://{a,b,c}.example.com/cb',
    ],
    [
      ['https://a.example.com:1/cb', 'https://a.example.com:3/cb', 'https://a.example.com:2/cb'],
      'https://a.example.com:{1,2,3}/cb',
    ],
    [
      ['https://a.example.com/x/1', 'https://a.example.com/x/2', 'https://a.example.com/x/3'],
      'https://a.example.com/x/{1,2,3}',
    ],
    [
      ['https://a.example.com', 'https://b.example.com', 'https://c.example.com'],
      'https://{a,b,c}.example.com',
    ],
    [
      ['http://localhost:8082/', 'http://localhost:8081/', 'http://localhost:8083/'],
      'http://localhost:{8081,8082,8083}/',
    ],
    [
      ['http://localhost:1/cb', 'http://localhost:2/cb', 'http://localhost:3/cb'],
      'http://localhost:{1,2,3}/cb',
    ],
  ])('folds %j into %s', ([first = '', ...others], pattern) => {
    expect(fold(first, others)).toEqual({ count: 3, pattern });
    expect(readPattern(pattern)?.alternatives.length).toBe(3);
  });

  it.each([
    [['https://a.example.com/cb', 'https://b.example.com/cb']],
    [['https://a.example.com/cb', 'https://b.example.com/cb', 'https://b.example.com/cb']],
    [['https://a.example.com/cb', 'https://b.example.com/cb', 'https://c.example.com/x']],
    [['https://a.example.com/cb', 'https://b.example.com/cb', 'https://*.example.com/cb']],
    [['https://example.com/cb', 'https://example2.com/cb', 'https://example3.com/cb']],
    [['https://a.co.uk/cb', 'https://b.co.uk/cb', 'https://c.co.uk/cb']],
    [['https://a.example.com/**', 'https://a.example.com/x', 'https://a.example.com/y']],
    [['https://{a,d}.example.com/cb', 'https://b.example.com/cb', 'https://c.example.com/cb']],
    [['http://1.2.3.4/cb', 'http://2.2.3.4/cb', 'http://3.2.3.4/cb']],
    [['https://a.example.com/x/', 'https://a.example.com/x/1', 'https://a.example.com/x/2']],
    [['https://a.example.com', 'https://a.example.com:1', 'https://a.example.com:2']],
    [['https://a.example.com/{x,y}', 'https://b.example.com/{x,y}', 'https://c.example.com/{x,y}']],
    [['not an entry', 'not an', 'not']],
    [['https://a.example.com/a,b', 'https://a.example.com/c', 'https://a.example.com/d']],
  ])('leaves %j', ([first = '', ...others]) => expect(fold(first, others)).toBeUndefined());

  it('prefers the larger group, and passes over groups that would be hard to read', () => {
    const [first = '', ...others] = hosts(4);
    expect(fold(first, [...others, 'https://h10.example.com/x', 'https://h10.example.com/y'])?.count).toBe(4);
    expect(fold('https://h10.example.com/cb', hosts(12).slice(1))?.count).toBe(12);
    expect(fold('https://h10.example.com/cb', hosts(13).slice(1))).toBeUndefined();
  });

  it('folds hosts before paths where both are as many', () => {
    const others = ['https://b.example.com/1', 'https://c.example.com/1'];
    expect(
      fold('https://a.example.com/1', [...others, 'https://a.example.com/2', 'https://a.example.com/3']),
    ).toEqual({ count: 3, pattern: 'https://{a,b,c}.example.com/1' });
  });

  it('counts an entry that is not in the list', () => {
    const folding = new Folding(['https://a.example.com/cb', 'https://b.example.com/cb']);
    expect(folding.of('https://c.example.com/cb')?.count).toBe(3);
    expect(folding.of('https://a.example.com/cb')).toBeUndefined();
  });
});
