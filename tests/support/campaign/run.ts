/** One import through the real panel, with whatever happens on the way, to its end. */
import type { Page } from 'puppeteer-core';
import { figures, openPanel, reviewText } from '../import-panel.ts';
import { type Session, waitForMcpPage } from '../session.ts';
import { click, find, waitForId } from '../test-ids.ts';
import { waitFor } from '../wait.ts';

/** How often a run that paused by itself is resumed before it counts as stuck. */
const MAX_RESUMES = 30;

/** Every row of the list stands in the console already, so that there is no run to start. */
export class NothingLeft extends Error {}

export async function startImport(page: Page, text: string): Promise<void> {
  await openPanel(page);
  await reviewText(page, text);
  if ((await figures(page, 'gate-import-counts')).add === 0) throw new NothingLeft();
  await click(page, 'gate-import-apply');
}

/** What the panel shows: its phase, and the code of its reason while it is paused. */
export async function panelState(page: Page): Promise<{ phase: string; why: string } | undefined> {
  const panel = await find(page, 'gate-import-panel');
  if (!panel) return undefined;
  return panel.evaluate((element) => ({
    phase: element.getAttribute('data-phase') ?? '',
    why: element.querySelector('[data-code]')?.getAttribute('data-code') ?? '',
  }));
}

/** Goes on until the run has ended, resuming it as an admin would; the codes of its pauses. */
export async function toTheEnd(page: Page, timeout = 240_000): Promise<string[]> {
  const pauses: string[] = [];
  const end = Date.now() + timeout;
  for (;;) {
    const { phase, why } = await waitFor(
      async () => {
        const state = await panelState(page);
        return state && (state.phase === 'done' || state.phase === 'paused') ? state : undefined;
      },
      { what: 'the run to end or pause', timeout: Math.max(1, end - Date.now()) },
    );
    if (phase === 'done') return pauses;
    pauses.push(why);
    // The admin's own form stands in the way: nobody but the admin may leave it.
    if (why === 'form-in-use') await page.keyboard.press('Escape');
    // Another tab's lease ends by itself, after a while.
    if (why === 'lease-held') await new Promise((resolve) => setTimeout(resolve, 2000));
    if (pauses.length > MAX_RESUMES) throw new Error(`The run is stuck: ${pauses.join(', ')}`);
    await click(page, 'gate-import-resume');
    await waitFor(async () => (await panelState(page))?.phase !== 'paused' || undefined, {
      what: 'the run to go on',
      timeout: 5000,
    }).catch(() => undefined);
  }
}

/**
 * On a page that was loaded anew: takes up what was interrupted. False when nothing is offered, since the run had ended.
 *
 * @param within milliseconds; a tab that was closed holds its lease for 15 s, and so long nothing is offered
 */
export async function takeUp(session: Session, page: Page, within = 40_000): Promise<boolean> {
  await waitForMcpPage(page, session.sandbox);
  await waitForId(page, 'gate-import-open', { timeout: 20_000 });
  const offer = await waitForId(page, 'gate-resume-offer', { timeout: within }).catch(() => undefined);
  if (!offer) return false;
  await click(page, 'gate-import-resume');
  return true;
}
