import { describe, expect, it } from 'vitest';
import { doubtsOf } from '../../../../lib/patterns/matcher/doubts.ts';

describe('doubtsOf', () => {
  it.each([
    ['https://a.example.com', 'https://a.example.com/cb', [{ code: 'pathless', value: '/cb' }]],
    ['https://a.example.com/cb/**', 'https://a.example.com/cb', [{ code: 'base', value: '/cb' }]],
    ['http://localhost/cb', 'http://localhost:3000/cb', [{ code: 'loopback', value: '3000' }]],
    [
      'http://localhost',
      'http://localhost:3000/cb',
      [
        { code: 'pathless', value: '/cb' },
        { code: 'loopback', value: '3000' },
      ],
    ],
    ['https://a.example.com/**', 'https://a.example.com/cb', []],
    ['https://b.example.com/**', 'https://a.example.com/cb', []],
    ['https://a.example.com', 'https://a.example.com/../cb', []],
    ['https://a.example.com', '', []],
    ['a', 'https://a.example.com/cb', []],
  ])('%j against %j', (pattern, address, doubts) => expect(doubtsOf(pattern, address)).toEqual(doubts));
});
