/** What the extension stores, read by one of its own pages. */
import type { Page } from 'puppeteer-core';
import { DATABASE_NAME } from '../../lib/store/schema.ts';

interface Area {
  get(key: null): Promise<Record<string, unknown>>;
  clear(): Promise<void>;
}
interface ExtensionScope {
  chrome: {
    storage: { local: Area; sync: Area; session: Area };
    alarms: { getAll(): Promise<{ name: string; scheduledTime: number }[]> };
  };
}

/** Everything as text: the areas on disk, the one in memory, and every record of the database. */
export function everythingStored(page: Page): Promise<{ disk: string; memory: string; database: string }> {
  return page.evaluate(async () => {
    const { storage } = (globalThis as unknown as ExtensionScope).chrome;
    const spread = (_: string, value: unknown) => (value instanceof Map ? [...value] : value);
    const databases = await indexedDB.databases();
    const records: unknown[] = [];
    for (const { name = '' } of databases) {
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const request = indexedDB.open(name);
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
      for (const store of database.objectStoreNames) {
        const all = await new Promise<unknown[]>((resolve) => {
          const request = database.transaction(store).objectStore(store).getAll();
          request.onsuccess = () => resolve(request.result);
        });
        records.push(...all);
      }
      database.close();
    }
    return {
      disk: JSON.stringify([await storage.local.get(null), await storage.sync.get(null)]),
      memory: JSON.stringify(await storage.session.get(null)),
      database: JSON.stringify(records, spread),
    };
  });
}

/** The ids of the events that are stored of an organization. */
export function storedEventIds(page: Page, org: string): Promise<string[]> {
  return page.evaluate(
    (name, wanted) =>
      new Promise<string[]>((resolve, reject) => {
        const opening = indexedDB.open(name);
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const range = IDBKeyRange.bound([wanted], [wanted, []]);
          const asking = opening.result.transaction('events').objectStore('events').getAllKeys(range);
          asking.onerror = () => reject(asking.error);
          asking.onsuccess = () => {
            opening.result.close();
            resolve(asking.result.map((key) => String((key as string[])[1])));
          };
        };
      }),
    DATABASE_NAME,
    org,
  );
}

/** Empties the area in memory, as the end of the browser does. */
export async function loseMemory(page: Page): Promise<void> {
  await page.evaluate(() => (globalThis as unknown as ExtensionScope).chrome.storage.session.clear());
}

/** The names of the alarms that are set. */
export async function alarmNames(page: Page): Promise<string[]> {
  return await page.evaluate(async () => {
    const alarms = await (globalThis as unknown as ExtensionScope).chrome.alarms.getAll();
    return alarms.map(({ name }) => name);
  });
}
