import { countStored } from './count-stored.ts';
import type { GatehouseDatabase } from './database.ts';
import { recordsOf, STORED_KINDS, type StoredKind } from './registry.ts';
import type { StoreName } from './schema.ts';

/** How much there is of each kind. Browsers tell the size of everything together only, so a kind's is an estimate. */

export interface MeasuredKind {
  kind: StoredKind;
  /** Absent for a value of a storage area. */
  records?: number;
  /** Estimated from a few records, in bytes. */
  bytes: number;
}

/** How many records of a store are looked at. */
const SAMPLE = 20;

/** The length of a value as JSON, with maps and byte arrays as long as their content. */
function lengthOf(value: unknown): number {
  const spread = (_: string, inner: unknown) =>
    inner instanceof Map ? [...inner] : ArrayBuffer.isView(inner) ? { bytes: inner.byteLength } : inner;
  const text = JSON.stringify(value, spread) ?? '';
  const binary = ArrayBuffer.isView((value as { cells?: unknown })?.cells)
    ? (value as { cells: Uint32Array }).cells.byteLength
    : 0;
  return text.length + binary;
}

async function estimate(database: GatehouseDatabase, name: StoreName, count: number): Promise<number> {
  const sample = await database.getAll(name, undefined, SAMPLE);
  const length = sample.reduce((sum, record) => sum + lengthOf(record), 0);
  return sample.length === 0 ? 0 : Math.round((length / sample.length) * count);
}

/** Every kind with its number of records and estimated size. Rejects with the database's error. */
export async function measureStored(
  database: GatehouseDatabase,
  areas: Readonly<Record<'local' | 'session', { get(key: string | null): Promise<Record<string, unknown>> }>>,
): Promise<MeasuredKind[]> {
  const amounts = await countStored(database);
  return await Promise.all(
    STORED_KINDS.map(async (kind): Promise<MeasuredKind> => {
      const { place } = kind;
      if (place.area !== 'database') {
        const values = await areas[place.area].get(null);
        const own = Object.entries(values).filter(([name]) => name.startsWith(place.key));
        // Of what is secret not even the length is told.
        return { kind, bytes: place.area === 'session' ? 0 : own.length === 0 ? 0 : lengthOf(own) };
      }
      const sizes = await Promise.all(place.stores.map((name) => estimate(database, name, amounts[name])));
      return { kind, records: recordsOf(kind, amounts), bytes: sizes.reduce((sum, size) => sum + size, 0) };
    }),
  );
}
