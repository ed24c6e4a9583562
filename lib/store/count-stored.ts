import type { GatehouseDatabase } from './database.ts';
import { STORE_NAMES, type StoreName } from './schema.ts';

/** Number of records by object store. */
export type StoredAmounts = Record<StoreName, number>;

/** How many records each store has. Counting reads no record. */
export async function countStored(database: GatehouseDatabase): Promise<StoredAmounts> {
  const transaction = database.transaction(STORE_NAMES, 'readonly');
  const counts = STORE_NAMES.map(
    async (name) => [name, await transaction.objectStore(name).count()] as const,
  );
  return Object.fromEntries(await Promise.all(counts)) as StoredAmounts;
}
