import type { SyncLease } from '../activity/sync/run.ts';
import type { GatehouseDatabase } from './database.ts';
import { acquireLease, releaseLease, renewLease } from './leases.ts';

/**
 * Lets one context at a time fetch an organization's events. `owner`: the background's own name, which it has again after it
 * was stopped; a page that takes a file in makes one up.
 */
export function createSyncLease(
  database: GatehouseDatabase,
  org: string,
  owner: string,
  now: () => number = Date.now,
): SyncLease {
  const name = `sync/${org}`;
  return {
    acquire: async () => (await acquireLease(database, name, owner, now())).held,
    renew: async () => (await renewLease(database, name, owner, now())).held,
    release: () => releaseLease(database, name, owner),
  };
}
