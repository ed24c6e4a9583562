import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { unwrap } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { closeGatehouse, openDatabase, openGatehouse } from '../../../lib/store/database.ts';
import { MIGRATIONS, type Migration } from '../../../lib/store/migrations.ts';
import { STORE_NAMES } from '../../../lib/store/schema.ts';

beforeEach(async () => {
  await closeGatehouse();
  globalThis.indexedDB = new IDBFactory();
});

async function versionOf(name: string): Promise<number | undefined> {
  return (await indexedDB.databases()).find((database) => database.name === name)?.version;
}

describe('opening', () => {
  it('creates every store of the schema and no other', async () => {
    const database = await openGatehouse();
    expect([...database.objectStoreNames].sort()).toEqual([...STORE_NAMES].sort());
  });

  it('has the organization first in every key but those of leases and meta', async () => {
    const database = await openGatehouse();
    const transaction = database.transaction(STORE_NAMES);
    for (const name of STORE_NAMES) {
      const { keyPath } = transaction.objectStore(name);
      if (name === 'leases' || name === 'meta') continue;
      expect(typeof keyPath === 'string' ? keyPath : keyPath?.[0], name).toBe('org');
    }
  });

  it('gives all callers of a context one connection', async () => {
    const [first, second] = await Promise.all([openGatehouse(), openGatehouse()]);
    expect(first).toBe(second);
  });

  it('lets a newer version in at once and opens anew for the next caller', async () => {
    const first = await openGatehouse();
    const newer = await openDatabase({ migrations: [...MIGRATIONS, () => undefined], patience: 0 });
    expect(newer.version).toBe(MIGRATIONS.length + 1);
    expect(() => first.transaction('meta')).toThrow();
    await expect(openGatehouse()).rejects.toMatchObject({ code: 'database-newer' });
    newer.close();
  });

  it('opens anew after the browser closed the connection', async () => {
    const first = await openGatehouse();
    // The database in memory has no event of its own for this, and takes no event of the platform.
    const event = { type: 'close', initialized: true, eventPath: [], AT_TARGET: 2 } as unknown as Event;
    unwrap(first).dispatchEvent(event);
    expect(await openGatehouse()).not.toBe(first);
    first.close();
  });

  it('says who is in the way when an older version is not let go', async () => {
    const holder = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('gatehouse', 1);
      request.onsuccess = () => resolve(request.result);
    });
    const opening = openDatabase({ migrations: [...MIGRATIONS, () => undefined], patience: 0 });
    await expect(opening).rejects.toMatchObject({
      code: 'database-blocked',
      message: expect.stringContaining('Close other Gatehouse pages'),
    });
    holder.close();
    // The late opening closes itself, so that the next attempt gets through.
    const next = await openDatabase({ migrations: [...MIGRATIONS, () => undefined] });
    expect(next.version).toBe(MIGRATIONS.length + 1);
    next.close();
  });

  it('tries again after a failed opening', async () => {
    const real = indexedDB;
    globalThis.indexedDB = {
      open() {
        throw new DOMException('no disk', 'UnknownError');
      },
    } as unknown as IDBFactory;
    await expect(openGatehouse()).rejects.toMatchObject({ code: 'database-unavailable' });
    globalThis.indexedDB = real;
    await expect(openGatehouse()).resolves.toBeDefined();
  });
});

describe('a failing migration', () => {
  const failures: [string, Migration][] = [
    [
      'at once',
      () => {
        throw new Error('broken step');
      },
    ],
    [
      'after it has written',
      async (database, transaction) => {
        database.createObjectStore('half');
        await transaction.objectStore('meta').put({ key: 'lastVisited', value: 'wrong' });
        throw new Error('broken step');
      },
    ],
  ];

  it.each(failures)('%s leaves version and data as they were', async (_when, broken) => {
    vi.spyOn(console, 'error').mockReturnValue(undefined);
    const before = await openGatehouse();
    await before.put('meta', { key: 'lastVisited', value: 'before' });
    await closeGatehouse();

    const upgrade = openDatabase({ migrations: [...MIGRATIONS, broken] });
    await expect(upgrade).rejects.toMatchObject({ code: 'migration-failed' });
    expect(await versionOf('gatehouse')).toBe(MIGRATIONS.length);

    const after = await openGatehouse();
    expect([...after.objectStoreNames]).not.toContain('half');
    expect(await after.get('meta', 'lastVisited')).toEqual({ key: 'lastVisited', value: 'before' });
  });

  it('does not run the steps of earlier versions again', async () => {
    await openGatehouse();
    const first = vi.fn();
    const last = vi.fn();
    await closeGatehouse();
    const database = await openDatabase({ migrations: [...MIGRATIONS.map(() => first), last] });
    expect(first).not.toHaveBeenCalled();
    expect(last).toHaveBeenCalledOnce();
    database.close();
  });
});
