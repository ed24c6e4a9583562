import type { OrganizationStatus } from '../messages/answers.ts';
import type { Handlers } from '../messages/handle.ts';
import { ok } from '../messages/reply.ts';
import { alignRegister } from '../register/align.ts';
import type { GatehouseDatabase } from '../store/database.ts';
import { latestSnapshot, pendingChanges } from '../store/snapshots.ts';
import { readLayeredRegister } from './layered-register.ts';
import { knownOrganizations, visitedOrganization } from './organizations.ts';
import type { BackgroundPorts } from './ports.ts';

type StatusHandlers = Pick<Handlers, 'status/get' | 'list/get' | 'orgs/list'>;

/** The server as it was last seen; null when its page never was. Rejects with the database's error. */
export async function readOrganization(
  database: GatehouseDatabase,
  org: string,
): Promise<OrganizationStatus | null> {
  const seen = await latestSnapshot(database, org);
  if (!seen) return null;
  return {
    org: seen.org,
    settings: seen.settings,
    customDomains: seen.entries?.length ?? null,
    seenAt: seen.at,
    listSeenAt: seen.entriesAt,
    path: seen.path,
    language: seen.language,
    changes: (await pendingChanges(database, seen.org)) ?? null,
  };
}

/** The server as it was last seen, and which organizations are known. */
export function statusHandlers(ports: Pick<BackgroundPorts, 'open' | 'engine' | 'policy'>): StatusHandlers {
  const { open, engine } = ports;
  return {
    'status/get': async ({ org: named }) => {
      const database = await open();
      const org = named ?? (await visitedOrganization(ports, database));
      return ok(org === undefined ? null : await readOrganization(database, org));
    },

    'list/get': async ({ org: named }) => {
      const database = await open();
      const org = named ?? (await visitedOrganization(ports, database));
      if (org === undefined) return ok(null);
      const seen = await latestSnapshot(database, org);
      const list = seen?.entriesAt == null ? null : seen.entries;
      // A switch that was never seen counts as Atlassian ships it: on.
      const verdicts = engine.checkList(list ?? [], {
        supportedAllowed: seen?.settings.supportedDomains !== 'blocked',
      });
      const entries = list?.map((pattern, at) => ({
        pattern,
        verdict: verdicts[at] ?? { level: 'ok' as const, findings: [] },
      }));
      const register = alignRegister(
        await readLayeredRegister(ports, database, org),
        list ?? [],
        engine.normalise,
      );
      return ok({ org, seenAt: seen?.entriesAt ?? null, entries: entries ?? null, register });
    },

    'orgs/list': async () => {
      const known = await knownOrganizations(ports, await open());
      return ok(known.map(({ org, lastSeenAt }) => ({ org, lastSeenAt })));
    },
  };
}
