import { readStatus } from '../activity/summary/index.ts';
import { openActivity } from '../store/database.ts';
import { organizationsWithKey } from '../store/key-vault.ts';
import { allows } from '../store/policy/shape.ts';
import { hasUnseen } from '../store/seen-findings.ts';
import { visitedOrganization } from './organizations.ts';
import type { BackgroundPorts } from './ports.ts';
import { type PosturePorts, postureOf } from './posture-of.ts';
import { settingsInForce } from './settings-in-force.ts';

export type BadgePorts = PosturePorts & Pick<BackgroundPorts, 'sessionStorage' | 'showBadge'>;

/**
 * The badge is for what the admin has to act on, and only where they want it: worked out anew from what is stored, so
 * that a worker that was just started shows the same as the one before.
 */
export async function refreshBadge(ports: BadgePorts): Promise<void> {
  const { sessionStorage, showBadge, now } = ports;
  if (!(await settingsInForce(ports)).badge) return await showBadge(false);
  const database = await openActivity();
  const states = await Promise.all(
    (await organizationsWithKey(sessionStorage)).map((org) => readStatus(database, org, 'api', now())),
  );
  const failed = states.some(({ stopped }) => stopped);
  await showBadge(failed || (await somethingNew(ports)));
}

/** The same beside other work, which neither waits for the badge nor fails with it. */
export function refreshBadgeSoon(ports: BadgePorts): void {
  refreshBadge(ports).catch((error: unknown) =>
    console.error('Gatehouse: the badge was not renewed.', error),
  );
}

/** Whether the organization visited last has a finding that the admin has not seen yet. */
async function somethingNew(ports: BadgePorts): Promise<boolean> {
  if (!allows((await ports.policy()).policy, 'findings')) return false;
  const org = await visitedOrganization(ports, await ports.open());
  const found = org === undefined ? null : await postureOf(ports, org);
  return found !== null && (await hasUnseen(ports.localStorage, found.org, found.findings));
}
