/** Where the page can't be driven: an import that the admin does entry by entry, and a page that the popup is told of. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { extensionOf } from '../../support/browser.ts';
import { downloadReport } from '../../support/campaign/report.ts';
import { figures, reviewText, waitForPhase } from '../../support/import-panel.ts';
import { screenshot, screenshotSet } from '../../support/screenshots.ts';
import { type Session, startSession } from '../../support/session.ts';
import { click, count, seen, waitForId, waitUntilGone } from '../../support/test-ids.ts';
import { waitFor } from '../../support/wait.ts';

const NEW = Array.from({ length: 4 }, (_, n) => `https://tool-${n}.example.com/callback`);
/** What is kept is kept for an organization, so each test has its own. */
const ORG = (n: number) => `00000000-0000-4000-8000-0000000000a${n}`;

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session?.close());
afterEach(() => page?.close());

const stored = (org: string) => [...session.sandbox.store(org).domains].sort();
const currentIs = (pattern: string) =>
  waitForId(page, 'gate-by-hand', { with: { 'data-pattern': pattern }, timeout: 15_000 });

/** The admin's own work on the page: opens its form, pastes what was copied, and submits. */
async function addInThePage(): Promise<void> {
  const opener = await page.waitForSelector('::-p-xpath(//button[normalize-space()="New origin"])');
  await opener?.click();
  const field = await page.waitForSelector('form input[name="domain"]', { visible: true });
  await field?.click();
  await page.keyboard.down('Control');
  await page.keyboard.press('v');
  await page.keyboard.up('Control');
  await page.keyboard.press('Enter');
  await page.waitForSelector('form input[name="domain"]', { hidden: true });
}

describe('an import by hand', () => {
  test('goes entry by entry, on after a reload, to a report that says what it rests on', async () => {
    const org = ORG(1);
    session.sandbox.reset({ variant: { unfamiliar: true, testIds: false }, domains: [] });
    page = await session.openMcpPage({ org });
    await waitForId(page, 'gate-layout-unknown', { timeout: 20_000 });
    await screenshot(page, '.output/e2e/layout-unknown.png');
    await click(page, 'gate-by-hand-open');
    await waitForPhase(page, 'choose');
    await reviewText(page, [...NEW, 'not an address'].join('\n'));
    await click(page, 'gate-import-apply');
    await currentIs(NEW[0] ?? '');
    await screenshotSet(page, '.output/e2e', 'by-hand');
    await click(page, 'gate-by-hand-copy');
    await addInThePage();
    await waitFor(() => stored(org).length === 1, { what: 'the entry that was pasted' });
    expect(stored(org)).toEqual([NEW[0]]);
    await click(page, 'gate-by-hand-added');
    await currentIs(NEW[1] ?? '');
    await click(page, 'gate-by-hand-refused');
    await currentIs(NEW[2] ?? '');

    await page.reload({ waitUntil: 'domcontentloaded' });
    await waitForId(page, 'gate-resume-offer', { timeout: 40_000 });
    await click(page, 'gate-import-resume');
    await currentIs(NEW[2] ?? '');
    await click(page, 'gate-by-hand-skip');
    await currentIs(NEW[3] ?? '');
    await click(page, 'gate-by-hand-added');
    await waitForPhase(page, 'done');
    const summary = { added: 2, failed: 1, skipped: 2, unknown: 0 };
    expect(await figures(page, 'gate-import-summary')).toEqual(summary);
    expect((await seen(page, 'gate-import-summary')).text).not.toContain('read back');
    expect(await count(page, 'gate-import-undo')).toBe(0);
    await screenshot(page, '.output/e2e/by-hand-done.png');
    const records = await downloadReport(session, page);
    expect(records.map(({ outcome }) => outcome)).toEqual([
      'by hand',
      'failed',
      'skipped',
      'by hand',
      'skipped',
    ]);
    // Gatehouse itself sent nothing: the one request is the admin's own.
    expect(session.sandbox.requests.filter(({ kind }) => kind === 'add')).toHaveLength(1);
  }, 120_000);
});

describe('a page that is not recognised at all', () => {
  test('is the MCP server’s once the popup was told so, also after a reload, until that is taken back', async () => {
    const org = ORG(2);
    session.sandbox.reset({ domains: [] });
    page = await session.newPage();
    await page.goto(session.sandbox.pageUrl('users', org));
    const extension = await extensionOf(session.browser);
    const openPopup = async () => {
      await page.bringToFront();
      await extension.triggerAction(page);
      const target = await session.browser.waitForTarget((one) => one.url().endsWith('/popup.html'));
      return await target.asPage();
    };
    const popup = await openPopup();
    await waitForId(popup, 'gate-this-is-the-page');
    await screenshot(popup, '.output/e2e/this-is-the-page.png');
    await click(popup, 'gate-this-is-the-page');
    await waitForId(page, 'gate-layout-unknown');
    await screenshot(page, '.output/e2e/this-is-the-page-claimed.png');
    // Being called so is not enough for anything of ours beside the page's buttons.
    expect(await count(page, 'gate-import-open')).toBe(0);
    expect(await count(page, 'gate-teach')).toBe(1);
    expect(await count(page, 'gate-by-hand-open')).toBe(1);

    await page.reload({ waitUntil: 'domcontentloaded' });
    await waitForId(page, 'gate-layout-unknown');
    await click(page, 'gate-notice-dismiss');
    await waitUntilGone(page, 'gate-layout-unknown');
    await page.reload({ waitUntil: 'domcontentloaded' });
    const again = await openPopup();
    await waitForId(again, 'gate-page-in-front', { with: { 'data-kind': 'other' } });
    expect(await count(page, 'gate-layout-unknown')).toBe(0);
    await again.close();
  }, 60_000);
});
