import type { GatehouseDatabase } from './database.ts';
import { type RegisterEntry, storedRegisterEntry } from './records.ts';
import { beginningWith, readAllAs, readAs, readWrite } from './transaction.ts';

/** The register: who asked for an entry, why, and until when. The console has no place for it. */

/** What is written down about an organization's entries, by pattern. */
export async function readRegister(database: GatehouseDatabase, org: string): Promise<RegisterEntry[]> {
  const records = readAllAs(storedRegisterEntry, await database.getAll('register', beginningWith(org)));
  return records.map(({ org: _org, updatedAt: _updatedAt, ...entry }) => entry);
}

/** Drops fields that are empty: an empty cell of a file says nothing about what was written before. */
function filledFields(entry: RegisterEntry): RegisterEntry {
  const filled = Object.entries(entry).filter(([, value]) => value.trim() !== '');
  return { ...Object.fromEntries(filled), pattern: entry.pattern };
}

/**
 * Writes down what is given and keeps what isn't; a given field replaces the one before. Rejects with a `StoreError`.
 *
 * @returns how many entries the register has then.
 */
export async function mergeIntoRegister(
  database: GatehouseDatabase,
  org: string,
  entries: readonly RegisterEntry[],
  now: number,
): Promise<number> {
  return await readWrite(database, ['register'], async (transaction) => {
    const store = transaction.objectStore('register');
    for (const entry of entries) {
      const before = readAs(storedRegisterEntry, await store.get([org, entry.pattern]));
      await store.put({ ...before, ...filledFields(entry), org, updatedAt: now });
    }
    return await store.count(beginningWith(org));
  });
}
