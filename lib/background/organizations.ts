import type { GatehouseDatabase } from '../store/database.ts';
import { lastVisited, listOrganizations } from '../store/organizations.ts';
import { allowsOrganization } from '../store/policy/shape.ts';
import type { Organization } from '../store/records.ts';
import type { BackgroundPorts } from './ports.ts';

/** The organizations that are known and that the policy allows, the last visited first. */
export async function knownOrganizations(
  { policy: readPolicy }: Pick<BackgroundPorts, 'policy'>,
  database: GatehouseDatabase,
): Promise<Organization[]> {
  const { policy } = await readPolicy();
  return (await listOrganizations(database)).filter(({ org }) => allowsOrganization(policy, org));
}

/** The one that was visited last, if the policy allows it; else undefined. */
export async function visitedOrganization(
  { policy: readPolicy }: Pick<BackgroundPorts, 'policy'>,
  database: GatehouseDatabase,
): Promise<string | undefined> {
  const [{ policy }, org] = await Promise.all([readPolicy(), lastVisited(database)]);
  return org !== undefined && allowsOrganization(policy, org) ? org : undefined;
}
