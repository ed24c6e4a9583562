import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { readCsv } from '../../../../lib/activity/exported/csv.ts';
import { ingest } from '../../../../lib/activity/ingest.ts';
import type { ActivityDatabase } from '../../../../lib/activity/stores.ts';
import { EventColumns } from '../../../../lib/activity/table/columns.ts';
import { loadColumns, readCall } from '../../../../lib/activity/table/load.ts';
import { queryRows, rowsAt, type TableQuery } from '../../../../lib/activity/table/query.ts';
import { writeCsv, writeJson } from '../../../../lib/activity/table/write.ts';
import type { AuditCall } from '../../../../lib/activity/types.ts';
import { makeCall, ORG, openFresh } from '../support.ts';

const NOW = Date.UTC(2026, 10, 23, 9);

let database: ActivityDatabase | undefined;
afterEach(() => {
  database?.close();
  database = undefined;
});

const aCall = fc
  .record({
    time: fc.integer({ min: NOW - 50, max: NOW }),
    tool: fc.constantFrom('getJiraIssue', 'editJiraIssue', 'Éclair', ''),
    class: fc.constantFrom('read' as const, 'write' as const, 'delete' as const),
    app: fc.constantFrom('Claude', 'Cursor', ''),
    country: fc.constantFrom('Germany', ''),
    actor: fc
      .constantFrom('ada', 'bo', 'éva')
      .map((id) => ({ id, name: `${id.toUpperCase()} X`, kind: 'person' as const })),
  })
  .map((fields) => makeCall(fields));

function columnsOf(calls: readonly AuditCall[]): EventColumns {
  const columns = new EventColumns();
  for (const call of calls) columns.add(call);
  return columns;
}

/** The same question asked the plain way. */
function passes(call: AuditCall, query: TableQuery): boolean {
  const text = (query.text ?? '').trim().toLowerCase();
  const texts = [call.tool, `${call.actor.name}\n${call.actor.id}`, call.app, call.country];
  return (
    (!query.tools || query.tools.includes(call.tool)) &&
    (!query.actors || query.actors.includes(call.actor.id)) &&
    (!query.classes || query.classes.includes(call.class)) &&
    (!query.apps || query.apps.includes(call.app)) &&
    call.time >= (query.from ?? 0) &&
    call.time < (query.to ?? NOW * 2) &&
    (text === '' || texts.some((own) => own.toLowerCase().includes(text)) || call.id === text)
  );
}

const aQuery: fc.Arbitrary<TableQuery> = fc.record(
  {
    tools: fc.subarray(['getJiraIssue', 'Éclair', 'none']),
    actors: fc.subarray(['ada', 'éva', 'none']),
    classes: fc.subarray(['read' as const, 'delete' as const]),
    apps: fc.subarray(['Claude', '']),
    text: fc.constantFrom('', ' ADA ', 'jira', 'é', 'ger', 'zzz', 'x\nada'),
    from: fc.integer({ min: NOW - 60, max: NOW }),
    to: fc.integer({ min: NOW - 60, max: NOW + 5 }),
    sort: fc.constantFrom(
      'time' as const,
      'tool' as const,
      'actor' as const,
      'app' as const,
      'class' as const,
      'country' as const,
    ),
    descending: fc.boolean(),
  },
  { requiredKeys: [] },
);

describe('queryRows', () => {
  it('answers as the plain way does, in the right order', () => {
    const order: Record<string, number> = { read: 0, write: 2, delete: 3 };
    const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
    fc.assert(
      fc.property(fc.array(aCall, { maxLength: 60 }), aQuery, (calls, query) => {
        const columns = columnsOf(calls);
        const rows = queryRows(columns, query);
        const found = rowsAt(columns, rows, 0, 1_000);
        const expected = calls.filter((call) => passes(call, query));
        expect(found.map(({ id }) => id).sort()).toEqual(expected.map(({ id }) => id).sort());
        const { sort = 'time', descending = sort === 'time' } = query;
        const compare = (a: (typeof found)[number], b: (typeof found)[number]): number => {
          if (sort === 'time') return a.time - b.time;
          if (sort === 'class') return (order[a.class] ?? 9) - (order[b.class] ?? 9);
          if (sort === 'actor') return collator.compare(a.actor.name, b.actor.name);
          return collator.compare(a[sort], b[sort]);
        };
        for (const [index, row] of found.entries()) {
          const before = found[index - 1];
          if (!before) continue;
          const difference = compare(before, row) * (descending ? -1 : 1);
          expect(difference).toBeLessThanOrEqual(0);
          if (difference === 0 && sort !== 'time') expect(before.time).toBeGreaterThanOrEqual(row.time);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('loadColumns', () => {
  it('reads every event once, over slices and crowded milliseconds', async () => {
    database = await openFresh();
    const calls = Array.from({ length: 5_200 }, (_, index) =>
      makeCall({ time: NOW + (index < 4_500 ? 0 : index >> 3) }),
    );
    for (let start = 0; start < calls.length; start += 500)
      await ingest(database, ORG, calls.slice(start, start + 500));
    const columns = new EventColumns();
    const heard: number[] = [];
    await loadColumns(database, ORG, columns, { onSlice: (read) => void heard.push(read) });
    expect([...columns.ids].sort()).toEqual(calls.map(({ id }) => id).sort());
    expect(columns.ordered).toBe(true);
    expect(heard.at(-1)).toBe(5_200);
    expect(columns.row(5_199)).toMatchObject({
      tool: 'getJiraIssue',
      actor: { id: 'ada', name: 'Ada', kind: 'person' },
    });
    expect(columns.row(5_200)).toBeUndefined();
    const aborted = new EventColumns();
    await loadColumns(database, ORG, aborted, { signal: AbortSignal.abort() });
    expect(aborted.length).toBe(0);
  });
});

describe('readCall', () => {
  it('answers everything that is kept of an event', async () => {
    database = await openFresh();
    const call = makeCall({ time: NOW, via: 'shared' });
    await ingest(database, ORG, [call]);
    expect(await readCall(database, ORG, call.id)).toEqual(call);
    expect(await readCall(database, ORG, 'none')).toBeUndefined();
  });
});

describe('the written file', () => {
  it('is read back as it was, and no cell is a formula', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('=1+1', '+1', '-1', '@x', '\t=1', ' =1', '\r=1', '"', 'a,b\nc', '＝1'),
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(text, text), { minLength: 1, maxLength: 10 }), (texts) => {
        const calls = texts.map(([tool, name]) =>
          makeCall({ time: NOW, tool, actor: { id: 'a', name, kind: 'person' } }),
        );
        const columns = columnsOf(calls);
        const rows = queryRows(columns, { sort: 'time', descending: false });
        const [header, ...records] = [...readCsv([...writeCsv(columns, rows)].join(''))];
        expect(header?.[0]).toBe('time');
        expect(records.length).toBe(calls.length);
        for (const [index, record] of records.entries()) {
          const tool = calls[index]?.tool ?? '';
          expect([tool, `'${tool}`]).toContain(record[1]);
          for (const cell of record) expect(cell).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
          for (const cell of record) expect(cell).not.toMatch(/^[\t\r\n]/);
        }
        const json = JSON.parse([...writeJson(columns, rows)].join('')) as { tool: string; id: string }[];
        expect(json.map(({ tool }) => tool)).toEqual(calls.map(({ tool }) => tool));
      }),
      { numRuns: 200 },
    );
  });

  it('is an empty table without rows', () => {
    const columns = new EventColumns();
    expect([...writeCsv(columns, new Uint32Array())].join('').split('\r\n').length).toBe(2);
    expect(JSON.parse([...writeJson(columns, new Uint32Array())].join(''))).toEqual([]);
  });
});
