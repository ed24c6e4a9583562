import { beforeEach, describe, expect, it, vi } from 'vitest';
import { CLAIMED_KEY } from '../../../lib/console/claimed-pages.ts';
import { countStored } from '../../../lib/store/count-stored.ts';
import { closeGatehouse, type GatehouseDatabase, openGatehouse } from '../../../lib/store/database.ts';
import { deleteEverything } from '../../../lib/store/delete-everything.ts';
import { StoreError, toStoreError } from '../../../lib/store/errors.ts';
import { DATABASE_VERSION } from '../../../lib/store/migrations.ts';
import { askToPersist, estimateStorage } from '../../../lib/store/persist.ts';
import { recordsOf, STORED_KINDS } from '../../../lib/store/registry.ts';
import { STORE_NAMES, type StoreName } from '../../../lib/store/schema.ts';
import { SEEN_FINDINGS_KEY } from '../../../lib/store/seen-findings.ts';
import { SETTINGS_KEY } from '../../../lib/store/settings.ts';
import { readWrite } from '../../../lib/store/transaction.ts';
import { freshDatabase } from './fresh-database.ts';
import { readStoredVersion } from './stored-version.ts';

let database: GatehouseDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});

/** Puts a record into every store. */
async function fill(): Promise<void> {
  for (const { name, records } of readStoredVersion(DATABASE_VERSION).stores) {
    for (const record of records) await database.put(name as StoreName, record as never);
  }
}

async function filledStores(): Promise<string[]> {
  const open = await openGatehouse();
  const filled: string[] = [];
  for (const name of STORE_NAMES) if ((await open.count(name)) > 0) filled.push(name);
  return filled;
}

function area(): { values: Map<string, unknown>; clear: () => Promise<void> } {
  const values = new Map<string, unknown>([['key', 'secret']]);
  return { values, clear: async () => values.clear() };
}

describe('the registry of what is stored', () => {
  it('names every store once, and every key of the browser’s storage', () => {
    const named = STORED_KINDS.flatMap(({ place }) => (place.area === 'database' ? place.stores : []));
    expect([...named].sort()).toEqual([...STORE_NAMES].sort());
    const keys = STORED_KINDS.flatMap(({ place }) => (place.area === 'local' ? [place.key] : []));
    expect(keys).toEqual([SETTINGS_KEY, SEEN_FINDINGS_KEY, CLAIMED_KEY]);
  });

  it('says what, why and how long of each', () => {
    for (const { id, what, why, howLong } of STORED_KINDS) {
      for (const sentence of [what, why, howLong]) expect(sentence, id).toMatch(/^[A-Z0-9].*\.$/);
    }
  });

  it('is counted by kind', async () => {
    await fill();
    const amounts = await countStored(database);
    expect(Object.values(amounts).every((records) => records > 0)).toBe(true);
    const counted = STORED_KINDS.map((kind) => [kind.id, recordsOf(kind, amounts)]);
    expect(counted).toContainEqual(['imports', 4]);
    expect(counted).toContainEqual(['settings', 0]);
  });
});

describe('deleting everything', () => {
  it('leaves no database and no value', async () => {
    await fill();
    expect(await filledStores()).toHaveLength(STORE_NAMES.length);
    const areas = [area(), area()];
    await deleteEverything(areas);
    expect(await indexedDB.databases()).toEqual([]);
    expect(areas.map(({ values }) => values.size)).toEqual([0, 0]);
    expect(await filledStores()).toEqual([]);
  });

  it('leaves nothing even where a page holds the database', async () => {
    await fill();
    const holder = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('gatehouse');
      request.onsuccess = () => resolve(request.result);
    });
    await deleteEverything([], 0);
    for (const name of STORE_NAMES) {
      const count = await new Promise((resolve) => {
        const request = holder.transaction(name).objectStore(name).count();
        request.onsuccess = () => resolve(request.result);
      });
      expect(count, name).toBe(0);
    }
    holder.close();
  });

  it('removes a database of a newer version, which can not be opened', async () => {
    await closeGatehouse();
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('gatehouse', 999);
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    await expect(openGatehouse()).rejects.toMatchObject({ code: 'database-newer' });
    await deleteEverything([]);
    expect(await filledStores()).toEqual([]);
  });

  it('says when it was not possible', async () => {
    await closeGatehouse();
    const holder = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('gatehouse', 999);
      request.onsuccess = () => resolve(request.result);
    });
    const values = area();
    await expect(deleteEverything([values], 0)).rejects.toMatchObject({ code: 'database-newer' });
    expect(values.values.size).toBe(0);
    holder.close();
  });
});

describe('a failing write', () => {
  it('stores nothing of its transaction and says what is wrong', async () => {
    const full = readWrite(database, ['meta'], async (transaction) => {
      await transaction.objectStore('meta').put({ key: 'lastVisited', value: 'x' });
      throw new DOMException('full', 'QuotaExceededError');
    });
    await expect(full).rejects.toMatchObject({ code: 'quota-exceeded' });
    expect(await database.count('meta')).toBe(0);
  });

  it('that was aborted by the browser is told as well', async () => {
    const aborted = readWrite(database, ['meta'], async (transaction) => {
      transaction.abort();
      await Promise.resolve();
    });
    await expect(aborted).rejects.toBeInstanceOf(StoreError);
  });

  it('of our own making is passed on as it is', async () => {
    const mistake = new TypeError('a mistake');
    await expect(readWrite(database, ['meta'], () => Promise.reject(mistake))).rejects.toBe(mistake);
  });

  it('is read by its name', () => {
    expect(toStoreError(new DOMException('', 'QuotaExceededError')).code).toBe('quota-exceeded');
    expect(toStoreError(new DOMException('', 'VersionError')).code).toBe('database-newer');
    expect(toStoreError('anything').code).toBe('database-unavailable');
  });
});

describe('persistence', () => {
  const storage = (promised: boolean, granted: boolean) => ({
    persist: vi.fn(async () => granted),
    persisted: async () => promised,
    estimate: async () => ({ usage: 1_024 }),
  });

  it('is asked for unless it was promised', async () => {
    const promised = storage(true, false);
    expect(await askToPersist(promised)).toBe(true);
    expect(promised.persist).not.toHaveBeenCalled();
    expect(await askToPersist(storage(false, true))).toBe(true);
    expect(await askToPersist(storage(false, false))).toBe(false);
  });

  it('is no error where the browser knows nothing of it or fails', async () => {
    const failing = {
      persisted: () => Promise.reject(new Error('no')),
      estimate: () => Promise.reject(new Error('no')),
    };
    for (const manager of [{}, failing]) {
      expect(await askToPersist(manager)).toBe(false);
      expect(await estimateStorage(manager)).toEqual({ bytes: null, persisted: false });
    }
    expect(await estimateStorage(storage(true, true))).toEqual({ bytes: 1_024, persisted: true });
  });
});
