import type { IDBPDatabase, IDBPTransaction } from 'idb';

/**
 * The steps from one version of the database to the next; the step at place n leads to version n + 1. A step that
 * was released is never edited: what it misses is a further step. Each version has a stored fixture in the tests.
 */

/** A migration works on any shape, so it is not typed by today's schema. */
export type UpgradeDatabase = IDBPDatabase<unknown>;
export type UpgradeTransaction = IDBPTransaction<unknown, string[], 'versionchange'>;

/** May be asynchronous as long as it awaits nothing but the transaction itself. */
export type Migration = (database: UpgradeDatabase, transaction: UpgradeTransaction) => void | Promise<void>;

function createFirst(database: UpgradeDatabase): void {
  const events = database.createObjectStore('events', { keyPath: ['org', 'id'] });
  events.createIndex('by-time', ['org', 'time']);
  database.createObjectStore('counters', { keyPath: ['org', 'unit', 'dimension', 'at'] });
  const actors = database.createObjectStore('actors', { keyPath: ['org', 'id'] });
  actors.createIndex('by-first-seen', ['org', 'firstSeen']);
  database.createObjectStore('cursors', { keyPath: ['org', 'source'] });
  database.createObjectStore('catalogue', { keyPath: ['org', 'id'] });
  database.createObjectStore('organizations', { keyPath: 'org' });
  database.createObjectStore('snapshots', { keyPath: ['org', 'at'] });
  database.createObjectStore('changes', { keyPath: ['org', 'at'] });
  database.createObjectStore('register', { keyPath: ['org', 'pattern'] });
  const imports = database.createObjectStore('imports', { keyPath: ['org', 'id'] });
  imports.createIndex('by-start', ['org', 'startedAt']);
  database.createObjectStore('importPlans', { keyPath: ['org', 'run', 'first'] });
  database.createObjectStore('importSteps', { keyPath: ['org', 'run', 'index'] });
  database.createObjectStore('teachings', { keyPath: ['org', 'language'] });
  database.createObjectStore('leases', { keyPath: 'name' });
  database.createObjectStore('meta', { keyPath: 'key' });
}

function addAcceptances(database: UpgradeDatabase): void {
  database.createObjectStore('acceptances', { keyPath: ['org', 'rule'] });
}

export const MIGRATIONS: readonly Migration[] = [createFirst, addAcceptances];

/** The version that this build writes. */
export const DATABASE_VERSION: number = MIGRATIONS.length;

/**
 * Brings a database from `from` to `from + migrations.length`. When a step fails the whole upgrade is undone and the
 * version stays: a later build may do better, and nothing was lost.
 *
 * An asynchronous step that fails would not undo anything by itself, hence the explicit abort.
 */
export async function migrate(
  database: UpgradeDatabase,
  transaction: UpgradeTransaction,
  from: number,
  migrations: readonly Migration[] = MIGRATIONS,
): Promise<void> {
  // The failed opening tells the caller; the same told by the transaction would be an unhandled rejection.
  transaction.done.catch(() => undefined);
  try {
    for (const step of migrations.slice(from)) await step(database, transaction);
  } catch (error) {
    console.error('Gatehouse: the database could not be brought up to date.', error);
    transaction.abort();
  }
}
