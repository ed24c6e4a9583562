import type { IDBPTransaction } from 'idb';
import { transact } from '../indexed-db/transact.ts';
import type { ActivityDatabase, ActivitySchema, ActivityStoreName } from './stores.ts';

export type ActivityTransaction = IDBPTransaction<ActivitySchema, ActivityStoreName[], 'readwrite'>;

/**
 * `transact` over the activity stores. Rejects with what the database or `work` threw.
 *
 * Durability is relaxed: what a power cut takes is fetched again, since the cursor goes with its page.
 */
export async function writeActivity<Result>(
  database: ActivityDatabase,
  names: ActivityStoreName[],
  work: (transaction: ActivityTransaction) => Promise<Result>,
): Promise<Result> {
  return await transact(database.transaction(names, 'readwrite', { durability: 'relaxed' }), work);
}
