import { deleteDB } from 'idb';
import { closeGatehouse, openGatehouse } from './database.ts';
import { DATABASE_NAME, STORE_NAMES } from './schema.ts';

interface ClearableArea {
  clear(): Promise<void>;
}

/** How long the database may be held by a page that does not let go, in milliseconds. */
const PATIENCE = 3_000;

/** Empties all stores in one transaction: this works while other contexts have the database open. */
async function emptyStores(): Promise<void> {
  const database = await openGatehouse();
  const transaction = database.transaction(STORE_NAMES, 'readwrite');
  await Promise.all([...STORE_NAMES.map((name) => transaction.objectStore(name).clear()), transaction.done]);
}

/**
 * Deletes all that is stored, called by the options page: the database and the given storage areas (local and session). The
 * stores are emptied first, so that nothing is left even where another page keeps the database from being removed; a
 * database that is too damaged to be opened is removed as a whole. Rejects when neither was possible; the areas are empty
 * even then.
 */
export async function deleteEverything(areas: readonly ClearableArea[], patience = PATIENCE): Promise<void> {
  await Promise.all(areas.map((area) => area.clear()));
  const emptied = await emptyStores().then(
    () => ({ error: undefined }),
    (error: unknown) => ({ error }),
  );
  await closeGatehouse();
  const blocked = Promise.withResolvers<'blocked'>();
  const deleted = deleteDB(DATABASE_NAME, {
    blocked: () => setTimeout(() => blocked.resolve('blocked'), patience),
  });
  const outcome = await Promise.race([deleted.then(() => 'deleted' as const), blocked.promise]);
  if (outcome === 'blocked' && emptied.error !== undefined) throw emptied.error;
}
