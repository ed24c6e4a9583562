import { keysFor } from '../register/align.ts';
import { layered } from '../register/layers.ts';
import type { RegisterRecord } from '../register/types.ts';
import type { GatehouseDatabase } from '../store/database.ts';
import type { PolicyRegisterEntry } from '../store/policy/shape.ts';
import { readRegister } from '../store/register.ts';
import { latestSnapshot } from '../store/snapshots.ts';
import type { BackgroundPorts } from './ports.ts';

type Ports = Pick<BackgroundPorts, 'policy' | 'engine'>;

/** What the policy starts an organization's register with, under the texts that list and register have. */
async function startOf(
  { policy: readPolicy, engine }: Ports,
  database: GatehouseDatabase,
  org: string,
  own: readonly RegisterRecord[],
): Promise<RegisterRecord[]> {
  const { policy } = await readPolicy();
  const ours = ({ organization }: PolicyRegisterEntry) => organization === undefined || organization === org;
  const start = policy.register.filter(ours);
  if (start.length === 0) return [];
  const seen = await latestSnapshot(database, org);
  const patterns = start.map(({ pattern }) => pattern);
  const texts = keysFor(patterns, own, seen?.entries ?? [], engine.normalise);
  return start.map(({ organization: _organization, ...entry }, index) => ({
    ...entry,
    pattern: texts[index] ?? entry.pattern,
  }));
}

/** The register as it is shown: the admin's own, above what the policy starts it with. */
export async function readLayeredRegister(
  ports: Ports,
  database: GatehouseDatabase,
  org: string,
): Promise<RegisterRecord[]> {
  const own = await readRegister(database, org);
  return layered(own, await startOf(ports, database, org, own));
}

/** What the policy has written down about one entry; none in most registers. */
export async function policyEntry(
  ports: Ports,
  database: GatehouseDatabase,
  org: string,
  pattern: string,
): Promise<RegisterRecord[]> {
  const start = await startOf(ports, database, org, await readRegister(database, org));
  return start.filter((entry) => entry.pattern === pattern);
}
