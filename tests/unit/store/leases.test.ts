import { beforeEach, describe, expect, it, vi } from 'vitest';
import { type GatehouseDatabase, openDatabase } from '../../../lib/store/database.ts';
import {
  acquireLease,
  heldByOther,
  LEASE_TIME,
  releaseLease,
  renewLease,
} from '../../../lib/store/leases.ts';
import { createSyncLease } from '../../../lib/store/sync-lease.ts';
import { freshDatabase } from './fresh-database.ts';

const NAME = 'import/an-organization';
const NOW = 1_800_000_000_000;
let database: GatehouseDatabase;

beforeEach(async () => {
  database = await freshDatabase();
});

describe('a lease', () => {
  it('has one holder until its time is over', async () => {
    expect(await acquireLease(database, NAME, 'a', NOW)).toEqual({ held: true, expiresAt: NOW + LEASE_TIME });
    expect(await acquireLease(database, NAME, 'b', NOW + 1)).toEqual({
      held: false,
      expiresAt: NOW + LEASE_TIME,
    });
    expect(await acquireLease(database, NAME, 'b', NOW + LEASE_TIME)).toMatchObject({ held: true });
    expect(await renewLease(database, NAME, 'a', NOW + LEASE_TIME + 1)).toMatchObject({ held: false });
  });

  it('goes to one of two contexts that ask at the same time', async () => {
    const other = await openDatabase();
    const answers = await Promise.all([
      acquireLease(database, NAME, 'a', NOW),
      acquireLease(other, NAME, 'b', NOW),
    ]);
    expect(answers.filter(({ held }) => held)).toHaveLength(1);
    other.close();
  });

  it('is renewed by its holder, even late when nobody took it', async () => {
    await acquireLease(database, NAME, 'a', NOW);
    expect(await renewLease(database, NAME, 'a', NOW + 5_000)).toMatchObject({
      expiresAt: NOW + 5_000 + LEASE_TIME,
    });
    expect(await renewLease(database, NAME, 'a', NOW + 900_000)).toMatchObject({ held: true });
  });

  it('may be asked for twice by the same owner', async () => {
    await acquireLease(database, NAME, 'a', NOW);
    expect(await acquireLease(database, NAME, 'a', NOW + 1)).toMatchObject({ held: true });
  });

  it('is given back by its owner only', async () => {
    await acquireLease(database, NAME, 'a', NOW);
    await releaseLease(database, NAME, 'b');
    expect(await acquireLease(database, NAME, 'b', NOW)).toMatchObject({ held: false });
    await releaseLease(database, NAME, 'a');
    expect(await renewLease(database, NAME, 'a', NOW)).toMatchObject({ held: false });
    expect(await acquireLease(database, NAME, 'b', NOW)).toMatchObject({ held: true });
  });

  it('from a clock that ran ahead holds nobody off', async () => {
    await acquireLease(database, NAME, 'a', NOW + 3_600_000);
    expect(await heldByOther(database, NAME, 'b', NOW)).toBe(false);
    expect(await acquireLease(database, NAME, 'b', NOW)).toMatchObject({ held: true });
  });

  it('that can not be read holds nobody off', async () => {
    vi.spyOn(console, 'warn').mockReturnValue(undefined);
    await database.put('leases', { name: NAME, owner: 7, expiresAt: 'soon' } as never);
    expect(await acquireLease(database, NAME, 'b', NOW)).toMatchObject({ held: true });
  });

  it('is told from the side of others', async () => {
    await acquireLease(database, NAME, 'a', NOW);
    expect(await heldByOther(database, NAME, 'a', NOW)).toBe(false);
    expect(await heldByOther(database, NAME, 'c', NOW)).toBe(true);
    expect(await heldByOther(database, NAME, 'b', NOW + LEASE_TIME)).toBe(false);
  });
});

describe('the lease of a sync', () => {
  it('is held by one context for each organization, beside that of an import', async () => {
    let now = NOW;
    const mine = createSyncLease(database, 'org-a', 'mine', () => now);
    const other = createSyncLease(database, 'org-a', 'other', () => now);
    await acquireLease(database, 'import/org-a', 'a tab', now);
    expect(await mine.acquire()).toBe(true);
    expect(await other.acquire()).toBe(false);
    expect(await createSyncLease(database, 'org-b', 'other', () => now).acquire()).toBe(true);
    now += LEASE_TIME;
    expect(await other.acquire()).toBe(true);
    expect(await mine.renew()).toBe(false);
    await other.release();
    expect(await mine.acquire()).toBe(true);
  });
});
