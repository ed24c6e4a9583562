import { describe, expect, it } from 'vitest';
import { mayMeet } from '../../../../lib/patterns/coverage/may-meet.ts';
import { readPattern } from '../../../../lib/patterns/index.ts';

function meets(a: string, b: string): boolean {
  const [first, second] = [readPattern(a), readPattern(b)];
  if (!first || !second) throw new Error(`not valid: ${a} or ${b}`);
  const answer = mayMeet(first, second);
  expect(mayMeet(second, first)).toBe(answer);
  return answer;
}

describe('entries that may meet', () => {
  it.each([
    ['https://a.example.com/cb', 'https://a.example.com/cb'],
    ['https://a.example.com/**', 'https://*.example.com/cb'],
    ['https://a-*.example.com/cb', 'https://*-b.example.com/cb'],
    ['https://a*.example.com/cb', 'https://ab*.example.com/cb'],
    ['https://*.b.example.com/cb', 'https://*.example.com/cb'],
    ['https://a.example.com/x/**', 'https://a.example.com/x/y/cb'],
    ['https://a.example.com/x/**', 'https://a.example.com/x'],
    ['https://a.example.com', 'https://a.example.com/x/cb'],
    ['https://a.example.com/', 'https://a.example.com/**'],
    ['https://a.example.com/cb-*', 'https://a.example.com/cb-1*'],
    // Members are not looked at one by one: not to know is to say that they may.
    ['https://{a,b}.example.com/cb', 'https://c.example.org/x'],
    ['https://c.example.org/x', 'https://a.example.com/{x,y}'],
  ])('%s and %s', (a, b) => expect(meets(a, b)).toBe(true));
});

describe('entries that can not meet', () => {
  it.each([
    ['https://a.example.com/cb', 'https://b.example.com/cb'],
    ['https://a.example.com/cb', 'https://ab.example.org/cb'],
    ['https://a-*.example.com/cb', 'https://b-*.example.com/cb'],
    ['https://*.example.com/cb', 'https://*.example.org/cb'],
    ['https://*-a.example.com/cb', 'https://*-b.example.com/cb'],
    ['https://a*.example.com/cb', 'https://b.example.com/cb'],
    ['https://a.example.com/x/**', 'https://a.example.com/y/**'],
    ['https://a.example.com/x', 'https://a.example.com/y'],
    ['https://a.example.com/x-*', 'https://a.example.com/y-*'],
  ])('%s and %s', (a, b) => expect(meets(a, b)).toBe(false));
});
