import { coveredRanges } from '../../activity/exported/take-in.ts';
import { ingest, MAX_BATCH } from '../../activity/ingest.ts';
import { isCovered, type Range } from '../../activity/ranges.ts';
import { noteChange } from '../../activity/revision.ts';
import type { ActivityDatabase, ActorRecord } from '../../activity/stores.ts';
import { writeActivity } from '../../activity/transaction.ts';
import type { AuditCall } from '../../activity/types.ts';
import type { GatehouseDatabase } from '../database.ts';
import type { Organization } from '../records.ts';
import type { Settings } from '../settings-shape.ts';
import { readWrite } from '../transaction.ts';
import { linesOf } from './read.ts';
import type { ExportedStore } from './shapes.ts';

/** What a file holds, and taking it in: nothing that is here already is lost or counted twice. */

export interface TransferFacts {
  exportedAt: number;
  organizations: number;
  records: Partial<Record<ExportedStore, number>>;
  settings: boolean;
  unreadable: number;
}

/** Reads a file through without changing anything; undefined when it is no file of ours. */
export async function previewData(file: Blob): Promise<TransferFacts | undefined> {
  const facts: TransferFacts = {
    exportedAt: 0,
    organizations: 0,
    records: {},
    settings: false,
    unreadable: 0,
  };
  let first = true;
  const organizations = new Set<string>();
  for await (const line of linesOf(file)) {
    if (first && line.kind !== 'header') return undefined;
    first = false;
    if (line.kind === 'header') facts.exportedAt = line.exportedAt;
    else if (line.kind === 'settings') facts.settings = true;
    else if (line.kind === 'unreadable') facts.unreadable += 1;
    else {
      facts.records[line.store] = (facts.records[line.store] ?? 0) + 1;
      const { org } = line.value as { org?: unknown };
      if (typeof org === 'string') organizations.add(org);
    }
  }
  facts.organizations = organizations.size;
  return first ? undefined : facts;
}

type Value = Record<string, unknown>;

/** Of two versions the one to keep; undefined keeps what is here. */
const MERGES: Partial<Record<ExportedStore, (here: Value, given: Value) => Value | undefined>> = {
  organizations: (here, given) => {
    const [a, b] = [here as unknown as Organization, given as unknown as Organization];
    const firstSeenAt = Math.min(a.firstSeenAt, b.firstSeenAt);
    const lastSeenAt = Math.max(a.lastSeenAt, b.lastSeenAt);
    const same = firstSeenAt === a.firstSeenAt && lastSeenAt === a.lastSeenAt;
    return same ? undefined : { ...here, firstSeenAt, lastSeenAt };
  },
  actors: (here, given) => {
    const [a, b] = [here as unknown as ActorRecord, given as unknown as ActorRecord];
    const firstSeen = Math.min(a.firstSeen, b.firstSeen);
    const writes = [a.firstWrite, b.firstWrite].filter((time) => time !== undefined);
    const firstWrite = writes.length > 0 ? Math.min(...writes) : undefined;
    if (firstSeen === a.firstSeen && firstWrite === a.firstWrite) return undefined;
    return { ...here, firstSeen, ...(firstWrite === undefined ? {} : { firstWrite }) };
  },
  register: newer('updatedAt'),
  imports: newer('updatedAt'),
  importSteps: newer('at'),
  teachings: newer('at'),
  acceptances: newer('at'),
};

function newer(field: string) {
  return (here: Value, given: Value) => (Number(given[field]) > Number(here[field] ?? 0) ? given : undefined);
}

/** Puts the records of one store beside what is there; answers how many changed something. */
async function merge(
  database: GatehouseDatabase,
  name: Exclude<ExportedStore, 'events'>,
  values: readonly Value[],
): Promise<number> {
  return await readWrite(database, [name], async (transaction) => {
    const store = transaction.objectStore(name);
    const path = store.keyPath as string | string[];
    let changed = 0;
    for (const given of values) {
      const key = (typeof path === 'string' ? given[path] : path.map((part) => given[part])) as never;
      const here = (await store.get(key)) as Value | undefined;
      const kept = here === undefined ? given : MERGES[name]?.(here, given);
      if (kept === undefined) continue;
      await store.put(kept as never);
      changed += 1;
    }
    return changed;
  });
}

export interface Imported {
  /** Records that were added or brought up to date. */
  changed: number;
  /** Records that are here already, are older than what is here, or would count twice. */
  kept: number;
  /** The file's settings, for whoever writes settings. */
  settings?: Settings;
}

/** Takes the file in. Killed at any point, the same file again brings the rest. Rejects with the database's error. */
export async function importData(database: GatehouseDatabase, file: Blob): Promise<Imported> {
  const activity = database as unknown as ActivityDatabase;
  const result: Imported = { changed: 0, kept: 0 };
  const covered = new Map<string, Range[]>();
  let waiting: { store: ExportedStore; org: string; values: Value[] } | undefined;
  const flush = async () => {
    if (!waiting) return;
    const { store, org, values } = waiting;
    waiting = undefined;
    if (store !== 'events') {
      const changed = await merge(database, store, values);
      result.changed += changed;
      result.kept += values.length - changed;
      if (store === 'actors' && changed > 0)
        await writeActivity(activity, ['counters'], (transaction) => noteChange(transaction, org));
      return;
    }
    // An exported record of a time that the API covers is the same call under another id.
    const ranges = covered.get(org) ?? (await coveredRanges(activity, org));
    covered.set(org, ranges);
    const calls = (values as unknown as AuditCall[]).filter(
      ({ source, time }) => source !== 'export' || !isCovered(ranges, time),
    );
    const { added } = await ingest(activity, org, calls);
    result.changed += added;
    result.kept += values.length - added;
  };
  for await (const line of linesOf(file)) {
    if (line.kind === 'settings') result.settings = line.settings;
    if (line.kind !== 'record') continue;
    const value = line.value as Value;
    const org = String(value.org ?? '');
    const full = waiting !== undefined && waiting.values.length >= MAX_BATCH;
    if (waiting && (full || waiting.store !== line.store || waiting.org !== org)) await flush();
    waiting ??= { store: line.store, org, values: [] };
    waiting.values.push(value);
  }
  await flush();
  return result;
}
