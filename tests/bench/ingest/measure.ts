import { deleteDB, openDB } from 'idb';
import { ingest, MAX_BATCH } from '../../../lib/activity/ingest.ts';
import { pruneActivity } from '../../../lib/activity/retention.ts';
import type { ActivityDatabase } from '../../../lib/activity/stores.ts';
import { readSummary, type WindowName } from '../../../lib/activity/summary/index.ts';
import { EventColumns } from '../../../lib/activity/table/columns.ts';
import { loadColumns } from '../../../lib/activity/table/load.ts';
import { queryRows } from '../../../lib/activity/table/query.ts';
import type { AuditCall } from '../../../lib/activity/types.ts';
import { openDatabase } from '../../../lib/store/database.ts';
import { makeCalls } from '../../sandbox/api/calls.ts';

/** Measurements that run in a page as in Node; times are in milliseconds. */

const SANDBOX_ORG = '0f3c1a52-7d0e-4a5b-9c55-2f6f0e6a1b11';
const DAY = 86_400_000;
/** The newest event; a fixed time, so that every run has the same events. */
const END = Date.UTC(2026, 10, 23, 9, 41);

/** Believable calls as they are stored, newest first as the API gives them. */
export function storedCalls(count: number): AuditCall[] {
  const calls = makeCalls({ seed: 5, count, from: END - 170 * DAY, to: END, people: 150, services: 10 });
  return calls
    .sort((a, b) => b.time - a.time)
    .map(({ id, time, tool, class: toolClass, actor, app, country, authType }) => ({
      org: SANDBOX_ORG,
      id,
      time,
      tool,
      class: toolClass,
      actor: { id: actor.id, name: actor.name, kind: actor.kind },
      app,
      country,
      authType,
      how: 'context',
      action: 'rovo_mcp_tool_invoked',
      source: 'api',
    }));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function batches(calls: readonly AuditCall[]): AuditCall[][] {
  return Array.from({ length: Math.ceil(calls.length / MAX_BATCH) }, (_, index) =>
    calls.slice(index * MAX_BATCH, (index + 1) * MAX_BATCH),
  );
}

async function openBench(name: string): Promise<ActivityDatabase> {
  await deleteDB(name);
  return (await openDatabase({ name })) as unknown as ActivityDatabase;
}

/** Bare adds of the same records into one store without an index, in transactions of the same size. */
async function measureBareAdds(calls: readonly AuditCall[]): Promise<number> {
  await deleteDB('bench-bare');
  const database = await openDB('bench-bare', 1, {
    upgrade: (created) => void created.createObjectStore('events', { keyPath: ['org', 'id'] }),
  });
  const time = await timed(async () => {
    for (const batch of batches(calls)) {
      const transaction = database.transaction('events', 'readwrite', { durability: 'relaxed' });
      for (const call of batch) void transaction.store.add(call);
      await transaction.done;
    }
  });
  database.close();
  return time;
}

/** The whole ingest: dedupe, counters, actors, one transaction a batch; answers also the longest batch. */
async function measureIngest(
  database: ActivityDatabase,
  calls: readonly AuditCall[],
): Promise<{ total: number; longestBatch: number }> {
  let longestBatch = 0;
  const total = await timed(async () => {
    for (const batch of batches(calls)) {
      longestBatch = Math.max(longestBatch, await timed(() => ingest(database, SANDBOX_ORG, batch)));
    }
  });
  return { total, longestBatch };
}

/** The median time of a summary for each window. */
async function measureSummaries(database: ActivityDatabase): Promise<Record<WindowName, number>> {
  const result = { '24h': 0, '7d': 0, '30d': 0 };
  for (const window of Object.keys(result) as WindowName[]) {
    const times: number[] = [];
    for (let run = 0; run < 9; run += 1) {
      times.push(await timed(() => readSummary(database, { org: SANDBOX_ORG, window, now: END })));
    }
    result[window] = times.sort((a, b) => a - b)[4] ?? 0;
  }
  return result;
}

/** The activity page's table: reading all events into columns, then questions about them. */
async function measureTable(database: ActivityDatabase): Promise<Record<string, number>> {
  const columns = new EventColumns();
  const load = await timed(() => loadColumns(database, SANDBOX_ORG, columns));
  const text = await timed(async () => queryRows(columns, { text: 'ada' }));
  const filter = await timed(async () => queryRows(columns, { classes: ['write'], from: END - 7 * DAY }));
  const sort = await timed(async () => queryRows(columns, { sort: 'actor' }));
  return { rows: columns.length, load, text, filter, sort };
}

export interface IngestFigures {
  count: number;
  bare: number;
  ingest: number;
  longestBatch: number;
  ratio: number;
  summaries: Record<WindowName, number>;
  table: Record<string, number>;
  /** Deleting what is older than half of the time: how many events, and how long it took. */
  pruned: { events: number; time: number };
  /** What the browser says that the origin takes on disk, in bytes; 0 when it doesn't say. */
  bytes: number;
}

async function usedBytes(): Promise<number> {
  return (await globalThis.navigator?.storage?.estimate?.())?.usage ?? 0;
}

/** Everything at one size, in a database of its own that is deleted at the end. */
export async function measureAll(count: number): Promise<IngestFigures> {
  const calls = storedCalls(count);
  const bare = await measureBareAdds(calls);
  await deleteDB('bench-bare');
  const before = await usedBytes();
  const database = await openBench('bench-activity');
  const { total, longestBatch } = await measureIngest(database, calls);
  const summaries = await measureSummaries(database);
  const table = await measureTable(database);
  const bytes = Math.max(0, (await usedBytes()) - before);
  let events = 0;
  const prune = await timed(async () => {
    events = await pruneActivity(database, SANDBOX_ORG, END, 85);
  });
  database.close();
  await deleteDB('bench-activity');
  return {
    count,
    bare,
    ingest: total,
    longestBatch,
    // Of no events at all neither takes time.
    ratio: count === 0 ? 1 : total / bare,
    summaries,
    table,
    pruned: { events, time: prune },
    bytes,
  };
}
