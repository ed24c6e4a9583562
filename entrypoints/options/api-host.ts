import { extensionApi } from '../../lib/background/extension-api.ts';

/** The permission to ask the Organizations API: asked for when a key is saved, given back with the last one. */
const HOST = { origins: ['https://api.atlassian.com/*'] };

/**
 * Asks the admin, who sees the browser's own question the first time only. To be called within a click, before
 * anything is awaited. False when they said no.
 */
export async function askForApiHost(): Promise<boolean> {
  return await extensionApi().permissions.request(HOST);
}

/** Gives the permission back. False when the browser kept it. */
export async function releaseApiHost(): Promise<boolean> {
  const { permissions, runtime } = extensionApi();
  const { host_permissions: granted = [] } = runtime.getManifest();
  // A build that has it from the start (the checks' own) has nothing to give back.
  if (HOST.origins.every((origin) => granted.includes(origin))) return true;
  await permissions.remove(HOST);
  return !(await permissions.contains(HOST));
}
