import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { planFile } from '../../../lib/background/planner.ts';
import { readPatternFile } from '../../../lib/import/index.ts';
import type { ImportPlan, PatternRow } from '../../../lib/import/types.ts';

/** As the port does it: row by row, then what the rows are to each other. */
async function planRows(rows: readonly PatternRow[], list: string[] = []): Promise<ImportPlan> {
  const plan = planFile({ supportedAllowed: true, pause: () => Promise.resolve() });
  const planned = rows.map((row) => ({ ...row, ...plan.judge(row.text) }));
  const { leftOut, counts, extra } = await plan.finish(list);
  for (const { at, ...why } of leftOut) Object.assign(planned[at] ?? {}, why);
  return { rows: planned, counts, extra };
}

const planOf = (texts: string[], list: string[] = []): Promise<ImportPlan> =>
  planRows(
    texts.map((text, index) => ({ line: index + 1, text, extra: {} })),
    list,
  );

describe('a file planned by the whole engine', () => {
  it('has each kind of row', async () => {
    const { rows, extra, counts } = await planOf(
      [
        'https://new.example.org/cb',
        'not a pattern',
        'https://NEW.example.org/cb',
        'https://kept.example.org/cb',
        'https://wide.example.net/deep/cb',
        'https://app.example.net/deeper/cb',
        'https://app.example.net/**',
      ],
      ['https://kept.example.org/cb', 'https://wide.example.net/**', 'https://unnamed.example.org/cb'],
    );
    expect(rows.map(({ plan }) => plan)).toEqual([
      'add',
      'invalid',
      'duplicate',
      'present',
      'covered',
      'covered',
      'add',
    ]);
    expect(rows[4]).toMatchObject({ by: 'https://wide.example.net/**' });
    expect(rows[5]).toMatchObject({ by: 'https://app.example.net/**', byRows: [6] });
    expect(counts).toEqual({ add: 2, invalid: 1, duplicate: 1, present: 1, covered: 2 });
    expect(extra).toContain('https://unnamed.example.org/cb');
  });

  it('keeps the first of two rows that mean the same', async () => {
    const { rows } = await planOf(['https://{a,b}.example.org/cb', 'https://{b,a}.example.org/cb']);
    expect(rows.map(({ plan }) => plan)).toEqual(['add', 'covered']);
  });

  it('is the real file of vendors, row by row', async () => {
    const bytes = readFileSync(new URL('../../fixtures/vendor-domains.csv', import.meta.url));
    const { rows } = readPatternFile(new Uint8Array(bytes), 'vendor-domains.csv');
    const plan = await planRows(rows);
    expect(plan.rows.map(({ line }) => line)).toEqual(rows.map(({ line }) => line));
    expect(Object.values(plan.counts).reduce((sum, count) => sum + count, 0)).toBe(67);
  });
});
