import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readRegisterCsv, registerCsv } from '../../../lib/register/csv.ts';
import { readRegisterJson, registerJson } from '../../../lib/register/json.ts';
import { editRecord, inOrder, mergeRegisters } from '../../../lib/register/merge.ts';
import { registerState } from '../../../lib/register/state.ts';
import { FIELDS, type RegisterRecord } from '../../../lib/register/types.ts';
import { record, register } from './arbitrary.ts';

const ORG = '11111111-2222-4333-8444-555555555555';
const bytes = (text: string) => new TextEncoder().encode(text);

/** Every value that is written down anywhere, now or earlier. */
function valuesOf(records: readonly RegisterRecord[]): Set<string> {
  return new Set(
    records.flatMap((one) => [
      ...FIELDS.filter((field) => one[field] !== undefined).map(
        (field) => `${one.pattern} ${field} ${one[field]}`,
      ),
      ...(one.earlier ?? []).map(({ field, value }) => `${one.pattern} ${field} ${value}`),
    ]),
  );
}

describe('merging', () => {
  test('keeps every value of both sides, whoever wins', () => {
    fc.assert(
      fc.property(register, register, fc.constantFrom('mine' as const, 'theirs' as const), (a, b, winner) => {
        const { records } = mergeRegisters(a, b, winner);
        expect(valuesOf(records)).toEqual(new Set([...valuesOf(a), ...valuesOf(b)]));
      }),
    );
  });
  test('with itself or with nothing changes nothing', () => {
    fc.assert(
      fc.property(register, (a) => {
        for (const other of [a, []])
          expect(mergeRegisters(a, other)).toEqual({ records: inOrder(a), conflicts: [] });
      }),
    );
  });
  test('twice is the same as once', () => {
    fc.assert(
      fc.property(register, register, (a, b) => {
        const once = mergeRegisters(a, b).records;
        expect(valuesOf(mergeRegisters(once, b).records)).toEqual(valuesOf(once));
        expect(mergeRegisters(once, b).conflicts).toEqual([]);
      }),
    );
  });
  test('tells each conflict, and the winner stands', () => {
    const mine = [{ pattern: 'https://a.example.com/**', owner: 'Ada', ticket: 'SEC-1' }];
    const theirs = [{ pattern: 'https://a.example.com/**', owner: 'Bo', reason: 'docs' }];
    const conflict = { pattern: 'https://a.example.com/**', field: 'owner', mine: 'Ada', theirs: 'Bo' };
    expect(mergeRegisters(mine, theirs, 'mine')).toEqual({
      conflicts: [conflict],
      records: [{ ...theirs[0], ...mine[0], earlier: [{ field: 'owner', value: 'Bo' }] }],
    });
    expect(mergeRegisters(mine, theirs, 'theirs')).toEqual({
      conflicts: [conflict],
      records: [{ ...mine[0], ...theirs[0], earlier: [{ field: 'owner', value: 'Ada' }] }],
    });
  });
});

describe('editing', () => {
  test('keeps what was replaced or cleared', () => {
    fc.assert(
      fc.property(record, record, (a, b) => {
        const { earlier: _earlier, ...typed } = { ...b, pattern: a.pattern };
        const edited = editRecord(a, typed);
        expect(valuesOf([edited])).toEqual(new Set([...valuesOf([a]), ...valuesOf([typed])]));
      }),
    );
  });
  test('an empty field is cleared, one that is not named stays', () => {
    const a = { pattern: 'https://a.example.com/**', owner: 'Ada', reason: 'docs' };
    expect(editRecord(a, { pattern: a.pattern, owner: '' })).toEqual({
      pattern: a.pattern,
      reason: 'docs',
      earlier: [{ field: 'owner', value: 'Ada' }],
    });
  });
});

describe('files', () => {
  test('JSON: what is written is read again', () => {
    fc.assert(
      fc.property(register, (a) => {
        const read = readRegisterJson(registerJson(ORG, a), ORG);
        expect(read).toMatchObject({ records: inOrder(a), unread: [] });
      }),
    );
  });
  test('CSV: what is written is read again', () => {
    fc.assert(
      fc.property(
        register.filter((a) => a.length > 0),
        (a) => {
          const read = readRegisterCsv(bytes(registerCsv(a)));
          expect(read).toMatchObject({ records: inOrder(a), unread: [] });
        },
      ),
      { numRuns: 300 },
    );
  });
  test('the order of the records and fields makes no difference to the file', () => {
    fc.assert(
      fc.property(register, (a) => {
        const turned = [...a].reverse().map((one) => Object.fromEntries(Object.entries(one).reverse()));
        expect(registerJson(ORG, turned as unknown as RegisterRecord[])).toBe(registerJson(ORG, a));
        expect(registerCsv(turned as unknown as RegisterRecord[])).toBe(registerCsv(a));
      }),
    );
  });
  test('no cell of the table starts as a formula does', () => {
    fc.assert(
      fc.property(register, (a) => {
        // A cell as a spreadsheet takes it apart: quoted with its commas and line ends, or plain up to the next one.
        const cells = registerCsv(a).matchAll(/(?:^|,|\r\n)(?:"((?:[^"]|"")*)"|([^",\r\n]*))/g);
        for (const [, quoted, plain = ''] of cells) expect(quoted ?? plain).not.toMatch(/^[=+@\t\r-]/);
      }),
    );
  });
  test.each([
    ['{', 'not-json'],
    ['[]', 'not-a-register'],
    ['{"format":"gatehouse-register","version":2,"entries":[]}', 'newer-version'],
    [registerJson('99999999-2222-4333-8444-555555555555', []), 'other-organization'],
    ['{"format":"gatehouse-register","version":1,"entries":[]}', 'other-organization'],
  ])('%j is refused: %s', (text, problem) => {
    expect(readRegisterJson(text, ORG)).toEqual({ problem });
  });
  test('an entry that can not be kept whole is named, not cut', () => {
    const entries = [
      { pattern: 'https://a.example.com/**', owner: 'x'.repeat(501) },
      { pattern: 'https://b.example.com/**', owner: 'Bo', reviewBy: '31.12.2027' },
      { pattern: 7 },
      { pattern: 'https://c.example.com/**', earlier: [{ field: '__proto__', value: 'x' }] },
    ];
    const text = JSON.stringify({ format: 'gatehouse-register', version: 1, organization: ORG, entries });
    expect(readRegisterJson(text, ORG)).toEqual({
      records: [entries[1]],
      unread: [1, 3, 4],
      oddDates: ['31.12.2027'],
    });
  });
  test.each([
    '',
    'Dear admin,\nplease allow our tool.',
    '\0\u0001PNG',
    'pattern\nhttps://a.example.com/**\n',
  ])('%j is no table of a register', (text) => {
    expect(readRegisterCsv(bytes(text))).toEqual({ problem: 'no-entries' });
  });
  test('headers in other words are understood', () => {
    expect(
      readRegisterCsv(bytes('Domain,Besitzer,Review date\nhttps://a.example.com/**,Ada,2027-01-01\n')),
    ).toMatchObject({
      records: [{ pattern: 'https://a.example.com/**', owner: 'Ada', reviewBy: '2027-01-01' }],
    });
  });
});

test('overdue from the day after, unowned, and no longer listed', () => {
  const records = [
    { pattern: 'a', owner: 'Ada', reviewBy: '2026-11-25' },
    { pattern: 'b', owner: 'Bo', reviewBy: '2026-11-24' },
    { pattern: 'c', reviewBy: 'soon' },
    { pattern: 'gone', owner: 'Cy' },
  ];
  expect(registerState(['c', 'b', 'a', 'new'], records, '2026-11-25')).toEqual({
    overdue: ['b'],
    unowned: ['c', 'new'],
    gone: ['gone'],
  });
  expect(registerState(null, records, '2026-11-26')).toEqual({
    overdue: ['a', 'b'],
    unowned: ['c'],
    gone: [],
  });
});
