/** Working in the replica's MCP page by hand: mouse and keys on the page's own controls, in every variant. */
import type { ElementHandle, Page } from 'puppeteer-core';
import type { Sandbox } from '../sandbox/server/index.ts';
import { textsOf } from '../sandbox/texts/index.ts';
import { waitFor } from './wait.ts';

/** Whether an element stays where it is for two frames: a click aims at a place, and pages move while they load. */
async function isStill(element: ElementHandle<Element>): Promise<boolean> {
  return await element.evaluate(async (one) => {
    const place = () => JSON.stringify(one.getBoundingClientRect());
    const first = place();
    for (let frame = 0; frame < 2; frame += 1) await new Promise((next) => requestAnimationFrame(next));
    return one.isConnected && place() === first;
  });
}

/** Clicks a button by its exact text within a selector; looks again when the page replaces it meanwhile. */
export async function clickButton(page: Page, text: string, within = 'body'): Promise<void> {
  await waitFor(
    async () => {
      const handle = await page.evaluateHandle(
        (wanted, selector) =>
          [...document.querySelectorAll<HTMLButtonElement>(`${selector} button`)].find(
            (button) => button.textContent?.trim() === wanted && !button.disabled,
          ) ?? null,
        text,
        within,
      );
      const button = handle.asElement() as ElementHandle<Element> | null;
      if (!button || !(await isStill(button))) return false;
      await button.click();
      return true;
    },
    { what: `a button "${text}" in ${within}` },
  );
}

/** Milliseconds that a click has to open the form before it counts as lost. */
const OPENS_WITHIN = 2000;

/**
 * Opens the form for one domain. The page may replace its button between the press and the release of the mouse: then
 * nothing was clicked, and a person clicks again.
 */
export async function openAddForm(page: Page, sandbox: Sandbox): Promise<void> {
  await waitFor(
    async () => {
      if (!(await formIsOpen(page))) await clickButton(page, textsOf(sandbox.variant.language).addDomain);
      return waitFor(() => formIsOpen(page), { what: 'the form to open', timeout: OPENS_WITHIN });
    },
    { what: 'the form for a domain', timeout: 20_000 },
  );
}

/** Types into the form's field by keys, in place of what is in it. */
export async function typeDomain(page: Page, text: string): Promise<void> {
  await waitFor(
    async () => {
      await page.click('form input[name="domain"]', { count: 3 });
      return page.evaluate(() => (document.activeElement as HTMLInputElement | null)?.name === 'domain');
    },
    { what: 'the focus in the field' },
  );
  await page.keyboard.press('Backspace');
  await page.keyboard.type(text);
}

/** Adds one domain as far as the click on the submit button; what the page makes of it is not waited for. */
export async function addByHand(page: Page, sandbox: Sandbox, text: string): Promise<void> {
  await openAddForm(page, sandbox);
  await typeDomain(page, text);
  const { add, save } = textsOf(sandbox.variant.language);
  await clickButton(page, sandbox.variant.submit === 'add' ? add : save, 'form');
}

export function formIsOpen(page: Page): Promise<boolean> {
  // Looked at from here and not at each frame of the page: a tab that the browser holds back draws none.
  return page.evaluate(
    () =>
      document.querySelector('form input[name="domain"]')?.checkVisibility({ visibilityProperty: true }) ===
      true,
  );
}

export async function cancelForm(page: Page, sandbox: Sandbox): Promise<void> {
  await clickButton(page, textsOf(sandbox.variant.language).cancel, 'form');
  await untilFormCloses(page);
}

/** Deletes a row that is on screen, through the confirmation where there is one. */
export async function deleteByHand(page: Page, sandbox: Sandbox, text: string): Promise<void> {
  await waitFor(
    async () => {
      const handle = await page.evaluateHandle((wanted) => {
        const rows = [...document.querySelectorAll('tbody tr, section ul > li')];
        const row = rows.find((one) => one.querySelector('span span, td span')?.textContent === wanted);
        return row?.querySelector('button') ?? null;
      }, text);
      const button = handle.asElement();
      if (!button) return false;
      await (button as unknown as { click(): Promise<void> }).click();
      return true;
    },
    { what: `the delete button of ${text}` },
  );
  if (sandbox.variant.confirmDelete) {
    await clickButton(page, textsOf(sandbox.variant.language).delete, '[role="dialog"]');
  }
}

/** The entries on screen, in their order. */
export function shownDomains(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('tbody tr td:first-child span, section ul > li > span > span')].map(
      (cell) => cell.textContent ?? '',
    ),
  );
}

/** The words of the flags (messages in the corner) on screen. */
export function flags(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('[role="alert"]')].map((flag) => flag.textContent ?? ''),
  );
}

export function untilShown(page: Page, text: string): Promise<boolean> {
  return waitFor(async () => (await shownDomains(page)).includes(text), { what: `${text} on the page` });
}

export function untilStored(sandbox: Sandbox, text: string): Promise<boolean> {
  return waitFor(() => sandbox.store().domains.includes(text), { what: `${text} in the store` });
}

export function untilFlag(page: Page, text: string): Promise<boolean> {
  return waitFor(async () => (await flags(page)).some((words) => words.includes(text)), {
    what: `a flag "${text}"`,
  });
}

export function untilFormCloses(page: Page): Promise<boolean> {
  return waitFor(() => page.evaluate(() => document.querySelector('form input[name="domain"]') === null), {
    what: 'the form to close',
  });
}
