import 'fake-indexeddb/auto';
import { existsSync, readFileSync } from 'node:fs';
import { IDBFactory } from 'fake-indexeddb';
import { openDB } from 'idb';
import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../lib/store/database.ts';
import { planChunk, runRecord, stepRecord } from '../../../lib/store/journal-records.ts';
import { DATABASE_VERSION } from '../../../lib/store/migrations.ts';
import {
  lease,
  metaRecord,
  organization,
  snapshot,
  storedChanges,
  storedRegisterEntry,
  teaching,
} from '../../../lib/store/records.ts';
import { STORE_NAMES } from '../../../lib/store/schema.ts';
import { readAllAs } from '../../../lib/store/transaction.ts';

/** A database as an earlier build left it: its layout and at least one record in each store. */
interface StoredVersion {
  version: number;
  stores: {
    name: string;
    keyPath: string | string[];
    indexes: { name: string; keyPath: string | string[] }[];
    records: unknown[];
  }[];
}

function fixturePath(version: number): URL {
  return new URL(`../../fixtures/store/v${version}.json`, import.meta.url);
}

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

const PARSERS = {
  organizations: organization,
  snapshots: snapshot,
  changes: storedChanges,
  register: storedRegisterEntry,
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
    expect(existsSync(fixturePath(version)), `tests/fixtures/store/v${version}.json is missing`).toBe(true);
    const stored = JSON.parse(readFileSync(fixturePath(version), 'utf8')) as StoredVersion;
    expect(stored.version).toBe(version);
    for (const { name, records } of stored.stores) expect(records.length, name).toBeGreaterThan(0);
  });

  it('opens in this build with nothing lost and everything readable', async () => {
    const stored = JSON.parse(readFileSync(fixturePath(version), 'utf8')) as StoredVersion;
    await restore(stored);
    const database = await openDatabase();
    expect(database.version).toBe(DATABASE_VERSION);
    for (const { name, records } of stored.stores) {
      const now = await database.getAll(name as (typeof STORE_NAMES)[number]);
      expect(now.length, name).toBe(records.length);
      const parser = PARSERS[name as keyof typeof PARSERS];
      if (parser) expect(readAllAs<unknown>(parser, now), name).toEqual(now);
    }
    database.close();
  });
});

describe('the newest fixture', () => {
  it('is laid out as this build lays out a new database', async () => {
    const stored = JSON.parse(readFileSync(fixturePath(DATABASE_VERSION), 'utf8')) as StoredVersion;
    globalThis.indexedDB = new IDBFactory();
    const database = await openDatabase();
    const transaction = database.transaction(STORE_NAMES);
    const layout = STORE_NAMES.map((name) => {
      const store = transaction.objectStore(name) as unknown as IDBObjectStore;
      const indexes = [...store.indexNames].map((index) => ({
        name: index,
        keyPath: store.index(index).keyPath,
      }));
      return { name, keyPath: store.keyPath, indexes };
    });
    const kept = stored.stores.map(({ records: _records, ...store }) => store);
    const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name);
    expect(kept.sort(byName)).toEqual(layout.sort(byName));
    database.close();
  });
});
