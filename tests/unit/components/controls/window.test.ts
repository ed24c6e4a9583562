import fc from 'fast-check';
import { expect, test } from 'vitest';
import { offsetOf, rowWindow } from '../../../../components/controls/window.ts';

const list = fc.record({
  count: fc.nat(100_000),
  rowHeight: fc.integer({ min: 1, max: 200 }),
  viewportHeight: fc.integer({ min: 1, max: 3_000 }),
  overscan: fc.nat(20),
  scrollTop: fc.integer({ min: -500, max: 25_000_000 }),
  tall: fc.option(fc.record({ index: fc.nat(100_000), extra: fc.nat(2_000) }), { nil: undefined }),
});

test('everything in sight is rendered, and little else', () => {
  fc.assert(
    fc.property(list, (input) => {
      const { count, rowHeight, viewportHeight, overscan } = input;
      const { first, end, height } = rowWindow(input);
      const tall = input.tall && input.tall.index < count ? input.tall : undefined;
      expect(first).toBeGreaterThanOrEqual(0);
      expect(end).toBeLessThanOrEqual(count);
      expect(end - first).toBeLessThanOrEqual(Math.ceil(viewportHeight / rowHeight) + 2 * overscan + 2);
      const top = Math.max(0, Math.min(input.scrollTop, height - viewportHeight));
      if (first > 0) expect(offsetOf(first, rowHeight, tall)).toBeLessThanOrEqual(top);
      if (end < count) expect(offsetOf(end, rowHeight, tall)).toBeGreaterThanOrEqual(top + viewportHeight);
    }),
  );
});

test('rows lie one after the other, the tall one pushing those below it', () => {
  const tall = { index: 2, extra: 100 };
  expect([0, 1, 2, 3, 4].map((row) => offsetOf(row, 60, tall))).toEqual([0, 60, 120, 280, 340]);
  expect(
    rowWindow({ count: 5, rowHeight: 60, scrollTop: 0, viewportHeight: 300, overscan: 0, tall }),
  ).toEqual({
    first: 0,
    end: 4,
    height: 400,
  });
});

test('inside the tall row it is the tall row that is first', () => {
  const tall = { index: 10, extra: 500 };
  const { first } = rowWindow({
    count: 100,
    rowHeight: 50,
    scrollTop: 900,
    viewportHeight: 100,
    overscan: 0,
    tall,
  });
  expect(first).toBe(10);
});

test('an empty list has no rows and no height', () => {
  expect(rowWindow({ count: 0, rowHeight: 60, scrollTop: 0, viewportHeight: 300, overscan: 5 })).toEqual({
    first: 0,
    end: 0,
    height: 0,
  });
});
