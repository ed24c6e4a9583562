import { readFileSync } from 'node:fs';

/** A database as a build of that version left it: its layout and at least one record in each store. */
export interface StoredVersion {
  version: number;
  stores: {
    name: string;
    keyPath: string | string[];
    indexes: { name: string; keyPath: string | string[] }[];
    records: unknown[];
  }[];
}

/** JSON has neither maps nor typed arrays: they are written as `$map` and `$uint32`. */
function revive(_key: string, value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('$map' in value) return new Map(value.$map as [string, number][]);
  if ('$uint32' in value) return Uint32Array.from(value.$uint32 as number[]);
  return value;
}

/** Throws when there is no fixture of that version: whoever adds a version adds its fixture. */
export function readStoredVersion(version: number): StoredVersion {
  const path = new URL(`../../fixtures/store/v${version}.json`, import.meta.url);
  return JSON.parse(readFileSync(path, 'utf8'), revive) as StoredVersion;
}
