import type { CloudView } from '../../components/options/model.ts';
import { organization as organizationWords, cloud as words } from '../../components/options/words.ts';
import { apiHost, COMMERCIAL, cloudOfConsole, consoleHost, GOVERNMENT } from '../../lib/catalogue/clouds.ts';
import { send } from '../../lib/messages/send.ts';
import { askForHost, isGranted, releaseHost } from './hosts.ts';
import { loadKey } from './key-actions.ts';
import { change, current, failed } from './state.ts';

/** The switch for an organization that is in another cloud: its console is asked for, and given back. */

const changeCloud = (part: Partial<CloudView>) => change({ cloud: { ...current().cloud, ...part } });

/** The cloud that is written down for the organization in the field; undefined for the commercial one. */
function chosenCloud(): string | undefined {
  const { organization, settings } = current();
  return organization.id === undefined ? undefined : settings.clouds[organization.id];
}

/** Where an address of another cloud's console was typed as the organization, it says the cloud as well. */
function cloudIn(text: string): string | undefined {
  const cloud = cloudOfConsole(text.trim());
  return cloud === COMMERCIAL ? undefined : cloud;
}

/** Shows what is chosen for the organization, and whether the browser allows it. `typed` is what stood in the field. */
export async function loadCloud(typed = ''): Promise<void> {
  const cloud = chosenCloud();
  const pasted = cloudIn(typed);
  const host = consoleHost(cloud ?? pasted ?? GOVERNMENT);
  changeCloud({ on: cloud !== undefined || pasted !== undefined, host, granted: false, outcome: undefined });
  await lookAtGrant();
}

/** Looks whether the browser still allows the chosen console. */
export async function lookAtGrant(): Promise<void> {
  const cloud = chosenCloud();
  if (cloud === undefined) return;
  const host = consoleHost(cloud);
  const granted = await isGranted(host);
  if (chosenCloud() !== cloud) return;
  changeCloud(granted ? { granted } : { granted, outcome: { level: 'warn', message: words.withheld(host) } });
}

/** Writes the cloud down; false when that failed, which is shown. */
async function write(org: string, cloud: string): Promise<boolean> {
  const reply = await send('settings/set', { clouds: { [org]: cloud } });
  if (reply.ok) change(reply.value);
  else changeCloud({ outcome: failed(reply) });
  return reply.ok;
}

async function allow(): Promise<void> {
  const { id: org, text } = current().organization;
  if (org === undefined) {
    const message = text.trim() === '' ? organizationWords.missing : organizationWords.wrong;
    return changeCloud({ outcome: { level: 'error', message } });
  }
  const typed = current().cloud.host.trim().toLowerCase();
  const cloud = cloudIn(typed.includes('://') ? typed : `https://${typed}`);
  if (cloud === undefined) return changeCloud({ outcome: { level: 'error', message: words.wrong } });
  const host = consoleHost(cloud);
  const before = chosenCloud();
  // The browser's question belongs to the click: nothing may be awaited before it.
  if (!(await askForHost(host)))
    return changeCloud({ outcome: { level: 'error', message: words.denied(host) } });
  if (!(await write(org, cloud))) return;
  if (before !== undefined && before !== cloud) await leave(before);
  changeCloud({ on: true, host, granted: true, outcome: { level: 'ok', message: words.works(host) } });
  await loadKey(org);
}

/** Gives back what no organization needs any more. False when the browser kept it. */
async function leave(cloud: string): Promise<boolean> {
  if (Object.values(current().settings.clouds).includes(cloud)) return true;
  const released = await Promise.all([consoleHost(cloud), apiHost(cloud)].map(releaseHost));
  return !released.includes(false);
}

async function switchTo(on: boolean): Promise<void> {
  const cloud = chosenCloud();
  const { id: org } = current().organization;
  if (on || org === undefined || cloud === undefined) return changeCloud({ on, outcome: undefined });
  const host = consoleHost(cloud);
  if (!(await write(org, COMMERCIAL))) return;
  const released = await leave(cloud);
  changeCloud({
    on: false,
    granted: false,
    outcome: released
      ? { level: 'ok', message: words.off(host) }
      : { level: 'warn', message: words.kept(host) },
  });
  await loadKey(org);
}

export const cloudActions = {
  onSwitch: (on: boolean) => void switchTo(on),
  onHost: (host: string) => changeCloud({ host, outcome: undefined }),
  onAllow: () => void allow(),
};
