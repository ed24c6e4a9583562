import { extensionApi } from '../../lib/background/extension-api.ts';
import { cloudOfConsole, consoleHost } from '../../lib/catalogue/clouds.ts';
import { organizationOf } from '../../lib/console/organization.ts';

/** The organization of the console tab in front; addresses of other sites are not even visible to us. */
export async function activeOrganization(): Promise<string | undefined> {
  const [tab] = await extensionApi().tabs.query({ active: true, currentWindow: true });
  if (!tab?.url || cloudOfConsole(tab.url) === undefined) return undefined;
  return organizationOf(new URL(tab.url).pathname);
}

/** Opens the MCP page where it was last seen, else the console's start, from which the menu leads there. */
export async function openConsole(
  cloud: string,
  org: string | undefined,
  path: string | undefined,
): Promise<void> {
  const known = org !== undefined && path !== undefined && organizationOf(path) === org;
  await extensionApi().tabs.create({
    url: `https://${consoleHost(cloud)}${known ? path : org === undefined ? '/' : `/o/${org}`}`,
  });
  window.close();
}

/** Opens the options on an organization; the browser's own way to them can't say which. */
export async function openOptions(org: string | undefined): Promise<void> {
  const page = `options.html${org === undefined ? '' : `?org=${org}`}`;
  await extensionApi().tabs.create({ url: new URL(page, location.href).href });
  window.close();
}
