import type { IDBPTransaction } from 'idb';
import type { ActivityDatabase, ActivitySchema, ActivityStoreName } from './stores.ts';

export type ActivityTransaction = IDBPTransaction<ActivitySchema, ActivityStoreName[], 'readwrite'>;

/**
 * Runs `work` in one transaction over the activity stores: all of it is stored, or nothing. `work` awaits only what
 * the transaction gives it. Rejects with what the database or `work` threw.
 *
 * Durability is relaxed: what a power cut takes is fetched again, since the cursor goes with its page.
 */
export async function writeActivity<Result>(
  database: ActivityDatabase,
  names: ActivityStoreName[],
  work: (transaction: ActivityTransaction) => Promise<Result>,
): Promise<Result> {
  const transaction = database.transaction(names, 'readwrite', { durability: 'relaxed' });
  // Without this the browser reports an unhandled rejection besides the error that is thrown below.
  const done = transaction.done.then(
    () => undefined,
    (error: unknown) => ({ error }),
  );
  let result: Result;
  try {
    result = await work(transaction);
  } catch (error) {
    try {
      transaction.abort();
    } catch {
      // It has ended by itself.
    }
    await done;
    throw error;
  }
  const failed = await done;
  if (failed) throw failed.error;
  return result;
}
