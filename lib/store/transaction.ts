import type { IDBPObjectStore, IDBPTransaction } from 'idb';
import { type GenericSchema, safeParse } from 'valibot';
import { transact } from '../indexed-db/transact.ts';
import type { GatehouseDatabase } from './database.ts';
import { toStoreError } from './errors.ts';
import type { GatehouseSchema, StoreName } from './schema.ts';

export type WriteTransaction<Names extends StoreName[]> = IDBPTransaction<
  GatehouseSchema,
  Names,
  'readwrite'
>;

/** What most helpers need of a store inside somebody else's transaction. */
export type WriteStore<Name extends StoreName> = Pick<
  IDBPObjectStore<GatehouseSchema, [Name], Name, 'readwrite'>,
  'get' | 'put' | 'delete'
>;

/**
 * `transact` over the stores. Rejects with a `StoreError` where the database refused, or with what `work` threw.
 *
 * Durability is strict because the journal must outlive a power cut that comes right after the page was driven.
 */
export async function readWrite<const Names extends StoreName[], Result>(
  database: GatehouseDatabase,
  names: Names,
  work: (transaction: WriteTransaction<Names>) => Promise<Result>,
): Promise<Result> {
  try {
    return await transact(database.transaction(names, 'readwrite', { durability: 'strict' }), work);
  } catch (error) {
    throw error instanceof DOMException ? toStoreError(error) : error;
  }
}

/** A stored value, or undefined when it is not what this build can read. */
export function readAs<T>(schema: GenericSchema<unknown, T>, value: unknown): T | undefined {
  if (value === undefined) return undefined;
  const parsed = safeParse(schema, value);
  if (parsed.success) return parsed.output;
  console.warn('Gatehouse: a stored record could not be read and is passed over.', parsed.issues[0].message);
  return undefined;
}

/** The stored values that this build can read, in their order. */
export function readAllAs<T>(schema: GenericSchema<unknown, T>, values: readonly unknown[]): T[] {
  const read: T[] = [];
  for (const value of values) {
    const parsed = readAs(schema, value);
    if (parsed !== undefined) read.push(parsed);
  }
  return read;
}

/** All keys that begin with these parts. An array sorts after every string and number, so `[]` ends the range. */
export function beginningWith(...parts: (string | number)[]): IDBKeyRange {
  return IDBKeyRange.bound(parts, [...parts, []]);
}
