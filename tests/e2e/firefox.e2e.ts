/** The main things in Firefox: the verdict beside the field, an import of 20 rows, popup and options. */
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_ORG, type Sandbox, startSandbox } from '../sandbox/server/index.ts';
import { copyOfExtension, ensureBuilt } from '../support/built.ts';
import { openAddForm, typeDomain } from '../support/console-page.ts';
import { launchFirefox, openOwnPage } from '../support/firefox.ts';
import { figures, reviewFile, temporaryFile, waitForPhase } from '../support/import-panel.ts';
import { waitForMcpPage } from '../support/session.ts';
import { allSeen, click, seen, waitForId } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';
import { workbookOf } from '../support/workbook.ts';

const ROWS = Array.from({ length: 20 }, (_, index) => `https://tool-${index + 1}.example.com/oauth/callback`);

let sandbox: Sandbox;
let browser: Browser;
let page: Page;
let copy: Awaited<ReturnType<typeof copyOfExtension>>;

// Firefox itself takes longer to start than Chromium, on a machine that is busy many times as long.
beforeAll(async () => {
  await ensureBuilt('sandbox');
  copy = await copyOfExtension('firefox-e2e');
  sandbox = await startSandbox({ domains: ['claude.ai'] });
  browser = await launchFirefox(sandbox.port, copy.path);
  page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  await page.goto(sandbox.mcpUrl(), { waitUntil: 'domcontentloaded' });
  await waitForMcpPage(page, sandbox, 30_000);
}, 120_000);
afterAll(async () => {
  await browser?.close();
  await Promise.all([sandbox?.close(), copy?.remove()]);
});

test('the verdict stands beside the field, and its correction goes into it', async () => {
  await openAddForm(page, sandbox);
  await typeDomain(page, 'http://gatehouse.example.org/**');
  const { 'data-fix': fix } = await seen(page, 'gate-field-fix', { timeout: 20_000 });
  expect(fix).toBe('https://gatehouse.example.org/**');
  await click(page, 'gate-field-fix');
  await waitFor(async () => (await seen(page, 'gate-field-verdict'))['data-level'] !== 'error', {
    what: 'the verdict on the corrected entry',
  });
  expect(await page.$eval('input[name="domain"]', (field) => (field as HTMLInputElement).value)).toBe(fix);
  await page.reload({ waitUntil: 'domcontentloaded' });
  await waitForMcpPage(page, sandbox, 30_000);
});

test('a workbook of 20 rows is added, each once and as it stands there', async () => {
  await click(page, 'gate-import-open', { timeout: 30_000 });
  await waitForPhase(page, 'choose', 20_000);
  const file = workbookOf([['Domain'], ...ROWS.map((row) => [row])]);
  await reviewFile(page, await temporaryFile('tools.xlsx', file));
  expect(await figures(page, 'gate-import-counts')).toMatchObject({ add: 20, invalid: 0 });
  await click(page, 'gate-import-apply');
  await waitForPhase(page, 'done', 90_000);
  expect(await figures(page, 'gate-import-summary')).toMatchObject({ added: 20, failed: 0, unknown: 0 });
  const stored = sandbox.store().domains;
  expect(ROWS.filter((row) => stored.filter((domain) => domain === row).length !== 1)).toEqual([]);
});

test('the popup shows the status, and says why an address is blocked', async () => {
  // The page is read a moment after it has changed, and an open popup stays as it was opened.
  const popup = await waitFor(
    async () => {
      const opened = await openOwnPage(browser, 'popup.html');
      const status = await seen(opened, 'gate-status', { timeout: 20_000 });
      if (status['data-custom-domains'] === '21') return opened;
      await opened.close();
      return false;
    },
    { what: 'the popup to know 21 entries', timeout: 20_000 },
  );
  expect((await seen(popup, 'gate-org'))['data-org']).toBe(DEFAULT_ORG);
  const field = await waitForId(popup, 'gate-check-input');
  await field.type('https://tool-7.example.com/oauth/callback');
  await waitFor(async () => (await seen(popup, 'gate-check-result'))['data-allowed'] === 'yes', {
    what: 'the answer',
  });
  await popup.close();
});

test('the options list what is stored, and keep a choice', async () => {
  const options = await openOwnPage(browser, 'options.html');
  await waitForId(options, 'gate-stored-kind', { with: { 'data-id': 'imports' }, timeout: 20_000 });
  const kinds = await allSeen(options, 'gate-stored-kind');
  expect(Number(kinds.find((kind) => kind['data-id'] === 'imports')?.['data-records'])).toBeGreaterThan(20);
  const checked = async (on: Page) => {
    const box = await waitForId(on, 'gate-setting', { with: { 'data-name': 'rowVerdicts' } });
    return await box.evaluate((input) => (input as HTMLInputElement).checked);
  };
  expect(await checked(options)).toBe(true);
  await click(options, 'gate-setting', { with: { 'data-name': 'rowVerdicts' } });
  await waitFor(async () => !(await checked(options)), { what: 'the switch to be off' });
  await options.close();
  const again = await openOwnPage(browser, 'options.html');
  expect(await checked(again)).toBe(false);
  await again.close();
});
