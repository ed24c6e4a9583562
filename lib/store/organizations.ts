import type { GatehouseDatabase } from './database.ts';
import { metaRecord, type Organization, organization } from './records.ts';
import { readAllAs, readAs, type WriteStore } from './transaction.ts';

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

/** The organizations whose console was visited, the last visited first, then by when they were last seen. */
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
