import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { type IDBPDatabase, openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../lib/store/database.ts';
import { planChunk, runRecord, stepRecord } from '../../../lib/store/journal-records.ts';
import { DATABASE_VERSION } from '../../../lib/store/migrations.ts';
import { lease, metaRecord, organization, storedAcceptance, teaching } from '../../../lib/store/records.ts';
import { storedRegisterRecord } from '../../../lib/store/register-records.ts';
import type { StoreName } from '../../../lib/store/schema.ts';
import { snapshot, storedChanges } from '../../../lib/store/snapshot-records.ts';
import { readAllAs } from '../../../lib/store/transaction.ts';
import { readStoredVersion, type StoredVersion } from './stored-version.ts';

async function restore({ version, stores }: StoredVersion): Promise<void> {
  globalThis.indexedDB = new IDBFactory();
  const database = await openDB('gatehouse', version, {
    upgrade(empty) {
      for (const { name, keyPath, indexes } of stores) {
        const store = empty.createObjectStore(name, { keyPath });
        for (const index of indexes) store.createIndex(index.name, index.keyPath);
      }
    },
  });
  for (const { name, records } of stores) for (const record of records) await database.put(name, record);
  database.close();
}

type Layout = Omit<StoredVersion['stores'][number], 'records'>[];

function layoutOf(database: IDBPDatabase<unknown>): Layout {
  const names = [...database.objectStoreNames];
  const transaction = database.transaction(names);
  return names.map((name) => {
    const store = transaction.objectStore(name) as unknown as IDBObjectStore;
    const indexes = [...store.indexNames].map((index) => ({
      name: index,
      keyPath: store.index(index).keyPath,
    }));
    return { name, keyPath: store.keyPath ?? '', indexes };
  });
}

async function newDatabase(): Promise<IDBPDatabase<unknown>> {
  globalThis.indexedDB = new IDBFactory();
  return (await openDatabase()) as unknown as IDBPDatabase<unknown>;
}

const PARSERS = {
  organizations: organization,
  snapshots: snapshot,
  changes: storedChanges,
  register: storedRegisterRecord,
  acceptances: storedAcceptance,
  imports: runRecord,
  importPlans: planChunk,
  importSteps: stepRecord,
  teachings: teaching,
  leases: lease,
  meta: metaRecord,
};

const versions = Array.from({ length: DATABASE_VERSION }, (_, index) => index + 1);

describe.each(versions)('version %i of the database', (version) => {
  it('has a stored fixture with a record in every store', () => {
    const stored = readStoredVersion(version);
    expect(stored.version).toBe(version);
    for (const { name, records } of stored.stores) expect(records.length, name).toBeGreaterThan(0);
  });

  it('opens in this build with nothing lost and everything readable', async () => {
    const stored = readStoredVersion(version);
    await restore(stored);
    const database = await openDatabase();
    expect(database.version).toBe(DATABASE_VERSION);
    for (const { name, records } of stored.stores) {
      const now = await database.getAll(name as StoreName);
      expect(now.length, name).toBe(records.length);
      const parser = PARSERS[name as keyof typeof PARSERS];
      if (parser) expect(readAllAs<unknown>(parser, now), name).toEqual(now);
    }
    database.close();
  });
});

describe('a new database', () => {
  it('is laid out as the newest fixture', async () => {
    const layout = layoutOf(await newDatabase());
    const kept = readStoredVersion(DATABASE_VERSION).stores.map(({ records: _records, ...store }) => store);
    const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);
    expect(kept.sort(byName)).toEqual(layout.sort(byName));
  });
});
