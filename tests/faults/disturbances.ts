/** What happens to the admin, the browser and the clock while an import runs. Each ends with the run on its way, or at its end. */
import type { CDPSession, Page } from 'puppeteer-core';
import { textsOf } from '../sandbox/texts/index.ts';
import { evaluateInWorker, reloadExtension } from '../support/browser.ts';
import { goOn, goWithin, INTERRUPTIONS, isOver, type Scene } from '../support/campaign/interrupt.ts';
import { NothingLeft, panelState, startImport } from '../support/campaign/run.ts';
import { waitForId } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';
import { addByHand } from './by-hand.ts';

export type Disturbance = (scene: Scene) => Promise<Page>;

/** A tab of the same organization that takes the run up; what had ended is imported once more. */
async function elsewhere(scene: Scene, wasOver: boolean): Promise<Page> {
  return goOn(scene, await scene.session.openMcpPage({ timeout: 90_000 }), wasOver);
}

async function settledOrOffered(page: Page): Promise<void> {
  await waitFor(
    async () => {
      const phase = (await panelState(page))?.phase;
      return phase === 'paused' || phase === 'done';
    },
    // As long as it may take to settle a row that was never answered, and to give up a list that is not there.
    { what: 'the run to notice', timeout: 240_000 },
  );
}

/** Sets the wall clock ahead in our part of the page and in the background, as a laptop that slept finds it. */
async function jump(scene: Scene, by: number): Promise<void> {
  const source = `(() => { const now = Date.now.bind(Date); Date.now = () => now() + ${by}; })()`;
  const cdp = await scene.page.createCDPSession();
  await evaluateInOurs(cdp, source);
  await cdp.detach();
  // A worker that is started anew has the true time.
  await evaluateInWorker(scene.session.browser, source);
}

/** Evaluates in the isolated world of the extension. */
async function evaluateInOurs(cdp: CDPSession, expression: string): Promise<void> {
  const ours: number[] = [];
  cdp.on('Runtime.executionContextCreated', ({ context }) => {
    if (context.origin.startsWith('chrome-extension://')) ours.push(context.id);
  });
  await cdp.send('Runtime.enable');
  for (const contextId of ours) await cdp.send('Runtime.evaluate', { expression, contextId });
}

export const DISTURBANCES = {
  reload: INTERRUPTIONS.reload,
  'worker killed': INTERRUPTIONS.worker,

  async 'navigation within'(scene) {
    if (await isOver(scene.page)) return scene.page;
    const back = scene.page.url();
    await goWithin(scene.page, scene.session.sandbox.pageUrl('users'));
    await settledOrOffered(scene.page);
    await goWithin(scene.page, back);
    await waitForId(scene.page, 'gate-import-open', { timeout: 90_000 });
    return scene.page;
  },

  async 'tab closed'(scene) {
    const wasOver = await isOver(scene.page);
    await scene.page.close();
    return elsewhere(scene, wasOver);
  },

  async 'second tab'({ session, page, text }) {
    const second = await session.openMcpPage({ timeout: 90_000 });
    await startImport(second, text).catch((error) => {
      if (!(error instanceof NothingLeft)) throw error;
    });
    await second.close();
    await page.bringToFront();
    return page;
  },

  /** A second tab starts the same import and waits for the first; that one is closed, and the second goes on. */
  async 'second tab goes on'({ session, page, text }) {
    const second = await session.openMcpPage({ timeout: 90_000 });
    await startImport(second, text);
    const begun = async () => !['', 'choose', 'review'].includes((await panelState(second))?.phase ?? '');
    await waitFor(begun, { what: 'the second run', timeout: 90_000 });
    await page.close();
    return second;
  },

  /** The admin adds an entry of the file by hand meanwhile: the last one, which the run has still before it. */
  async 'entry by hand'({ session, page, text }) {
    const { addDomain } = textsOf(session.sandbox.variant.language);
    await addByHand(page, text.split('\n').at(-1) ?? '', addDomain);
    return page;
  },

  /** The admin opens the page's own form in the middle and leaves it again. */
  async 'dialog by hand'({ session, page }) {
    const { addDomain, cancel } = textsOf(session.sandbox.variant.language);
    await page.evaluate((label) => {
      const buttons = [...document.querySelectorAll('button')];
      buttons.find((button) => button.textContent?.trim() === label)?.click();
    }, addDomain);
    await new Promise((resolve) => setTimeout(resolve, 150));
    await page.evaluate((label) => {
      const buttons = [...document.querySelectorAll<HTMLButtonElement>('form button')];
      buttons.find((button) => button.textContent?.trim() === label)?.click();
    }, cancel);
    return page;
  },

  /** As after an update: the old script stays in its page, cut off, while another tab takes the run up. */
  async 'extension context lost'(scene) {
    const wasOver = await isOver(scene.page);
    await reloadExtension(scene.session.browser);
    const page = await elsewhere(scene, wasOver);
    await scene.page.close();
    return page;
  },

  async 'clock jump'(scene) {
    await jump(scene, 3_600_000);
    return scene.page;
  },
} satisfies Record<string, Disturbance>;

export type DisturbanceName = keyof typeof DISTURBANCES;
export const DISTURBANCE_NAMES = Object.keys(DISTURBANCES) as DisturbanceName[];
