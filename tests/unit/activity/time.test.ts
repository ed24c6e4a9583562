import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLooseTime } from '../../../lib/activity/exported/loose-time.ts';
import { addRange, isCovered } from '../../../lib/activity/ranges.ts';
import { readTime } from '../../../lib/activity/time.ts';

const AT = Date.UTC(2026, 10, 20, 10, 11, 12);

describe('readTime', () => {
  it.each([
    ['2026-11-20T10:11:12Z', AT],
    ['2026-11-20T10:11:12', AT],
    ['2026-11-20 10:11:12 UTC', AT],
    ['2026-11-20T11:11:12+01:00', AT],
    ['2026-11-20T15:41:12+0530', AT],
    ['2026-11-20T10:11:12.345678Z', AT + 345],
    [AT, AT],
    ['2026-13-20T10:11:12Z', undefined],
    ['2026-11-20', undefined],
    ['', undefined],
    [Number.NaN, undefined],
    [null, undefined],
    [1.5, undefined],
  ])('%j is %j', (value, expected) => {
    expect(readTime(value)).toBe(expected);
  });

  it('reads every time that is written as ISO', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (date) => {
          expect(readTime(date.toISOString())).toBe(date.getTime());
        },
      ),
    );
  });
});

describe('readLooseTime', () => {
  it.each([
    ['Nov 20, 2026, 10:11:12 AM', AT],
    ['Nov 20, 2026 10:11:12', AT],
    ['November 20, 2026, 10:11:12 UTC', AT],
    ['Friday, November 20, 2026 at 10:11:12', AT],
    ['20 Nov 2026 10:11:12 GMT', AT],
    ['20 Nov 2026, 10:11 PM', Date.UTC(2026, 10, 20, 22, 11)],
    ['20 Nov 2026, 12:11 AM', Date.UTC(2026, 10, 20, 0, 11)],
    ['2026/11/20 10:11:12', AT],
    [String(AT), AT],
    ['31 Jun 2026 10:11', undefined],
    ['11/12/2026 10:11', undefined],
    ['20 Nov 2026', undefined],
    ['20 Foo 2026 10:11', undefined],
    ['20 Nov 2026 25:11', undefined],
    ['', undefined],
  ])('%s is %s', (text, expected) => {
    expect(readLooseTime(text)).toBe(expected);
  });
});

describe('ranges', () => {
  it('hold exactly the times that were added, sorted and apart', () => {
    const range = fc.tuple(fc.nat(60), fc.nat(12)).map(([from, length]) => ({ from, to: from + length }));
    fc.assert(
      fc.property(fc.array(range, { maxLength: 12 }), (added) => {
        const ranges = added.reduce(addRange, [] as { from: number; to: number }[]);
        for (let time = 0; time < 80; time += 1) {
          expect(isCovered(ranges, time)).toBe(added.some(({ from, to }) => time >= from && time < to));
        }
        for (const [index, { from }] of ranges.entries()) {
          expect(from).toBeGreaterThan(ranges[index - 1]?.to ?? -1);
        }
      }),
    );
  });
});
