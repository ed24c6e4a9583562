import fc from 'fast-check';
import { FIELDS, type RegisterRecord } from '../../../lib/register/types.ts';

/** Texts that files and spreadsheets stumble over. */
const text = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
    fc.constantFrom(
      '=1+1',
      "'=x",
      "''+",
      '-2',
      '@cmd',
      'a,b',
      'a;b',
      'a"b',
      'a\nb',
      '2027-03-01',
      'a|b',
      "'",
    ),
  )
  .map((value) => value.replace(/[\0\r]|\uFEFF/g, '').trim())
  .filter((value) => value !== '');

const pattern = fc
  .tuple(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom('/**', '/cb', '/oauth/callback'))
  .map(([host, path]) => `https://${host}.example.com${path}`);

export const record: fc.Arbitrary<RegisterRecord> = fc
  .tuple(
    pattern,
    fc.record(
      { owner: text, reason: text, ticket: text, reviewBy: text, source: text },
      { requiredKeys: [] },
    ),
    fc.uniqueArray(fc.record({ field: fc.constantFrom(...FIELDS), value: text }), {
      maxLength: 3,
      selector: ({ field, value }) => `${field} ${value}`,
    }),
  )
  .map(([entry, fields, values]) => {
    const earlier = values.filter(({ field, value }) => fields[field] !== value);
    return { pattern: entry, ...fields, ...(earlier.length > 0 ? { earlier } : {}) };
  });

export const register = fc.uniqueArray(record, { maxLength: 8, selector: ({ pattern: entry }) => entry });
