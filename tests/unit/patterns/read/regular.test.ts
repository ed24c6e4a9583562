import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isRegular } from '../../../../lib/patterns/read/regular.ts';

/** The same said by regular expressions, which is easier to read and slower. */
const ALLOWED = /^[a-z0-9._*-]+$/;
const FAULT = /(?:^|\.)(?:[-.]|xn--|$)|-(?:\.|$)|\*\*|[a-z0-9_*-]{64}/;
const bySlowerWay = (host: string): boolean => ALLOWED.test(host) && !FAULT.test(host);

it.each([
  ['example.com', true],
  ['*.a_b.example.com', true],
  ['x', true],
  ['', false],
  ['.', false],
  ['a..b', false],
  ['.a', false],
  ['a.', false],
  ['-a.b', false],
  ['a-.b', false],
  ['a.b-', false],
  ['a.-b', false],
  ['**.a', false],
  ['*.*', true],
  ['A.b', false],
  ['a b', false],
  ['ä.de', false],
  ['a/b', false],
  ['a:b', false],
  ['a`b', false],
  ['a{b', false],
  ['xn--a.b', false],
  ['b.xn--a', false],
  ['axn--a', true],
  ['xn-a', true],
  [`${'a'.repeat(63)}.b`, true],
  [`${'a'.repeat(64)}.b`, false],
  [`b.${'a'.repeat(63)}`, true],
  [`b.${'a'.repeat(64)}`, false],
])('%j: %s', (host, regular) => {
  expect(isRegular(host)).toBe(regular);
  expect(bySlowerWay(host)).toBe(regular);
});

it('says the same as the regular expressions of any host', () => {
  const piece = fc.constantFrom(
    'a',
    'z',
    '0',
    '9',
    '_',
    '-',
    '.',
    '*',
    'xn--',
    'x',
    'A',
    '/',
    ':',
    'é',
    'a'.repeat(62),
  );
  const host = fc.oneof(
    fc.array(piece, { maxLength: 9 }).map((pieces) => pieces.join('')),
    fc.string(),
  );
  fc.assert(
    fc.property(host, (text) => isRegular(text) === bySlowerWay(text)),
    { numRuns: 3000 },
  );
});
