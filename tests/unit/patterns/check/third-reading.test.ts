import { describe, expect, it } from 'vitest';
import { checkPattern } from '../../../../lib/patterns/index.ts';

/** What the readings of the specification had left over. */
const findingsOf = (text: string) => checkPattern(text).findings;
const fixesOf = (text: string) => Object.fromEntries(findingsOf(text).map(({ rule, fix }) => [rule, fix]));

describe('hosts of custom schemes are corrected as others are', () => {
  it.each([
    ['cursor://Any..Sphere/cb', 'E011', 'cursor://Any.Sphere/cb'],
    ['cursor://-X/cb', 'E011', 'cursor://X/cb'],
    ['cursor://a..1/cb', 'E011', 'cursor://a.1/cb'],
    ['cursor://a.b./cb', 'W212', 'cursor://a.b/cb'],
  ])('%j by %s to %j', (text, rule, fix) => expect(fixesOf(text)[rule]).toBe(fix));
});
