import { type GenericSchema, object, string } from 'valibot';
import type { GatehouseDatabase } from './database.ts';
import { wholeBetween } from './shapes.ts';
import { readAs } from './transaction.ts';

/**
 * Where an organization's API key lies: readable in the session area only, which the browser keeps in memory and
 * content scripts can't read. By choice also encrypted in the database, which is the extension's own, under a
 * passphrase that is stored nowhere.
 */

/** The part of `browser.storage.session` that is needed. */
export interface SessionStorage {
  get(key: string | null): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
}

/** absent: none · session: until the browser ends · stored: unlocked and kept encrypted · locked: encrypted only. */
export type KeyState = 'absent' | 'session' | 'stored' | 'locked';

/** Rounds of PBKDF2 with SHA-256 (OWASP Password Storage Cheat Sheet, 2023: at least 600,000). */
const ITERATIONS = 600_000;
const PREFIX = 'key/';
/** The cursor record of an organization that holds its encrypted key. */
const SEALED = 'sealed-key';

interface Sealed {
  salt: string;
  iv: string;
  data: string;
  iterations: number;
}
const sealedShape: GenericSchema<unknown, Sealed> = object({
  salt: string(),
  iv: string(),
  data: string(),
  iterations: wholeBetween(ITERATIONS, 10_000_000),
});

const toText = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes));
const toBytes = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(text), (character) => character.charCodeAt(0));

async function deriveKey(passphrase: string, salt: Uint8Array<ArrayBuffer>, iterations: number) {
  const bytes = new TextEncoder().encode(passphrase.normalize('NFC'));
  const material = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  const how = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return await crypto.subtle.deriveKey(how, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}

/** The organization is bound in as additional data, so that a sealed key can't be moved to another one. */
async function seal(org: string, key: string, passphrase: string): Promise<Sealed> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const how = { name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(org) };
  const data = await crypto.subtle.encrypt(
    how,
    await deriveKey(passphrase, salt, ITERATIONS),
    new TextEncoder().encode(key),
  );
  return { salt: toText(salt), iv: toText(iv), data: toText(new Uint8Array(data)), iterations: ITERATIONS };
}

async function unseal(org: string, sealed: Sealed, passphrase: string): Promise<string | undefined> {
  try {
    const how = {
      name: 'AES-GCM',
      iv: toBytes(sealed.iv),
      additionalData: new TextEncoder().encode(org),
    };
    const key = await deriveKey(passphrase, toBytes(sealed.salt), sealed.iterations);
    return new TextDecoder().decode(await crypto.subtle.decrypt(how, key, toBytes(sealed.data)));
  } catch {
    // AES-GCM doesn't tell a wrong passphrase from a damaged record, and neither do we.
    return undefined;
  }
}

async function readSealed(database: GatehouseDatabase, org: string): Promise<Sealed | undefined> {
  return readAs(sealedShape, (await database.get('cursors', [org, SEALED]))?.state);
}

/** The readable key of an organization; undefined when there is none or it is locked. */
export async function readKey(session: SessionStorage, org: string): Promise<string | undefined> {
  const value = (await session.get(PREFIX + org))[PREFIX + org];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** The organizations that have a key, readable or locked. */
export async function organizationsWithAnyKey(
  database: GatehouseDatabase,
  session: SessionStorage,
): Promise<string[]> {
  const sealed = (await database.getAllKeys('cursors')).filter(([, source]) => source === SEALED);
  return [...new Set([...(await organizationsWithKey(session)), ...sealed.map(([org]) => org)])];
}

/** Organizations whose key can be read now. */
export async function organizationsWithKey(session: SessionStorage): Promise<string[]> {
  const names = Object.keys(await session.get(null));
  return names.filter((name) => name.startsWith(PREFIX)).map((name) => name.slice(PREFIX.length));
}

/** Where an organization's key lies now. */
export async function keyState(
  database: GatehouseDatabase,
  session: SessionStorage,
  org: string,
): Promise<KeyState> {
  const [key, sealed] = await Promise.all([readKey(session, org), readSealed(database, org)]);
  if (key !== undefined) return sealed ? 'stored' : 'session';
  return sealed ? 'locked' : 'absent';
}

/** Keeps a key for this session; with a passphrase also encrypted, without one an encrypted one from before goes. */
export async function saveKey(
  database: GatehouseDatabase,
  session: SessionStorage,
  org: string,
  key: string,
  options: { passphrase?: string; now: number },
): Promise<void> {
  const { passphrase, now } = options;
  if (passphrase) {
    const state = await seal(org, key, passphrase);
    await database.put('cursors', { org, source: SEALED, state, updatedAt: now });
  } else await database.delete('cursors', [org, SEALED]);
  await session.set({ [PREFIX + org]: key });
}

/** Makes the encrypted key readable for this session. False when the passphrase doesn't fit. */
export async function unlockKey(
  database: GatehouseDatabase,
  session: SessionStorage,
  org: string,
  passphrase: string,
): Promise<boolean> {
  const sealed = await readSealed(database, org);
  const key = sealed && (await unseal(org, sealed, passphrase));
  if (key === undefined) return false;
  await session.set({ [PREFIX + org]: key });
  return true;
}

/** Takes the readable key away; what is encrypted stays. */
export async function lockKey(session: SessionStorage, org: string): Promise<void> {
  await session.remove(PREFIX + org);
}

/** Deletes the key wherever it lies. */
export async function forgetKey(
  database: GatehouseDatabase,
  session: SessionStorage,
  org: string,
): Promise<void> {
  await session.remove(PREFIX + org);
  await database.delete('cursors', [org, SEALED]);
}
