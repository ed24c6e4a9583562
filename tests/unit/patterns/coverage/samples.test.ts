import { describe, expect, it } from 'vitest';
import { sampleAddresses } from '../../../../lib/patterns/coverage/samples.ts';
import { createMatcher, readPattern } from '../../../../lib/patterns/index.ts';

/** The name and the port that stand in no entry. */
const N = 'x9q7zk';
const P = '64997';

function samplesOf(pattern: string): string[] {
  const [member] = readPattern(pattern)?.alternatives ?? [];
  if (!member) throw new Error(`not valid: ${pattern}`);
  return sampleAddresses(member).map(
    ({ scheme, host, port, path, query }) =>
      `${scheme}://${host}${port === '' ? '' : `:${port}`}${path}${query === undefined ? '' : `?${query}`}`,
  );
}

describe('sample addresses', () => {
  it.each([
    ['https://app.example.com/cb', ['https://app.example.com/cb']],
    ['https://app.example.com', ['https://app.example.com/']],
    ['https://app.example.com:8443/cb', ['https://app.example.com:8443/cb']],
    ['http://localhost:*/cb', [`http://localhost:${P}/cb`, 'http://localhost/cb']],
    ['https://*.example.com/cb', [`https://${N}.example.com/cb`, `https://${N}.${N}.example.com/cb`]],
    ['https://a-*.example.com/cb', [`https://a-${N}.example.com/cb`, `https://a-${N}.${N}.example.com/cb`]],
    ['https://app.example.com/x-*/cb', [`https://app.example.com/x-${N}/cb`]],
    ['https://app.example.com/*', [`https://app.example.com/${N}`, `https://app.example.com/${N}?`]],
    [
      'https://app.example.com/**/cb',
      [
        `https://app.example.com/${N}/${N}/cb`,
        'https://app.example.com/cb',
        `https://app.example.com/${N}/cb`,
        `https://app.example.com/${N}/${N}/${N}/cb`,
      ],
    ],
    [
      'https://app.example.com/a/**',
      [
        `https://app.example.com/a/${N}/${N}`,
        'https://app.example.com/a/',
        `https://app.example.com/a/${N}`,
        `https://app.example.com/a/${N}/${N}/${N}`,
        `https://app.example.com/a/${N}/${N}?`,
      ],
    ],
    [
      'cursor://*/**/x/*',
      [
        `cursor://${N}/${N}/${N}/x/${N}`,
        `cursor://${N}/x/${N}`,
        `cursor://${N}/${N}/x/${N}`,
        `cursor://${N}/${N}/${N}/${N}/x/${N}`,
        `cursor://${N}.${N}/${N}/${N}/x/${N}`,
        `cursor://${N}.${N}/x/${N}`,
        `cursor://${N}.${N}/${N}/x/${N}`,
        `cursor://${N}.${N}/${N}/${N}/${N}/x/${N}`,
        `cursor://${N}/${N}/${N}/x/${N}?`,
      ],
    ],
  ])('of %s', (pattern, addresses) => expect(samplesOf(pattern)).toEqual(addresses));

  it('are allowed by the entry they are made from', () => {
    for (const pattern of ['https://*.example.com:*/a/**/b/*', 'http://localhost:*/**', 'cursor://a*b/c-*'])
      for (const address of samplesOf(pattern))
        expect([address, createMatcher([pattern]).match(address).allowed]).toEqual([address, 'yes']);
  });
});
