import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JudgedRow, PatternRow } from '../../../lib/import/types.ts';
import { RowPacker, RowUnpacker } from '../../../lib/messages/packed-rows.ts';

const finding = fc.record(
  {
    rule: fc.constantFrom('E013', 'W101', 'W201', 'W225'),
    level: fc.constantFrom('error', 'warn', 'info'),
    severity: fc.constantFrom('high', 'medium', 'low'),
    message: fc.string(),
    start: fc.nat(),
    end: fc.nat(),
    fix: fc.string(),
    params: fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.nat())),
  },
  { requiredKeys: ['rule', 'level', 'severity', 'message', 'start', 'end'] },
);

const judged = fc.record(
  {
    plan: fc.constantFrom('add', 'present', 'covered', 'duplicate', 'invalid'),
    pattern: fc.constantFrom('https://a.example.com/**', 'x'),
    level: fc.constantFrom('ok', 'info', 'warn', 'error'),
    needsTick: fc.boolean(),
    findings: fc.array(finding, { maxLength: 3 }),
    by: fc.string(),
    byRows: fc.array(fc.nat(), { maxLength: 3 }),
  },
  { requiredKeys: ['plan', 'pattern', 'level', 'needsTick', 'findings'] },
) as fc.Arbitrary<JudgedRow>;

describe('packed rows', () => {
  it('come out as they went in, through JSON and over several chunks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.tuple(fc.constantFrom('https://a.example.com/**', 'y'), judged)), {
          maxLength: 4,
        }),
        (chunks) => {
          const packer = new RowPacker();
          const unpacker = new RowUnpacker();
          for (const chunk of chunks) {
            const rows: PatternRow[] = chunk.map(([text], line) => ({ line, text, extra: { owner: 'Kim' } }));
            const packed = packer.pack(
              rows.map(({ text }) => text),
              chunk.map(([, row]) => row),
            );
            const unpacked = unpacker.unpack(rows, JSON.parse(JSON.stringify(packed)));
            expect(JSON.parse(JSON.stringify(unpacked))).toEqual(
              JSON.parse(JSON.stringify(chunk.map(([, row], at) => ({ ...rows[at], ...row })))),
            );
          }
        },
      ),
    );
  });

  it('say nothing of rows that are added as they stand', () => {
    const text = 'https://a.example.com/cb';
    const plain: JudgedRow = { plan: 'add', pattern: text, level: 'ok', needsTick: false, findings: [] };
    expect(new RowPacker().pack([text, text], [plain, plain])).toEqual({ rows: [], kinds: [] });
  });
});
