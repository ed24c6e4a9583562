import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readLooseTime } from '../../../../lib/activity/exported/loose-time.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sept', 'Oct', 'Nov', 'Dec'];
const pad = (part: number) => String(part).padStart(2, '0');

/** Whole seconds, since no form but ISO 8601 writes less. */
const moment = fc
  .date({ min: new Date('2002-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => new Date(Math.floor(date.getTime() / 1_000) * 1_000));

/** The forms that people's tools write, each with the same moment in it. */
const FORMS: ((date: Date) => string)[] = [
  (date) => date.toISOString(),
  (date) => String(date.getTime()),
  (date) => date.toUTCString(),
  (date) => {
    const hour = date.getUTCHours();
    const clock = `${hour % 12 || 12}:${pad(date.getUTCMinutes())}:${pad(date.getUTCSeconds())}`;
    const day = `${MONTHS[date.getUTCMonth()]} ${date.getUTCDate()}, ${date.getUTCFullYear()}`;
    return `${day}, ${clock} ${hour < 12 ? 'AM' : 'PM'}`;
  },
  (date) => `${date.toISOString().slice(0, 19).replace('T', ' ').replaceAll('-', '/')} UTC`,
];

it('reads a moment back from every form', () => {
  fc.assert(
    fc.property(moment, fc.constantFrom(...FORMS), (date, form) => {
      expect(readLooseTime(form(date)), form(date)).toBe(date.getTime());
    }),
  );
});

it('answers a plausible time or nothing, whatever the text', () => {
  const pieces = [
    '11/12/2026',
    '2026-02-31',
    'Nov',
    '20',
    ',',
    ' ',
    '10:11',
    'AM',
    '99:99',
    'UTC',
    'T',
    '٣',
    '-',
    '.',
  ];
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fc.constantFrom(...pieces)).map((some) => some.join('')),
  );
  fc.assert(
    fc.property(text, (anything) => {
      const time = readLooseTime(anything);
      if (time !== undefined) expect(new Date(time).getUTCFullYear()).toBeGreaterThan(1_999);
    }),
  );
});
