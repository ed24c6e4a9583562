import type { Handlers } from '../messages/handle.ts';
import { ok } from '../messages/reply.ts';
import { lastVisited, listOrganizations } from '../store/organizations.ts';
import { latestSnapshot, pendingChanges } from '../store/snapshots.ts';
import type { BackgroundPorts } from './ports.ts';

type StatusHandlers = Pick<Handlers, 'status/get' | 'orgs/list'>;

/** What the popup shows before anything else: the server as it was last seen, and which organizations are known. */
export function statusHandlers({ open }: Pick<BackgroundPorts, 'open'>): StatusHandlers {
  return {
    'status/get': async ({ org: named }) => {
      const database = await open();
      const org = named ?? (await lastVisited(database));
      const seen = org === undefined ? undefined : await latestSnapshot(database, org);
      if (!seen) return ok(null);
      return ok({
        org: seen.org,
        settings: seen.settings,
        customDomains: seen.entries?.length ?? null,
        seenAt: seen.at,
        listSeenAt: seen.entriesAt,
        path: seen.path,
        language: seen.language,
        changes: (await pendingChanges(database, seen.org)) ?? null,
      });
    },

    'orgs/list': async () => {
      const known = await listOrganizations(await open());
      return ok(known.map(({ org, lastSeenAt }) => ({ org, lastSeenAt })));
    },
  };
}
