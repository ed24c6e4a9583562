import type { ConsoleSettings } from '../console/types.ts';
import type { GatehouseDatabase } from './database.ts';
import { carryOver, compare, isEmpty, sumUp } from './differences.ts';
import { noteVisit } from './organizations.ts';
import { NOTHING_OWN, type OwnChanges, ownChanges, withoutOwn } from './own-changes.ts';
import { type Changes, type Snapshot, snapshot, storedChanges } from './snapshot-records.ts';
import { beginningWith, readAllAs, readAs, readWrite } from './transaction.ts';

/** How many snapshots of an organization are kept; a page that looks as before only moves the last one's time. */
export const KEPT_SNAPSHOTS = 20;

export interface SeenPage {
  org: string;
  settings: ConsoleSettings;
  /** The whole list; absent when it was not read to its end. */
  entries?: string[];
  language: string;
  path: string;
  /** Milliseconds since 1970. */
  at: number;
  /** Whether a difference is somebody else's doing and is to be told. */
  arrival: boolean;
}

/** The page as it was last seen; undefined before the first visit. */
export async function latestSnapshot(
  database: GatehouseDatabase,
  org: string,
): Promise<Snapshot | undefined> {
  const cursor = await database.transaction('snapshots').store.openCursor(beginningWith(org), 'prev');
  return readAs(snapshot, cursor?.value);
}

function sameAs(before: Snapshot, now: Snapshot): boolean {
  const { entries } = now;
  return (
    isEmpty(compare(before, now)) &&
    JSON.stringify(before.settings) === JSON.stringify(now.settings) &&
    before.entries?.length === entries?.length &&
    (before.entries ?? []).every((entry, index) => entry === entries?.[index])
  );
}

/** What we did since the list was last read; asked of the journal only where the list differs, since a run may be long. */
async function ownSince(
  database: GatehouseDatabase,
  { org, settings, entries }: SeenPage,
): Promise<OwnChanges> {
  const last = await latestSnapshot(database, org);
  const differs = last && entries && !isEmpty(compare(last, { settings, entries }));
  return differs && last.entriesAt !== null ? await ownChanges(database, org, last.entriesAt) : NOTHING_OWN;
}

/**
 * Stores what the page shows, and on arrival what differs from the last time. Storing the same again changes nothing
 * but the time. Rejects with a `StoreError`.
 *
 * @returns whether this brought a difference that is to be told.
 */
export async function saveSnapshot(
  database: GatehouseDatabase,
  seen: SeenPage,
  now: number,
): Promise<boolean> {
  const at = Math.min(seen.at, now);
  const own = seen.arrival ? await ownSince(database, seen) : NOTHING_OWN;
  return await readWrite(database, ['organizations', 'meta', 'snapshots', 'changes'], async (transaction) => {
    const snapshots = transaction.objectStore('snapshots');
    const keys = await snapshots.getAllKeys(beginningWith(seen.org));
    const lastKey = keys.at(-1);
    const before = lastKey && readAs(snapshot, await snapshots.get(lastKey));
    const after: Snapshot = {
      org: seen.org,
      at,
      settings: before ? carryOver(before.settings, seen.settings) : seen.settings,
      entries: seen.entries ?? before?.entries ?? null,
      entriesAt: seen.entries ? at : (before?.entriesAt ?? null),
      language: seen.language,
      path: seen.path,
    };
    const difference = before && withoutOwn(compare(before, after), own);
    const told = seen.arrival && before !== undefined && difference !== undefined && !isEmpty(difference);
    if (told) {
      const change = { ...difference, org: seen.org, at, since: before.at, dismissed: false };
      await transaction.objectStore('changes').put(change);
    }
    // Records of a clock that ran ahead would pass for the newest for ever.
    const gone = keys.filter(([, time]) => time > at);
    if (lastKey && before && sameAs(before, after)) gone.push(lastKey);
    const surplus = keys.length + 1 - gone.length - KEPT_SNAPSHOTS;
    if (surplus > 0) gone.push(...keys.slice(0, surplus));
    for (const key of gone) await snapshots.delete(key);
    await snapshots.put(after);
    await noteVisit(transaction.objectStore('organizations'), transaction.objectStore('meta'), seen.org, at);
    return told;
  });
}

/** All that was noticed and not dismissed, as one difference; undefined when there is none. */
export async function pendingChanges(database: GatehouseDatabase, org: string): Promise<Changes | undefined> {
  const all = readAllAs(storedChanges, await database.getAll('changes', beginningWith(org)));
  const pending = all.filter(({ dismissed }) => !dismissed);
  const first = pending[0];
  const last = pending.at(-1);
  const sum = sumUp(pending);
  if (!first || !last || isEmpty(sum)) return undefined;
  return { org, at: last.at, since: first.since, ...sum };
}

/** How long a difference is kept after it was noticed, in milliseconds: as long as Atlassian's own audit log. */
const KEPT_CHANGES = 180 * 24 * 3_600_000;

/** The admin has seen the changes: they are not told again. Those that are too old are deleted. */
export async function dismissChanges(database: GatehouseDatabase, org: string, now: number): Promise<void> {
  await readWrite(database, ['changes'], async (transaction) => {
    const store = transaction.objectStore('changes');
    for (const change of await store.getAll(beginningWith(org))) {
      if (change.at < now - KEPT_CHANGES) await store.delete([change.org, change.at]);
      else if (!change.dismissed) await store.put({ ...change, dismissed: true });
    }
  });
}
