import type { GatehouseDatabase } from './database.ts';
import { type StoredAcceptance, storedAcceptance } from './records.ts';
import { beginningWith, readAllAs, readWrite } from './transaction.ts';

/** What the admin accepted of the findings of an organization, ended acceptances included. */
export async function readAcceptances(database: GatehouseDatabase, org: string): Promise<StoredAcceptance[]> {
  return readAllAs(storedAcceptance, await database.getAll('acceptances', beginningWith(org)));
}

/** Replaces what was said of the same rule before. Rejects with a `StoreError`. */
export async function saveAcceptance(
  database: GatehouseDatabase,
  acceptance: StoredAcceptance,
): Promise<void> {
  await readWrite(database, ['acceptances'], async (transaction) => {
    await transaction.objectStore('acceptances').put(acceptance);
  });
}

/** Shows the finding again. Rejects with a `StoreError`. */
export async function withdrawAcceptance(
  database: GatehouseDatabase,
  org: string,
  rule: string,
): Promise<void> {
  await readWrite(database, ['acceptances'], async (transaction) => {
    await transaction.objectStore('acceptances').delete([org, rule]);
  });
}
