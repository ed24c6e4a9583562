import { COMMERCIAL, consoleHost } from '../catalogue/clouds.ts';
import { allowsOrganization } from '../store/policy/shape.ts';
import type { BackgroundPorts } from './ports.ts';
import { settingsInForce } from './settings-in-force.ts';

/** The consoles of other clouds: where the admin named one and the browser granted it, our script is registered. */

export type ConsolePorts = Pick<
  BackgroundPorts,
  'localStorage' | 'policy' | 'mayReach' | 'registeredHosts' | 'registerHost' | 'unregisterHost'
>;

/** The cloud an organization is in, by what the admin chose. */
export async function cloudOf(
  ports: Pick<BackgroundPorts, 'localStorage' | 'policy'>,
  org: string,
): Promise<string> {
  return (await settingsInForce(ports)).clouds[org] ?? COMMERCIAL;
}

async function hostsToServe(ports: ConsolePorts): Promise<string[]> {
  const [{ clouds }, { policy }] = await Promise.all([settingsInForce(ports), ports.policy()]);
  const allowed = Object.entries(clouds).filter(([org]) => allowsOrganization(policy, org));
  const hosts = [...new Set(allowed.map(([, cloud]) => consoleHost(cloud)))];
  const granted = await Promise.all(hosts.map((host) => ports.mayReach(host)));
  return hosts.filter((_, index) => granted[index]);
}

/**
 * Makes a function that registers our script where it belongs and takes it away where it doesn't. To be called whenever
 * a choice, a grant or the policy may have changed: it compares what is with what should be, so it can be called
 * once too often; calls wait for each other.
 */
export function createConsoleAligner(ports: ConsolePorts): () => Promise<void> {
  let queue: Promise<void> = Promise.resolve();
  const align = async () => {
    const [wanted, registered] = await Promise.all([hostsToServe(ports), ports.registeredHosts()]);
    for (const host of registered) if (!wanted.includes(host)) await ports.unregisterHost(host);
    for (const host of wanted) if (!registered.includes(host)) await ports.registerHost(host);
  };
  return () => {
    const aligned = queue.then(align);
    queue = aligned.catch(() => undefined);
    return aligned;
  };
}
