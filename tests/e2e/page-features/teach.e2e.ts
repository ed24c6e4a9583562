/** A page that is not recognised: shown by pointing, checked at once, used for an import, remembered and forgotten. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { doubleAdds } from '../../sandbox/server/index.ts';
import { figures, openPanel, reviewText, waitForPhase } from '../../support/import-panel.ts';
import { screenshot } from '../../support/screenshots.ts';
import { type Session, startSession } from '../../support/session.ts';
import { click, count, seen, waitForId, waitUntilGone } from '../../support/test-ids.ts';
import { waitFor } from '../../support/wait.ts';

const KNOWN = ['https://a.example.com/callback', 'https://b.example.com/callback'];
const NEW = Array.from({ length: 5 }, (_, n) => `https://tool-${n}.example.com/callback`);

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session?.close());
afterEach(() => page?.close());

/** What was taught is kept for an organization, so each test has its own. */
let org: string;
let tests = 0;

const stored = () => [...session.sandbox.store(org).domains].sort();
const requests = (kind: string) => session.sandbox.requests.filter((request) => request.kind === kind).length;
const stepIs = (step: string) => waitForId(page, 'gate-teach-guide', { with: { 'data-step': step } });

async function open(form: 'modal' | 'inline', domains = KNOWN): Promise<void> {
  session.sandbox.reset({ variant: { unfamiliar: true, testIds: false, form }, domains });
  tests += 1;
  org = `00000000-0000-4000-8000-00000000000${tests}`;
  page = await session.openMcpPage({ org });
  await waitForId(page, 'gate-layout-unknown', { timeout: 20_000 });
  expect(await count(page, 'gate-import-open')).toBe(0);
}

/** The middle of the smallest element of the page that shows exactly this text. */
async function pointAt(selector: string, text: string): Promise<void> {
  const { x, y } = await waitFor(
    () =>
      page.evaluate(
        (wanted, within) => {
          const found = [...document.querySelectorAll(within)].find(
            (one) => one.textContent?.trim() === wanted,
          );
          const box = found?.getBoundingClientRect();
          return box && { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        },
        text,
        selector,
      ),
    { what: `${selector} with "${text}"` },
  );
  await page.mouse.click(x, y);
}

describe('a page that is not recognised', () => {
  test.each(['modal', 'inline'] as const)(
    '%s form: becomes importable by pointing',
    async (form) => {
      await open(form);
      await click(page, 'gate-teach');
      await stepIs('list');
      await pointAt('h1', 'Rovo MCP server');
      await waitForId(page, 'gate-teach-problem');
      await pointAt('span', KNOWN[0] ?? '');
      await stepIs('button');
      await pointAt('button', 'Delete');
      expect((await seen(page, 'gate-teach-problem'))['data-problem']).toBe('inTheList');
      await pointAt('button', 'New origin');
      await stepIs('field');
      await page.mouse.move(0, 0);
      await screenshot(page, `.output/e2e/teach-${form}.png`);
      const field = await page.waitForSelector('form input[name="domain"]', { visible: true });
      await field?.click();
      await stepIs('submit');
      await pointAt('form button', 'Cancel');
      expect((await seen(page, 'gate-teach-problem'))['data-problem']).toBe('closes');
      await pointAt('form button', 'Add');
      await waitUntilGone(page, 'gate-teach-guide');
      await waitForId(page, 'gate-import-open', { timeout: 10_000 });
      expect(await page.$('form input[name="domain"]')).toBeNull();
      expect(requests('add') + requests('delete')).toBe(0);

      await openPanel(page);
      await reviewText(page, [...NEW, KNOWN[1]].join('\n'));
      await click(page, 'gate-import-apply');
      await waitForPhase(page, 'done', 40_000);
      expect(await figures(page, 'gate-import-summary')).toEqual({
        added: 5,
        failed: 0,
        skipped: 1,
        unknown: 0,
      });
      expect(stored()).toEqual([...KNOWN, ...NEW].sort());
      expect(doubleAdds(session.sandbox.requests)).toEqual([]);

      await page.reload();
      await waitForId(page, 'gate-taught', { timeout: 20_000 });
      await waitForId(page, 'gate-import-open');
      await waitFor(async () => (await count(page, 'gate-row-readd')) === 7, { what: 'every row' });
      await click(page, 'gate-teach-forget');
      await waitForId(page, 'gate-layout-unknown', { timeout: 20_000 });
      expect(await count(page, 'gate-import-open')).toBe(0);
    },
    120_000,
  );

  test('the keyboard is enough, Escape leaves, and the page gets none of it', async () => {
    await open('modal');
    await click(page, 'gate-teach');
    await stepIs('list');
    await page.keyboard.press('Escape');
    await waitUntilGone(page, 'gate-teach-guide');
    await click(page, 'gate-teach');
    await stepIs('list');
    const focusOn = (selector: string, text: string) =>
      waitFor(
        async () => {
          await page.keyboard.press('Tab');
          return page.evaluate(
            (within, wanted) =>
              document.activeElement?.matches(within) &&
              document.activeElement.textContent?.trim() === wanted,
            selector,
            text,
          );
        },
        { what: `the focus on "${text}"`, every: 5 },
      );
    await focusOn('button', 'Delete');
    await page.keyboard.press('Enter');
    await stepIs('button');
    await focusOn('button', 'New origin');
    await page.keyboard.press('Enter');
    await stepIs('field');
    await page.waitForSelector('form input[name="domain"]', { visible: true });
    await focusOn('form input[name="domain"]', '');
    await page.keyboard.press('Enter');
    await stepIs('submit');
    // The button is disabled, so that no Tab leads to it: the arrow keys do.
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await waitForId(page, 'gate-import-open', { timeout: 10_000 });
    expect(requests('add') + requests('delete')).toBe(0);
  }, 90_000);

  test('an empty list is shown by the place that says so', async () => {
    await open('modal', []);
    await click(page, 'gate-teach');
    await stepIs('list');
    await pointAt('h3', 'Nothing here yet');
    await stepIs('button');
    await pointAt('button', 'New origin');
    await stepIs('field');
    await (await page.waitForSelector('form input[name="domain"]', { visible: true }))?.click();
    await stepIs('submit');
    await pointAt('form button', 'Add');
    await openPanel(page);
    await reviewText(page, NEW.join('\n'));
    await click(page, 'gate-import-apply');
    await waitForPhase(page, 'done', 40_000);
    expect(stored()).toEqual([...NEW].sort());
    expect(doubleAdds(session.sandbox.requests)).toEqual([]);
  }, 90_000);
});
