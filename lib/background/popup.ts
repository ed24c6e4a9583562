import { COMMERCIAL } from '../catalogue/clouds.ts';
import type { Handlers } from '../messages/handle.ts';
import { ok } from '../messages/reply.ts';
import { viewOfPolicy } from '../store/policy/shape.ts';
import { readActivity } from './activity.ts';
import type { ActivitySync } from './activity-sync.ts';
import { cloudOf } from './consoles.ts';
import { knownOrganizations, visitedOrganization } from './organizations.ts';
import type { BackgroundPorts } from './ports.ts';
import { readOrganization } from './status.ts';

/** The popup asks once and gets all that it shows at first sight: it carries neither the database nor schemas. */
export function popupHandlers(ports: BackgroundPorts, sync: ActivitySync): Pick<Handlers, 'popup/get'> {
  return {
    'popup/get': async ({ org: named, window }) => {
      const database = await ports.open();
      const [known, visited] = await Promise.all([
        knownOrganizations(ports, database),
        visitedOrganization(ports, database),
      ]);
      const org = named ?? visited ?? known[0]?.org;
      const [status, activity] = await Promise.all([
        org === undefined ? null : readOrganization(database, org),
        readActivity(ports, sync, org, window),
      ]);
      const organizations = known.map(({ org: id }) => id);
      if (org !== undefined && !organizations.includes(org)) organizations.unshift(org);
      const { off } = viewOfPolicy((await ports.policy()).policy);
      const cloud = org === undefined ? COMMERCIAL : await cloudOf(ports, org);
      return ok({ organizations, org: org ?? null, cloud, status, activity, off });
    },
  };
}
