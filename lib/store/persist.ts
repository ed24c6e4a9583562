import type { GatehouseDatabase } from './database.ts';
import { metaRecord } from './records.ts';
import { readAs } from './transaction.ts';

/** The part of `navigator.storage` that is needed; not every context has all of it. */
export interface StorageManagerLike {
  persist?: () => Promise<boolean>;
  persisted?: () => Promise<boolean>;
  estimate?: () => Promise<{ usage?: number }>;
}

/**
 * Asks the browser not to evict register and journal when the disk runs full, and notes the answer. Asked again only
 * as long as it is refused. For our own pages: a service worker may read the answer but not ask.
 */
export async function askToPersist(
  database: GatehouseDatabase,
  storage: StorageManagerLike,
): Promise<boolean> {
  const before = readAs(metaRecord, await database.get('meta', 'persisted'));
  if (before?.value === true) return true;
  const granted = (await storage.persisted?.()) === true || (await storage.persist?.()) === true;
  await database.put('meta', { key: 'persisted', value: granted });
  return granted;
}

/** What the browser says of our storage; it may say nothing. */
export async function estimateStorage(
  storage: StorageManagerLike,
): Promise<{ bytes: number | null; persisted: boolean }> {
  const [estimate, persisted] = await Promise.all([storage.estimate?.(), storage.persisted?.()]);
  return { bytes: estimate?.usage ?? null, persisted: persisted === true };
}
