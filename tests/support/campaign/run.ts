/** One import through the real panel, with whatever happens on the way, to its end. */
import type { Page } from 'puppeteer-core';
import { LANGUAGES, textsOf } from '../../sandbox/texts/index.ts';
import { figures, openPanel, reviewText } from '../import-panel.ts';
import { type Session, waitForMcpPage } from '../session.ts';
import { click, find, waitForId } from '../test-ids.ts';
import { waitFor } from '../wait.ts';

/** As long as a step of the panel may take on a machine that is busy with much else, in milliseconds. */
const BUSY = 90_000;
/** How often a run that paused by itself is resumed before it counts as stuck. */
const MAX_RESUMES = 30;

/** Every row of the list stands in the console already, so that there is no run to start. */
export class NothingLeft extends Error {}

/** Another import of the organization took the place of the one in this tab, which can't go on. */
export class Replaced extends Error {}

export async function startImport(page: Page, text: string): Promise<void> {
  await openPanel(page, BUSY);
  await reviewText(page, text, BUSY);
  if ((await figures(page, 'gate-import-counts')).add === 0) throw new NothingLeft();
  await click(page, 'gate-import-apply');
}

/** What the panel shows: its phase, and the code of its reason while it is paused. Looks where it stands, since it is asked often. */
export async function panelState(page: Page): Promise<{ phase: string; why: string } | undefined> {
  return page.evaluate(() => {
    for (const { shadowRoot } of document.body.children) {
      const panel = shadowRoot?.querySelector('[data-testid="gate-import-panel"]');
      if (!panel) continue;
      return {
        phase: panel.getAttribute('data-phase') ?? '',
        why: panel.querySelector('[data-code]')?.getAttribute('data-code') ?? '',
      };
    }
    return undefined;
  });
}

const CANCEL = LANGUAGES.map((language) => textsOf(language).cancel);

/** Presses the form's own button: Escape would close our panel where the focus is in it. */
async function leaveForm(page: Page): Promise<void> {
  await page.evaluate((labels) => {
    const buttons = [...document.querySelectorAll<HTMLButtonElement>('form button')];
    buttons.find((button) => labels.includes(button.textContent?.trim() ?? ''))?.click();
  }, CANCEL);
}

/** Goes on until the run has ended, resuming it as an admin would; the codes of its pauses. */
export async function toTheEnd(page: Page, timeout = 240_000): Promise<string[]> {
  const pauses: string[] = [];
  const end = Date.now() + timeout;
  for (;;) {
    let seen: Awaited<ReturnType<typeof panelState>>;
    const { phase, why } = await waitFor(
      async () => {
        seen = await panelState(page);
        return seen && (seen.phase === 'done' || seen.phase === 'paused') ? seen : undefined;
      },
      { what: 'the run to end or pause', timeout: Math.max(1, end - Date.now()), every: 200 },
    ).catch((error: unknown) => {
      throw new Error(`The panel shows ${JSON.stringify(seen)} after pauses ${pauses.join()}`, {
        cause: error,
      });
    });
    if (phase === 'done') return pauses;
    pauses.push(why);
    if (why === 'run-finished') throw new Replaced();
    // The admin's own form stands in the way: nobody but the admin may leave it.
    if (why === 'form-in-use') await leaveForm(page);
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
  await waitForMcpPage(page, session.sandbox, BUSY);
  await waitForId(page, 'gate-import-open', { timeout: BUSY });
  const offer = await waitForId(page, 'gate-resume-offer', { timeout: within }).catch(() => undefined);
  if (!offer) return false;
  // The page may move under the pointer while it loads: until the panel is there, nothing was pressed.
  const pressed = async () => {
    if (await panelState(page)) return true;
    await (await find(page, 'gate-import-resume'))?.click();
    return false;
  };
  await waitFor(pressed, { what: 'the panel', timeout: BUSY, every: 1000 });
  return true;
}
