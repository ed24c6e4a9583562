import type { StoredAmount } from '../messages/answers.ts';
import type { GatehouseDatabase } from './database.ts';
import { STORED_KINDS } from './registry.ts';
import { STORE_NAMES } from './schema.ts';

/** How many records of each kind the database has. Counting reads no record. */
export async function countStored(database: GatehouseDatabase): Promise<StoredAmount[]> {
  const transaction = database.transaction(STORE_NAMES, 'readonly');
  return await Promise.all(
    STORED_KINDS.filter(({ place }) => place.area === 'database').map(async ({ id, place }) => {
      const stores = place.area === 'database' ? place.stores : [];
      const counts = await Promise.all(stores.map((name) => transaction.objectStore(name).count()));
      return { id, records: counts.reduce((sum, count) => sum + count, 0) };
    }),
  );
}
