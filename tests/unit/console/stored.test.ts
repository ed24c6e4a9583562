import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Taught, TaughtControl } from '../../../lib/console/taught.ts';
import { storedFrom, taughtFrom } from '../../../lib/console/teach/stored.ts';

const control: fc.Arbitrary<TaughtControl> = fc.record({
  tag: fc.constantFrom('button', 'input', 'div', 'x-list'),
  role: fc.constantFrom('', 'button', 'textbox'),
  name: fc.string({ maxLength: 200 }),
  path: fc.array(fc.constantFrom('div:1', 'main:1', 'section:3'), { maxLength: 12 }),
});
const taught: fc.Arbitrary<Taught> = fc.record({
  controls: fc.record(
    {
      button: control,
      field: control,
      submit: control,
      list: control.map((list) => ({ ...list, row: 'div' })),
    },
    { requiredKeys: ['button'] },
  ),
  heading: fc.string({ maxLength: 120 }),
  tab: fc.string({ maxLength: 60 }),
});

describe('what was taught', () => {
  test('is read back as it was stored', () => {
    fc.assert(
      fc.property(taught, (given) => {
        expect(taughtFrom(storedFrom(given))).toEqual(given);
      }),
    );
  });

  test('never throws at what is damaged, and then answers nothing or whole controls', () => {
    const damaged = fc.dictionary(
      fc.constantFrom('page', 'button', 'field', 'submit', 'list', '__proto__'),
      fc.oneof(
        fc.string(),
        fc.json(),
        control.map((one) => JSON.stringify({ ...one, tag: 'a,*' })),
      ),
    );
    fc.assert(
      fc.property(damaged, (stored) => {
        for (const one of Object.values(taughtFrom(stored)?.controls ?? {}))
          expect(one.tag).toMatch(/^[a-z][a-z0-9-]*$/);
      }),
    );
  });

  test('without a button is nothing', () => {
    const whole = storedFrom({ controls: {}, heading: 'ai connections', tab: '' });
    expect(taughtFrom(whole)).toBeUndefined();
    expect(taughtFrom({})).toBeUndefined();
  });
});
