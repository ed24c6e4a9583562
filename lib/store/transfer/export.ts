import type { GatehouseDatabase } from '../database.ts';
import { DATABASE_VERSION } from '../migrations.ts';
import type { Settings } from '../settings-shape.ts';
import { EXPORTED_STORES, type ExportedStore } from './shapes.ts';

/**
 * Everything but the key as text, one JSON value a line: a header, the settings, then one record a line. Lines, since
 * a browser can neither write nor read half a million events as one value.
 */

export const FORMAT = 'gatehouse-data';
export const FORMAT_VERSION = 1;

/** How many records are read at a time. */
const CHUNK = 2_000;

/** The records of a store in slices, by key; a write in between moves nothing. */
async function* slicesOf(database: GatehouseDatabase, name: ExportedStore): AsyncGenerator<unknown[]> {
  for (let range: IDBKeyRange | undefined; ; ) {
    const store = database.transaction(name, 'readonly').store;
    const [keys, records] = await Promise.all([store.getAllKeys(range, CHUNK), store.getAll(range, CHUNK)]);
    if (records.length > 0) yield records;
    const last = keys.at(-1);
    if (keys.length < CHUNK || last === undefined) return;
    range = IDBKeyRange.lowerBound(last, true);
  }
}

export interface Exported {
  blob: Blob;
  /** How many records it holds. */
  records: number;
}

/** Writes the file. Rejects with the database's error. */
export async function exportData(
  database: GatehouseDatabase,
  settings: Settings,
  now: number,
): Promise<Exported> {
  const header = { format: FORMAT, version: FORMAT_VERSION, database: DATABASE_VERSION, exportedAt: now };
  const parts: string[] = [`${JSON.stringify(header)}\n${JSON.stringify({ settings })}\n`];
  let records = 0;
  for (const store of EXPORTED_STORES) {
    for await (const slice of slicesOf(database, store)) {
      parts.push(slice.map((value) => `${JSON.stringify({ store, value })}\n`).join(''));
      records += slice.length;
    }
  }
  return { blob: new Blob(parts, { type: 'application/jsonl' }), records };
}
