/** Keys and the popup's figures, used as an admin uses them. */
import type { Page } from 'puppeteer-core';
import type { Session } from './session.ts';
import { allSeen, click, seen, type, waitForId } from './test-ids.ts';
import { waitFor } from './wait.ts';

/** The windows of the popup, in milliseconds. */
export const POPUP_WINDOWS = { '24h': 86_400_000, '7d': 7 * 86_400_000, '30d': 30 * 86_400_000 } as const;
export type PopupWindow = keyof typeof POPUP_WINDOWS;

export async function saveApiKey(session: Session, org: string, key: string): Promise<void> {
  const page = await session.openExtensionPage(`options.html?org=${org}`);
  await waitForId(page, 'gate-org-id');
  await type(page, 'gate-api-key', key);
  await click(page, 'gate-api-key-save');
  await waitForId(page, 'gate-api-key-state', { with: { 'data-state': 'session' }, timeout: 20_000 });
  await page.close();
}

export async function chooseOrganization(popup: Page, org: string): Promise<void> {
  await waitFor(
    async () => {
      if ((await seen(popup, 'gate-org'))['data-org'] === org) return true;
      await popup.select('[data-testid="gate-org"] select', org);
      return false;
    },
    { what: `the organization ${org}`, every: 200 },
  );
}

export async function chooseWindow(popup: Page, window: PopupWindow): Promise<void> {
  await click(popup, 'gate-activity-window', { with: { 'data-value': window } });
  await waitForId(popup, 'gate-activity', { with: { 'data-window': window } });
}

/** What the popup shows of a window, in the form of the replica's truth. */
export async function shownActivity(popup: Page) {
  const [activity, tools, actors, events] = await Promise.all([
    seen(popup, 'gate-activity'),
    allSeen(popup, 'gate-top-tool'),
    allSeen(popup, 'gate-top-actor'),
    allSeen(popup, 'gate-event'),
  ]);
  const counts = (ranks: typeof tools) =>
    ranks.map((rank) => [rank['data-name'] ?? '', Number(rank['data-count'])] as const);
  return {
    total: Number(activity['data-events']),
    tools: counts(tools),
    actors: counts(actors),
    ids: events.map((event) => event['data-id'] ?? ''),
  };
}

/** The five that the popup names, of all counts. */
export function topFive(counts: Record<string, number>): [string, number][] {
  return Object.entries(counts)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, 5);
}
