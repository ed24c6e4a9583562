import type { GatehouseDatabase } from './database.ts';
import { metaRecord, type Organization, organization } from './records.ts';
import { readAllAs, readAs, readWrite, type WriteStore } from './transaction.ts';

/** Notes a visit to an organization's console, inside the transaction that stores what was seen there. */
export async function noteVisit(
  organizations: WriteStore<'organizations'>,
  meta: WriteStore<'meta'>,
  org: string,
  at: number,
): Promise<void> {
  const known = readAs(organization, await organizations.get(org));
  await organizations.put({ org, firstSeenAt: known?.firstSeenAt ?? at, lastSeenAt: at });
  await meta.put({ key: 'lastVisited', value: org });
}

/** Makes an organization known whose console may never have been visited: a key or a file of it was given. */
export async function noteOrganization(database: GatehouseDatabase, org: string, at: number): Promise<void> {
  await readWrite(database, ['organizations'], async (transaction) => {
    const store = transaction.objectStore('organizations');
    if ((await store.get(org)) === undefined) await store.put({ org, firstSeenAt: at, lastSeenAt: at });
  });
}

/** The organizations that are known, the last visited first, then by when they were last seen. */
export async function listOrganizations(database: GatehouseDatabase): Promise<Organization[]> {
  const [all, last] = await Promise.all([database.getAll('organizations'), lastVisited(database)]);
  return readAllAs(organization, all).sort(
    (a, b) => Number(b.org === last) - Number(a.org === last) || b.lastSeenAt - a.lastSeenAt,
  );
}

/** The organization that was visited last; undefined before the first visit. */
export async function lastVisited(database: GatehouseDatabase): Promise<string | undefined> {
  return readAs(metaRecord, await database.get('meta', 'lastVisited'))?.value;
}
