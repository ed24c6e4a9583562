import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JudgedRow, PatternRow } from '../../../lib/import/types.ts';
import { packRows, unpackRows } from '../../../lib/messages/packed-rows.ts';

const judged = fc.record(
  {
    plan: fc.constantFrom('add', 'present', 'covered', 'duplicate', 'invalid'),
    pattern: fc.constantFrom('https://a.example.com/**', 'x'),
    level: fc.constantFrom('ok', 'info', 'warn', 'error'),
    needsTick: fc.boolean(),
    by: fc.string(),
    byRows: fc.array(fc.nat(), { maxLength: 3 }),
  },
  { requiredKeys: ['plan', 'pattern', 'level', 'needsTick'] },
) as fc.Arbitrary<JudgedRow>;

describe('packed rows', () => {
  it('come out as they went in, through JSON', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom('https://a.example.com/**', 'y'), judged)), (chunk) => {
        const rows: PatternRow[] = chunk.map(([text], line) => ({ line, text, extra: { owner: 'Kim' } }));
        const packed = packRows(
          rows.map(({ text }) => text),
          chunk.map(([, row]) => row),
        );
        const unpacked = unpackRows(rows, JSON.parse(JSON.stringify(packed)));
        expect(JSON.parse(JSON.stringify(unpacked))).toEqual(
          JSON.parse(JSON.stringify(chunk.map(([, row], at) => ({ ...rows[at], ...row })))),
        );
      }),
    );
  });

  it('say nothing of rows that are added as they stand', () => {
    const text = 'https://a.example.com/cb';
    const plain: JudgedRow = { plan: 'add', pattern: text, level: 'ok', needsTick: false };
    expect(packRows([text, text], [plain, plain])).toEqual([]);
  });
});
