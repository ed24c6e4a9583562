import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { JudgedRow, PatternRow } from '../../../lib/import/types.ts';
import { RowPacker, RowUnpacker } from '../../../lib/messages/packed-rows.ts';
import type { Finding } from '../../../lib/patterns/types.ts';

const finding = fc.record(
  {
    rule: fc.constantFrom('E013', 'W101', 'W201', 'W225'),
    level: fc.constantFrom('error', 'warn', 'info'),
    severity: fc.constantFrom('high', 'medium', 'low'),
    message: fc.string(),
    start: fc.nat(),
    end: fc.nat(),
    fix: fc.string(),
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

  it('leave the parameters of a sentence behind', () => {
    const told: Finding = {
      ...{
        rule: 'W101',
        level: 'warn',
        severity: 'high',
        message: 'Anyone on vercel.app.',
        start: 0,
        end: 1,
      },
      params: { suffix: 'vercel.app' },
    };
    const row: JudgedRow = { plan: 'add', pattern: 'x', level: 'warn', needsTick: true, findings: [told] };
    const packed = new RowPacker().pack(['x'], [row]);
    const { params: _, ...rest } = told;
    expect(new RowUnpacker().unpack([{ line: 1, text: 'x', extra: {} }], packed)[0]?.findings).toEqual([
      rest,
    ]);
  });

  it('say nothing of rows that are added as they stand', () => {
    const text = 'https://a.example.com/cb';
    const plain: JudgedRow = { plan: 'add', pattern: text, level: 'ok', needsTick: false, findings: [] };
    expect(new RowPacker().pack([text, text], [plain, plain])).toEqual({ rows: [], kinds: [] });
  });
});
