/** What may come between the start of an import and its end. Each ends on a page whose run is on its way again. */
import type { Page } from 'puppeteer-core';
import { killWorker } from '../browser.ts';
import { waitForPhase } from '../import-panel.ts';
import type { Session } from '../session.ts';
import { click, waitForId } from '../test-ids.ts';
import { panelState, startImport, takeUp, toTheEnd } from './run.ts';

export interface Scene {
  session: Session;
  page: Page;
  /** The pasted list of the run that is under way. */
  text: string;
}

/** Answers with the page on which the run goes on. */
export type Interruption = (scene: Scene) => Promise<Page>;

/** Changes the address as the console's own links do, without a load. */
export async function goWithin(page: Page, url: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, new URL(url).pathname);
}

/**
 * Goes on with the run on a page that was loaded anew. What had ended (`wasOver`: seen before) is imported once more, as
 * an admin would who isn't sure: nothing may be added twice.
 */
export async function goOn({ session, text }: Scene, page: Page, wasOver: boolean): Promise<Page> {
  if (wasOver || !(await takeUp(session, page))) await startImport(page, text);
  return page;
}

/** Whether the run has come to its end, by what its panel shows. */
export async function isOver(page: Page): Promise<boolean> {
  return (await panelState(page))?.phase === 'done';
}

export const INTERRUPTIONS = {
  none: async ({ page }) => page,

  async reload(scene) {
    const wasOver = await isOver(scene.page);
    await scene.page.reload({ waitUntil: 'domcontentloaded' });
    return goOn(scene, scene.page, wasOver);
  },

  async worker({ session, page }) {
    await killWorker(session.browser);
    return page;
  },

  async away({ session, page }) {
    const { pathname } = new URL(page.url());
    await goWithin(page, session.sandbox.pageUrl('users'));
    await waitForPhase(page, 'paused', 60_000);
    await goWithin(page, `https://console.invalid${pathname}`);
    await waitForId(page, 'gate-import-open', { timeout: 30_000 });
    await click(page, 'gate-import-resume');
    return page;
  },

  async tabs({ session, page, text }) {
    const second = await session.openMcpPage();
    await startImport(second, text);
    // It runs in the other tab: here it waits. Where that one has ended meanwhile, there is nothing left to add.
    await waitForPhase(second, 'paused', 60_000);
    await second.close();
    await page.bringToFront();
    return page;
  },

  async cancel({ page, text }) {
    await click(page, 'gate-import-cancel');
    await toTheEnd(page);
    await page.reload({ waitUntil: 'domcontentloaded' });
    await waitForId(page, 'gate-import-open', { timeout: 30_000 });
    await startImport(page, text);
    return page;
  },
} satisfies Record<string, Interruption>;

export type InterruptionName = keyof typeof INTERRUPTIONS;
export const INTERRUPTION_NAMES = Object.keys(INTERRUPTIONS) as InterruptionName[];
