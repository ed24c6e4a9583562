import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCsv } from '../../../../lib/activity/exported/csv.ts';
import { readExport } from '../../../../lib/activity/exported/read.ts';
import { takeInExport } from '../../../../lib/activity/exported/take-in.ts';
import type { ActivityDatabase } from '../../../../lib/activity/stores.ts';
import type { AuditCall } from '../../../../lib/activity/types.ts';
import { makeCalls, Replica, SANDBOX_KEY, SANDBOX_ORG } from '../../../sandbox/api/index.ts';
import { toEvent } from '../../../sandbox/api/shapes.ts';
import { seededRandom } from '../../../sandbox/server/random.ts';
import { dumpCounters, openFresh } from '../support.ts';
import { keySource, live, liveOn, World } from '../sync/harness.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const DAY = 86_400_000;

const bytes = (text: string) => new TextEncoder().encode(text);

async function readAll(content: Uint8Array): Promise<AuditCall[]> {
  const answer = await readExport(content, SANDBOX_ORG);
  if (!answer.ok) throw new Error(answer.problem.code);
  const calls: AuditCall[] = [];
  for (let cursor: string | null = null; ; ) {
    const page = await answer.source.events(
      { query: {}, from: 0, to: Number.MAX_SAFE_INTEGER, cursor, limit: 2 },
      new AbortController().signal,
    );
    if (!page.ok) throw new Error(page.code);
    calls.push(...page.value.calls);
    cursor = page.value.next;
    if (cursor === null) return calls;
  }
}

describe('readCsv', () => {
  it('reads what was written, whatever the cells hold', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('"', 'a"b', 'x,y', 'l\r\nm', '', ' z ', '=1', 'é;\t'));
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { maxLength: 8 });
    fc.assert(
      fc.property(
        table,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('\n', '\r\n'),
        (rows, delimiter, end) => {
          const all = [['date', 'actor', 'activity'], ...rows];
          const text = all
            .map((cells) => cells.map((value) => `"${value.replaceAll('"', '""')}"`).join(delimiter) + end)
            .join('');
          const kept = all.filter((cells) => cells.some((value) => value.trim() !== ''));
          expect([...readCsv(text)]).toEqual(kept);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('never fails, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', 'a', ';', ' ') }), (text) => {
        for (const cells of readCsv(text)) expect(cells.length).toBeGreaterThan(0);
      }),
    );
    expect([...readCsv('a,b\n"x,y')]).toEqual([['a', 'b'], ['x,y']]);
    expect([...readCsv('\ufeffa,b\r\n\r\n1,')]).toEqual([
      ['a', 'b'],
      ['1', ''],
    ]);
  });
});

const CSV = `Activity,Date,Actor,App,Location,IP address
"Ada used the Rovo MCP tool getJiraIssue",2026-11-20T10:11:12Z,Ada Ahmadi (ada@example.com),Claude,Germany,192.0.2.1
"Ada used the Rovo MCP tool getJiraIssue",2026-11-20T10:11:12Z,Ada Ahmadi (ada@example.com),Claude,Germany,192.0.2.1
Rovo MCP user action,"Nov 20, 2026, 10:12 AM",build-bot,,,
User logged in,2026-11-20T10:13:00Z,Bo,,,
Used deleteJiraIssue with MCP,someday,Bo,,,
`;

describe('readExport', () => {
  it('reads the console’s CSV: tool calls, two equal ones apart, the rest counted', async () => {
    const answer = await readExport(bytes(CSV), SANDBOX_ORG);
    expect(answer).toMatchObject({ ok: true, facts: { records: 5, calls: 3, others: 1, unreadable: 1 } });
    const calls = await readAll(bytes(CSV));
    expect(calls).toMatchObject([
      {
        tool: 'getJiraIssue',
        class: 'read',
        actor: { id: 'ada@example.com', name: 'Ada Ahmadi' },
        app: 'Claude',
        country: 'Germany',
        source: 'export',
      },
      { tool: 'getJiraIssue' },
      {
        tool: 'Rovo MCP user action',
        class: 'unknown',
        time: Date.UTC(2026, 10, 20, 10, 12),
        actor: { id: 'build-bot' },
      },
    ]);
    expect(new Set(calls.map(({ id }) => id)).size).toBe(3);
    expect(JSON.stringify(calls)).not.toContain('192.0.2.1');
  });

  it('gives a record the same key in every file and order', async () => {
    const [header, ...lines] = CSV.trim().split('\n');
    const other = [header, ...lines.slice(0, 4).reverse()].join('\r\n');
    const ids = (calls: AuditCall[]) => calls.map(({ id }) => id).sort();
    expect(ids(await readAll(bytes(other)))).toEqual(ids(await readAll(bytes(CSV))));
  });

  it('reads other delimiters, headers and UTF-16', async () => {
    const text =
      'date (utc);user;account_id;action\n2026-11-20 10:11:12;Ada;557058:a;mcp.tool.editJiraIssue\n';
    const utf16 = new Uint8Array([
      0xff,
      0xfe,
      ...new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer),
    ]);
    for (const content of [bytes(text), utf16]) {
      expect(await readAll(content)).toMatchObject([
        { tool: 'editJiraIssue', class: 'write', actor: { id: '557058:a', name: 'Ada' } },
      ]);
    }
  });

  it('reads JSON: flat records, or the API’s own events with their ids', async () => {
    const flat = JSON.stringify({
      events: [{ date: '2026-11-20T10:11:12Z', activity: 'MCP: getTeam', actor: 'Ada', extra: {} }, 7],
    });
    expect(await readAll(bytes(flat))).toMatchObject([{ tool: 'getTeam', actor: { id: 'Ada' } }]);
    const calls = makeCalls({ seed: 1, count: 3, from: NOW - DAY, to: NOW });
    const own = JSON.stringify(calls.map((call) => toEvent(call, 'message', SANDBOX_ORG)));
    expect((await readAll(bytes(own))).map(({ id }) => id)).toEqual(calls.map(({ id }) => id));
  });

  it.each([
    '',
    'hello',
    'a,b\n1,2',
    '{"a":1}',
    '[{',
    '[1,2]',
    'date,actor\n2026-11-20,Ada',
    'activity,date\nx,never',
  ])('refuses %j with a sentence', async (text) => {
    expect(await readExport(bytes(text), SANDBOX_ORG)).toMatchObject({
      ok: false,
      problem: { code: 'file-unreadable' },
    });
  });

  it('never rejects, whatever the bytes', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(
          fc.uint8Array(),
          fc.json().map(bytes),
          fc.string().map((text) => bytes(`date,activity\n${text}`)),
        ),
        async (content) => {
          expect(typeof (await readExport(content, SANDBOX_ORG)).ok).toBe('boolean');
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('takeInExport', () => {
  let database: ActivityDatabase;
  let world: World;
  beforeEach(async () => {
    database = await openFresh();
    world = new World(NOW, seededRandom(2));
  });
  afterEach(() => database.close());

  const calls = makeCalls({ seed: 4, count: 80, from: NOW - 10 * DAY, to: NOW - DAY });
  const line = (call: (typeof calls)[number]) =>
    `Used MCP tool ${call.tool},${new Date(call.time).toISOString()},${call.actor.name} (${call.actor.email})`;
  const csv = bytes(['activity,date,actor', ...calls.map(line)].join('\n'));

  async function takeIn() {
    const answer = await readExport(csv, SANDBOX_ORG);
    if (!answer.ok) throw new Error(answer.problem.code);
    return await takeInExport(database, SANDBOX_ORG, answer.source, world.lease(99), { now: world.time });
  }

  it('changes nothing the second time', async () => {
    expect(await takeIn()).toEqual({ added: 80, repeated: 0, covered: 0, tooOld: 0 });
    const before = await dumpCounters(database);
    expect(await takeIn()).toEqual({ added: 0, repeated: 80, covered: 0, tooOld: 0 });
    expect(await dumpCounters(database)).toEqual(before);
  });

  it('gives way to the API: its range is cleared before it is fetched, and taken in no more', async () => {
    await takeIn();
    const replica = new Replica({
      org: SANDBOX_ORG,
      key: SANDBOX_KEY,
      calls,
      shape: 'context',
      now: () => world.time,
    });
    await liveOn(world, database, keySource(world, replica));
    const events = await database.getAll('events');
    expect(events.map(({ id }) => id).sort()).toEqual(calls.map(({ id }) => id).sort());
    expect(await takeIn()).toEqual({ added: 0, repeated: 0, covered: 80, tooOld: 0 });
    const clean = await openFresh();
    await liveOn(new World(NOW, seededRandom(3)), clean, keySource(world, replica));
    expect(await dumpCounters(database)).toEqual(await dumpCounters(clean));
    expect(await database.getAll('actors')).toEqual(await clean.getAll('actors'));
    clean.close();
  });

  it('fills in for a sync that has stopped, and is cleared when the sync goes on', async () => {
    const replica = new Replica({
      org: SANDBOX_ORG,
      key: SANDBOX_KEY,
      calls,
      shape: 'context',
      now: () => world.time,
    });
    replica.nextFaults.push({ kind: 'slow', milliseconds: 0 }, { kind: 'status', status: 401 });
    const source = keySource(world, replica);
    expect((await live(world, database, source)).kind).toBe('stopped');
    expect(await takeIn()).toMatchObject({ added: 80, covered: 0 });
    expect((await live(world, database, source, { asked: true })).kind).toBe('done');
    expect((await database.getAll('events')).every(({ source }) => source === 'api')).toBe(true);
    expect(await database.count('events')).toBe(80);
  });

  it('waits for a sync that is running', async () => {
    await world.lease(1).acquire();
    expect(await takeIn()).toBeUndefined();
    expect(await database.count('events')).toBe(0);
  });
});
