import { claimedPages } from './claimed-pages.ts';
import { scriptBridge } from './script-bridge.ts';

/** Whether the admin said in the popup that the page at this address is the MCP server's. */
export function isClaimed(path: string = location.pathname): boolean {
  return scriptBridge().claimed?.has(path) === true;
}

interface Storage {
  local: { get(key: string): Promise<Record<string, unknown>> };
}

/** Brings what the admin said of pages. Once a document; where it can't be read nothing was said. */
export async function bringClaimed(look: () => void): Promise<void> {
  const { browser, chrome } = globalThis as {
    browser?: { storage?: Storage };
    chrome?: { storage?: Storage };
  };
  const area = (browser?.storage ?? chrome?.storage)?.local;
  if (!area) return;
  // An extension that was updated under the page has no storage any more; its orphan needs none.
  const paths = await claimedPages(area).catch(() => []);
  const bridge = scriptBridge();
  bridge.claimed = new Set([...paths, ...(bridge.claimed ?? [])]);
  if (isClaimed()) look();
}
