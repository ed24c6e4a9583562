import { beforeEach, expect, it } from 'vitest';
import type { GatehouseDatabase } from '../../../lib/store/database.ts';
import { keyState, saveKey, unlockKey } from '../../../lib/store/key-vault.ts';
import { freshDatabase, ORG, OTHER_ORG } from './fresh-database.ts';

const KEY = 'ATCTT3xSecretOfTheOrganization';
const PASSPHRASE = 'Größe und Länge';
const now = 1_800_000_000_000;

let database: GatehouseDatabase;
let memory: Map<string, unknown>;
const area = {
  get: async (name: string | null) =>
    name === null ? Object.fromEntries(memory) : memory.has(name) ? { [name]: memory.get(name) } : {},
  set: async (values: Record<string, unknown>) => {
    for (const [name, value] of Object.entries(values)) memory.set(name, value);
  },
  remove: async (name: string) => void memory.delete(name),
};

beforeEach(async () => {
  database = await freshDatabase();
  memory = new Map();
});

interface Sealed {
  salt: string;
  iv: string;
  data: string;
  iterations: number;
}
const sealedOf = async (org = ORG) => (await database.get('cursors', [org, 'sealed-key']))?.state as Sealed;

it('seals with new salt and vector each time, and at least 600,000 rounds', async () => {
  await saveKey(database, area, ORG, KEY, { passphrase: PASSPHRASE, now });
  const first = await sealedOf();
  await saveKey(database, area, ORG, KEY, { passphrase: PASSPHRASE, now });
  const second = await sealedOf();
  expect(first.iterations).toBeGreaterThanOrEqual(600_000);
  expect([first.salt, first.iv, first.data]).not.toEqual([second.salt, second.iv, second.data]);
  expect(atob(first.salt)).toHaveLength(16);
  expect(atob(first.iv)).toHaveLength(12);
  // AES-GCM adds its tag of 16 bytes and nothing else.
  expect(atob(first.data)).toHaveLength(KEY.length + 16);
});

it('opens with the passphrase however its letters are composed', async () => {
  await saveKey(database, area, ORG, KEY, { passphrase: PASSPHRASE.normalize('NFD'), now });
  memory.clear();
  expect(await unlockKey(database, area, ORG, PASSPHRASE.normalize('NFC'))).toBe(true);
  expect([...memory.values()]).toEqual([KEY]);
});

it('opens nothing that was moved, weakened or damaged', async () => {
  await saveKey(database, area, ORG, KEY, { passphrase: PASSPHRASE, now });
  memory.clear();
  const sealed = await sealedOf();
  const put = (org: string, state: unknown) =>
    database.put('cursors', { org, source: 'sealed-key', state, updatedAt: now });
  await put(OTHER_ORG, sealed);
  expect(await unlockKey(database, area, OTHER_ORG, PASSPHRASE)).toBe(false);
  await put(ORG, { ...sealed, iterations: 1 });
  expect(await unlockKey(database, area, ORG, PASSPHRASE)).toBe(false);
  expect(await keyState(database, area, ORG)).toBe('absent');
  await put(ORG, { ...sealed, data: btoa(`x${atob(sealed.data).slice(1)}`) });
  expect(await unlockKey(database, area, ORG, PASSPHRASE)).toBe(false);
  expect(memory.size).toBe(0);
});

it('saved without a passphrase takes back what was stored before', async () => {
  await saveKey(database, area, ORG, KEY, { passphrase: PASSPHRASE, now });
  await saveKey(database, area, ORG, KEY, { now });
  expect(await sealedOf()).toBeUndefined();
  expect(await keyState(database, area, ORG)).toBe('session');
});
