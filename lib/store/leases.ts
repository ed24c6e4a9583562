import type { GatehouseDatabase } from './database.ts';
import { type Lease, lease } from './records.ts';
import { readAs, readWrite, type WriteStore } from './transaction.ts';

/**
 * A lease says who may act now, in all tabs and contexts. It lies in our own database because the page can hold its
 * own `navigator.locks` for ever. A holder renews it; one that dies loses it when the time is over.
 */

/** How long a lease holds without being renewed, in milliseconds. */
export const LEASE_TIME = 15_000;

export interface LeaseState {
  held: boolean;
  /** Milliseconds since 1970: until when the holder has it, whoever that is. */
  expiresAt: number;
}

/**
 * Owners are written `tab:token`. A tab has one document at a time: after a reload the new one may take over from the
 * one that is gone, without waiting for its time to end. Owners of other forms are who they are.
 */
function isSameTab(a: string, b: string): boolean {
  const tab = /^\d+:/.exec(a)?.[0];
  return tab !== undefined && b.startsWith(tab);
}

/** Whether it still holds. One that seems to hold longer than a lease can is left from a clock that ran ahead. */
function holds({ expiresAt }: Lease, now: number): boolean {
  return expiresAt > now && expiresAt <= now + LEASE_TIME;
}

/** Takes or renews a lease inside a transaction, unless another tab holds it. */
export async function takeLease(
  store: WriteStore<'leases'>,
  name: string,
  owner: string,
  now: number,
): Promise<LeaseState> {
  const current = readAs(lease, await store.get(name));
  if (current && current.owner !== owner && !isSameTab(owner, current.owner) && holds(current, now)) {
    return { held: false, expiresAt: current.expiresAt };
  }
  const expiresAt = now + LEASE_TIME;
  await store.put({ name, owner, expiresAt });
  return { held: true, expiresAt };
}

/** Takes the lease, or says until when somebody else has it. Asking again as the same owner renews it. */
export async function acquireLease(
  database: GatehouseDatabase,
  name: string,
  owner: string,
  now: number,
): Promise<LeaseState> {
  return await readWrite(database, ['leases'], (transaction) =>
    takeLease(transaction.objectStore('leases'), name, owner, now),
  );
}

/**
 * Prolongs the lease of its owner, inside a transaction. One that ran out is prolonged too, as long as nobody took it
 * meanwhile; one that was released or taken is not.
 */
export async function keepLease(
  store: WriteStore<'leases'>,
  name: string,
  owner: string,
  now: number,
): Promise<LeaseState> {
  const current = readAs(lease, await store.get(name));
  if (current?.owner !== owner) return { held: false, expiresAt: current?.expiresAt ?? 0 };
  return await takeLease(store, name, owner, now);
}

/** As `keepLease`, in a transaction of its own. */
export async function renewLease(
  database: GatehouseDatabase,
  name: string,
  owner: string,
  now: number,
): Promise<LeaseState> {
  return await readWrite(database, ['leases'], (transaction) =>
    keepLease(transaction.objectStore('leases'), name, owner, now),
  );
}

/** Gives the lease back; nothing happens when it isn't the owner's. */
export async function releaseLease(database: GatehouseDatabase, name: string, owner: string): Promise<void> {
  await readWrite(database, ['leases'], async (transaction) => {
    const store = transaction.objectStore('leases');
    const current = readAs(lease, await store.get(name));
    if (current?.owner === owner) await store.delete(name);
  });
}

/** Whether another tab than the owner's holds the lease now. */
export async function heldByOther(
  database: GatehouseDatabase,
  name: string,
  owner: string,
  now: number,
): Promise<boolean> {
  const current = readAs(lease, await database.get('leases', name));
  if (!current || current.owner === owner || isSameTab(owner, current.owner)) return false;
  return holds(current, now);
}
