import { over } from '../register/layers.ts';
import { editRecord, mergeRecord, type Winner } from '../register/merge.ts';
import type { RegisterRecord } from '../register/types.ts';
import type { GatehouseDatabase } from './database.ts';
import { storedRegisterRecord } from './register-records.ts';
import { beginningWith, readAllAs, readAs, readWrite } from './transaction.ts';

/** The register: who asked for an entry, why, and until when. The console has no place for it. */

/** What is written down about an organization's entries, by pattern. */
export async function readRegister(database: GatehouseDatabase, org: string): Promise<RegisterRecord[]> {
  const records = readAllAs(storedRegisterRecord, await database.getAll('register', beginningWith(org)));
  return records.map(({ org: _org, updatedAt: _updatedAt, ...entry }) => entry);
}

/**
 * Writes down what is given and keeps what isn't; where both are there, `winner` stands and the other value goes to the
 * earlier ones. Rejects with a `StoreError`.
 *
 * @returns how many entries the register has then.
 */
export async function mergeIntoRegister(
  database: GatehouseDatabase,
  org: string,
  entries: readonly RegisterRecord[],
  now: number,
  winner: Winner = 'theirs',
): Promise<number> {
  return await readWrite(database, ['register'], async (transaction) => {
    const store = transaction.objectStore('register');
    for (const entry of entries) {
      const before = readAs(storedRegisterRecord, await store.get([org, entry.pattern]));
      await store.put({ ...mergeRecord(before, entry, winner), org, updatedAt: now });
    }
    return await store.count(beginningWith(org));
  });
}

/**
 * Sets the fields of one entry as they were typed: an empty one is cleared, and its value goes to the earlier ones.
 * `start`: what the register starts with, below what is stored.
 */
export async function editRegister(
  database: GatehouseDatabase,
  org: string,
  typed: RegisterRecord,
  now: number,
  start: readonly RegisterRecord[] = [],
): Promise<void> {
  await readWrite(database, ['register'], async (transaction) => {
    const store = transaction.objectStore('register');
    const stored = readAs(storedRegisterRecord, await store.get([org, typed.pattern]));
    const below = start.find(({ pattern }) => pattern === typed.pattern);
    const before = stored || below ? over(stored, below) : undefined;
    await store.put({ ...editRecord(before, typed), org, updatedAt: now });
  });
}
