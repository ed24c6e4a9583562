import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readPatternFile } from '../../../lib/import/index.ts';
import { createPlanEngine } from '../../../lib/import/plan/patterns-engine.ts';
import { checkList } from '../../../lib/patterns/index.ts';
import { registerFieldsIn } from '../../../lib/register/columns.ts';
import { listCsv, listJson } from '../../../lib/register/list-export.ts';
import type { RegisterRecord } from '../../../lib/register/types.ts';
import { plan } from '../import/support/plan.ts';
import { entry } from '../patterns/matcher/arbitrary.ts';
import { record } from './arbitrary.ts';

const ORG = '11111111-2222-4333-8444-555555555555';
const list = fc.uniqueArray(
  fc.oneof(entry, fc.constantFrom('claude.ai', 'https://*.example.com/**', 'https://a.example.com')),
  { minLength: 1, maxLength: 8 },
);

function exported(entries: readonly string[], records: readonly RegisterRecord[]) {
  const verdicts = checkList(entries, {});
  return entries.map((pattern, at) => ({
    pattern,
    verdict: verdicts[at] ?? { level: 'ok' as const, findings: [] },
    record: records[at] && { ...records[at], pattern },
  }));
}

describe.each(['csv', 'json'] as const)('the list as %s', (format) => {
  test('read again, it plans to nothing: nothing to add, nothing extra', () => {
    fc.assert(
      fc.property(list, fc.array(record, { maxLength: 8 }), (entries, records) => {
        const all = exported(entries, records);
        const text = format === 'csv' ? listCsv(all) : listJson(ORG, 0, all);
        const file = readPatternFile(new TextEncoder().encode(text), `list.${format}`);
        const { counts, extra } = plan(file.rows, entries, createPlanEngine());
        expect([file.rows.length, counts.add, extra]).toEqual([entries.length, 0, []]);
      }),
      { numRuns: 150 },
    );
  });

  test('the register comes back with it', () => {
    const pattern = 'https://a.example.com/**';
    const kept = { owner: '=Ada', reason: 'a,"b"\nc', ticket: '-1', reviewBy: '2027-01-01', source: '@mail' };
    const all = exported([pattern], [{ pattern, ...kept }]);
    const text = format === 'csv' ? listCsv(all) : listJson(ORG, 0, all);
    const [row] = readPatternFile(new TextEncoder().encode(text), `list.${format}`).rows;
    expect(registerFieldsIn(row?.extra ?? {})).toEqual(kept);
  });
});

test('no cell of the table is a formula', () => {
  const text = listCsv(exported(['=cmd()', '@x', '+1'], []));
  expect(text).not.toMatch(/(?:^|,|\n)"?[=+@]/);
});

test('the same file after its import plans to nothing', () => {
  fc.assert(
    fc.property(list, list, (console, wanted) => {
      const text = listCsv(exported(wanted, []));
      const { rows } = readPatternFile(new TextEncoder().encode(text), 'list.csv');
      const engine = createPlanEngine();
      const added = plan(rows, console, engine).rows.filter((row) => row.plan === 'add');
      const after = [...console, ...added.map((row) => row.pattern)];
      expect(plan(rows, after, engine).counts.add).toBe(0);
    }),
    { numRuns: 150 },
  );
});
