import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Choice, RANGES } from '../../../../components/activity/model.ts';
import { readChoice, startOf, writeChoice } from '../../../../entrypoints/activity/address.ts';
import { TOOL_CLASSES } from '../../../../lib/activity/types.ts';
import { localDay } from '../../../../lib/calendar/day.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const ORG = '0f3c1a52-7d0e-4a5b-9c55-2f6f0e6a1b11';
const SORTS = ['time', 'tool', 'actor', 'app', 'class', 'country'] as const;

/** Anything an address can carry: an address holds no half of a surrogate pair. */
const text = fc.string({ unit: 'binary', maxLength: 250 });
const day = fc.date({
  min: new Date(Date.UTC(1990, 0)),
  max: new Date(Date.UTC(2200, 0)),
  noInvalidDate: true,
});

const choice: fc.Arbitrary<Choice> = fc.record({
  range: fc.constantFrom(...RANGES, 'custom' as const),
  from: day.map((date) => localDay(date.getTime())),
  to: day.map((date) => localDay(date.getTime())),
  text,
  person: text,
  tool: text,
  app: text,
  class: fc.constantFrom(...TOOL_CLASSES, '' as const),
  sort: fc.constantFrom(...SORTS),
  descending: fc.boolean(),
});

describe('the address of the activity page', () => {
  it('gives a choice back as it was', () => {
    fc.assert(
      fc.property(choice, (chosen) => {
        const read = readChoice(writeChoice(ORG, chosen), NOW);
        // Days stand in the address only where they are what was chosen.
        const days = chosen.range === 'custom' ? {} : { from: read.from, to: read.to };
        expect(read).toEqual({ ...chosen, ...days });
      }),
    );
  });

  it('reads a usable choice out of anything', () => {
    const names = ['range', 'from', 'to', 'text', 'person', 'tool', 'app', 'class', 'sort', 'order', 'x'];
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('custom', '2026-02-31', '9999-99-99'),
    );
    const search = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.tuple(fc.constantFrom(...names), value))
        .map((pairs) => `?${pairs.map(([name, one]) => `${name}=${encodeURIComponent(one)}`).join('&')}`),
    );
    fc.assert(
      fc.property(search, (anything) => {
        const read = readChoice(anything, NOW);
        expect([...RANGES, 'custom']).toContain(read.range);
        expect(['', ...TOOL_CLASSES]).toContain(read.class);
        expect(SORTS).toContain(read.sort);
        for (const name of ['from', 'to'] as const) {
          expect(Number.isFinite(startOf(read[name], 1))).toBe(true);
        }
        for (const name of ['text', 'person', 'tool', 'app'] as const) {
          expect(read[name].length).toBeLessThanOrEqual(500);
        }
      }),
    );
  });

  it('begins a day before every moment of it and ends it after, over changes of the clock too', () => {
    fc.assert(
      fc.property(day, (date) => {
        const name = localDay(date.getTime());
        expect(startOf(name)).toBeLessThanOrEqual(date.getTime());
        expect(startOf(name, 1)).toBeGreaterThan(date.getTime());
        expect(localDay(startOf(name))).toBe(name);
      }),
    );
  });
});
