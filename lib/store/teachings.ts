import type { GatehouseDatabase } from './database.ts';
import { type Teaching, teaching } from './records.ts';
import { readAs, readWrite } from './transaction.ts';

/** What the admin taught about the console's controls, for an organization and a language of the console. */
export async function readTeaching(
  database: GatehouseDatabase,
  org: string,
  language: string,
): Promise<Teaching | undefined> {
  return readAs(teaching, await database.get('teachings', [org, language]));
}

/** Replaces what was taught before; without any control it is forgotten. Rejects with a `StoreError`. */
export async function saveTeaching(database: GatehouseDatabase, taught: Teaching): Promise<void> {
  await readWrite(database, ['teachings'], async (transaction) => {
    const store = transaction.objectStore('teachings');
    if (Object.keys(taught.controls).length === 0) await store.delete([taught.org, taught.language]);
    else await store.put(taught);
  });
}
