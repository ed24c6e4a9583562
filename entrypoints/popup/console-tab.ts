import { browser } from 'wxt/browser';
import { organizationOf } from '../../lib/console/organization.ts';

const CONSOLE = 'https://admin.atlassian.com';

/** The organization of the console tab in front; addresses of other sites are not even visible to us. */
export async function activeOrganization(): Promise<string | undefined> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  if (!tab?.url?.startsWith(`${CONSOLE}/`)) return undefined;
  return organizationOf(new URL(tab.url).pathname);
}

/** Opens the MCP page where it was last seen, else the console's start, from which the menu leads there. */
export async function openConsole(org: string | undefined, path: string | undefined): Promise<void> {
  const known = org !== undefined && path !== undefined && organizationOf(path) === org;
  await browser.tabs.create({ url: `${CONSOLE}${known ? path : org === undefined ? '/' : `/o/${org}`}` });
  window.close();
}
