/**
 * Pages of the console of which the admin said in the popup that they are the MCP server's, by their paths. Kept where
 * the script in the console's page can read it without waking the background; it names organizations and no more.
 */
export const CLAIMED_KEY = 'claimedPages';

/** The most that is remembered; the oldest go first. */
const MOST = 50;
const LONGEST = 2_048;

interface Area {
  get(key: string): Promise<Record<string, unknown>>;
  set(values: Record<string, unknown>): Promise<void>;
}

/** The paths, oldest first. What can't be read is left out. */
export async function claimedPages(area: Pick<Area, 'get'>): Promise<string[]> {
  const stored = (await area.get(CLAIMED_KEY))[CLAIMED_KEY];
  if (!Array.isArray(stored)) return [];
  return stored.filter((path): path is string => typeof path === 'string' && path.length <= LONGEST);
}

/** Remembers what the admin said of a page, or takes it back. */
export async function claimPage(area: Area, path: string, claimed: boolean): Promise<void> {
  if (path.length > LONGEST) return;
  const others = (await claimedPages(area)).filter((one) => one !== path);
  await area.set({ [CLAIMED_KEY]: claimed ? [...others, path].slice(-MOST) : others });
}
