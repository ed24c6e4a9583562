import { type IDBPDatabase, openDB } from 'idb';
import type { ActivityDatabase } from '../activity/stores.ts';
import { StoreError, toStoreError } from './errors.ts';
import { DATABASE_VERSION, MIGRATIONS, type Migration, migrate } from './migrations.ts';
import { DATABASE_NAME, type GatehouseSchema } from './schema.ts';

/**
 * One connection for each context of ours, opened when it is first needed. The background and our own pages open
 * it; a content script's `indexedDB` is the page's and is never touched.
 */
export type GatehouseDatabase = IDBPDatabase<GatehouseSchema>;

export interface OpenOptions {
  name?: string;
  migrations?: readonly Migration[];
  /** How long another context may hold an older version before the caller is told, in milliseconds. */
  patience?: number;
  /** Called when the connection is closed from outside: by a newer version elsewhere or by the browser. */
  onClosed?: () => void;
}

/** How long a page with the older version may take to let go of it. */
const PATIENCE = 3_000;

/**
 * Opens the database, brought up to date. Rejects with a `StoreError`: `database-blocked`, `database-unavailable`,
 * `database-newer`, `migration-failed` or `quota-exceeded`.
 */
export async function openDatabase(options: OpenOptions = {}): Promise<GatehouseDatabase> {
  const { name = DATABASE_NAME, migrations = MIGRATIONS, patience = PATIENCE, onClosed } = options;
  const version = options.migrations ? migrations.length : DATABASE_VERSION;
  let upgrading = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let given = false;
  const tooLate = Promise.withResolvers<never>();
  // Asynchronous, because `indexedDB.open` throws at once where the browser's settings forbid storage.
  const connect = async (): Promise<GatehouseDatabase> =>
    await openDB<GatehouseSchema>(name, version, {
      upgrade(database, from, _to, transaction) {
        upgrading = true;
        // Not awaited by idb; the transaction stays open as long as the steps work on it.
        void migrate(
          database as unknown as Parameters<typeof migrate>[0],
          transaction as unknown as Parameters<typeof migrate>[1],
          from,
          migrations,
        );
      },
      blocked() {
        timer = setTimeout(() => {
          given = true;
          tooLate.reject(new StoreError('database-blocked'));
        }, patience);
      },
      // A newer version waits elsewhere: let it, at once. Open work of this context ends with its transactions.
      blocking(_current, _blocked, event) {
        (event.target as IDBDatabase | null)?.close();
        onClosed?.();
      },
      terminated() {
        onClosed?.();
      },
    });
  const opening = connect();
  // An opening that comes after the caller was sent away must not block the next one.
  opening.then((late) => given && late.close()).catch(() => undefined);
  try {
    return await Promise.race([opening, tooLate.promise]);
  } catch (error) {
    const known = toStoreError(error);
    throw upgrading && known.code === 'database-unavailable'
      ? new StoreError('migration-failed', error)
      : known;
  } finally {
    clearTimeout(timer);
  }
}

let current: Promise<GatehouseDatabase> | undefined;

/** Forgets the connection, so that the next caller opens a new one. */
function forget(connection: Promise<GatehouseDatabase>): void {
  if (current === connection) current = undefined;
}

/**
 * The context's one connection. A failed opening is not remembered: the next caller tries again.
 * Rejects with a `StoreError`.
 */
export function openGatehouse(): Promise<GatehouseDatabase> {
  if (current) return current;
  const connection: Promise<GatehouseDatabase> = openDatabase({ onClosed: () => forget(connection) });
  current = connection;
  connection.catch(() => forget(connection));
  return connection;
}

/** The same connection, as `lib/activity` takes it: it knows its own stores only. */
export async function openActivity(): Promise<ActivityDatabase> {
  return (await openGatehouse()) as unknown as ActivityDatabase;
}

/** Closes the context's connection, if there is one; the next `openGatehouse` opens a new one. */
export async function closeGatehouse(): Promise<void> {
  const connection = current;
  current = undefined;
  const database = await connection?.catch(() => undefined);
  database?.close();
}
