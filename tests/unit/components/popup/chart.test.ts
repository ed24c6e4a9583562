import fc from 'fast-check';
import { expect, test } from 'vitest';
import { stack, sumOf } from '../../../../components/popup/chart.tsx';

const bar = fc.record({
  start: fc.nat(),
  reads: fc.nat(10_000),
  writes: fc.nat(10_000),
  removals: fc.nat(10_000),
  others: fc.nat(10_000),
});

test('the parts of a bar stand on each other without gaps, and the highest bar fills the chart', () => {
  fc.assert(
    fc.property(bar, fc.nat(10_000), (one, more) => {
      const highest = sumOf(one) + more;
      let floor = 100;
      for (const { y, height } of stack(one, highest)) {
        expect(y + height).toBeCloseTo(floor, 6);
        floor = y;
      }
      if (highest > 0) expect(100 - floor).toBeCloseTo((sumOf(one) / highest) * 100, 6);
    }),
  );
});

test('without any calls there is nothing to draw', () => {
  expect(stack({ start: 0, reads: 0, writes: 0, removals: 0, others: 0 }, 0)).toEqual([]);
});
