import fc from 'fast-check';
import { expect, test } from 'vitest';
import { normalisePattern } from '../../../lib/patterns/index.ts';
import { alignRegister, keysFor } from '../../../lib/register/align.ts';
import { registerState } from '../../../lib/register/state.ts';
import { register } from './arbitrary.ts';

const align = (records: Parameters<typeof alignRegister>[0], entries: readonly string[]) =>
  alignRegister(records, entries, normalisePattern);

/** Spellings that normalise to the same entry. */
const SPELLINGS: readonly ((entry: string) => string)[] = [
  (entry) => entry,
  (entry) => ` ${entry} `,
  (entry) => entry.replace('https://', 'HTTPS://'),
  (entry) => entry.replace('example', 'Example'),
  (entry) => entry.replace('.com/', '.com:443/'),
];

test.each([
  ['https://Claude.ai/**', 'https://claude.ai/**'],
  ['https://claude.ai:443/**', 'https://claude.ai/**'],
  ['https://bücher.example.com/cb', 'https://xn--bcher-kva.example.com/cb'],
  ['http://localhost:*/**', 'http://LOCALHOST:**/**'],
])('%s of the register and %s of the list are one entry', (written, listed) => {
  const records = align([{ pattern: written, owner: 'Ada', reviewBy: '2020-01-31' }], [listed]);
  expect(records).toEqual([{ pattern: listed, owner: 'Ada', reviewBy: '2020-01-31' }]);
  expect(registerState([listed], records, '2027-01-01')).toEqual({
    overdue: [listed],
    unowned: [],
    gone: [],
  });
});

test('paths that differ in their letters are two entries', () => {
  const record = { pattern: 'https://a.example.com/CB', owner: 'Ada' };
  expect(align([record], ['https://a.example.com/cb'])).toEqual([record]);
});

test('the record of the very text comes before one that only means the same', () => {
  const [exact, other] = [
    { pattern: 'https://a.example.com/cb', owner: 'Ada' },
    { pattern: 'https://A.example.com/cb', owner: 'Bo' },
  ];
  expect(align([other, exact], ['https://a.example.com/cb'])).toEqual([exact, other]);
});

test('what is not valid is the text that it is', () => {
  const record = { pattern: 'not an entry', owner: 'Ada' };
  expect(align([record], ['not an entry', 'another'])).toEqual([record]);
  expect(keysFor(['not  an entry'], [record], [], normalisePattern)).toEqual(['not  an entry']);
});

test('a spelling meets the record, else the list, else its like in the file', () => {
  const records = [{ pattern: 'https://A.example.com/cb' }];
  const keys = keysFor(
    [
      'https://a.example.com/cb',
      'https://B.example.com/cb',
      'https://C.example.com/cb',
      'https://c.example.com/cb',
    ],
    records,
    ['https://a.example.com:443/cb', 'https://b.example.com/cb'],
    normalisePattern,
  );
  expect(keys).toEqual([
    'https://A.example.com/cb',
    'https://b.example.com/cb',
    'https://C.example.com/cb',
    'https://C.example.com/cb',
  ]);
});

test('no record is lost, and each entry of the list has the record that means it', () => {
  fc.assert(
    fc.property(register, fc.infiniteStream(fc.constantFrom(...SPELLINGS)), (records, spellings) => {
      const entries = records.map(({ pattern }) => {
        const spell = spellings.next().value;
        return spell ? spell(pattern) : pattern;
      });
      const aligned = align(records, entries);
      expect(aligned).toEqual(records.map((record, at) => ({ ...record, pattern: entries[at] })));
      expect(keysFor(entries, records, [], normalisePattern)).toEqual(records.map(({ pattern }) => pattern));
    }),
  );
});
