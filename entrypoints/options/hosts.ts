import { extensionApi } from '../../lib/background/extension-api.ts';
import { patternOf } from '../../lib/catalogue/clouds.ts';

/** Permissions for optional hosts: each is asked for when it is needed first, and given back when it is not any more. */

/**
 * Asks the admin, who sees the browser's own question the first time only. To be called within a click, before
 * anything is awaited. False when they said no.
 */
export async function askForHost(host: string): Promise<boolean> {
  return await extensionApi().permissions.request({ origins: [patternOf(host)] });
}

/** Whether the browser lets us work on a host, and ask it. */
export async function isGranted(host: string): Promise<boolean> {
  return await extensionApi().permissions.contains({ origins: [patternOf(host)] });
}

/** Gives permissions back. False when the browser kept one. */
async function release(origins: readonly string[]): Promise<boolean> {
  const { permissions } = extensionApi();
  let kept = false;
  for (const origin of origins) {
    const one = { origins: [origin] };
    await permissions.remove(one);
    kept ||= await permissions.contains(one);
  }
  return !kept;
}

/** The origins that are there from the start: a build for checks has them all, and nothing to give back. */
function required(): readonly string[] {
  return extensionApi().runtime.getManifest().host_permissions ?? [];
}

/** Gives the permission for one host back. False when the browser kept it. */
export async function releaseHost(host: string): Promise<boolean> {
  const { permissions } = extensionApi();
  const { origins = [] } = await permissions.getAll();
  const own = patternOf(host);
  return !origins.includes(own) || required().includes(own) || (await release([own]));
}

/** Gives back whatever was granted beside what is there from the start. False when the browser kept one. */
export async function releaseAllHosts(): Promise<boolean> {
  const { origins = [] } = await extensionApi().permissions.getAll();
  return await release(origins.filter((origin) => !required().includes(origin)));
}

/** Tells when a permission was granted or taken back, here or on the browser's own pages. */
export function onGrants(changed: () => void): void {
  const { permissions } = extensionApi();
  permissions.onAdded.addListener(changed);
  permissions.onRemoved.addListener(changed);
}
