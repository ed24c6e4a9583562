/** The build that is packed and shipped, with its closed roots: the main job from the file to the list. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doubleAdds } from '../sandbox/server/index.ts';
import { clickClosed, findClosed, uploadClosed, waitForClosed } from '../support/closed-roots.ts';
import { openAddForm, typeDomain } from '../support/console-page.ts';
import { temporaryFile } from '../support/import-panel.ts';
import { type Session, startSession } from '../support/session.ts';
import { count, seen } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';

const GOOD = Array.from({ length: 12 }, (_, index) => `https://tool-${index + 1}.example.com/oauth/callback`);
const FILE = [
  'domain,owner',
  ...GOOD.map((row) => `${row},Kim`),
  'claude.ai/x y,',
  'https://vscode.dev/redirect,',
];

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await startSession({ extension: 'production', domains: ['https://vscode.dev/redirect'] });
  page = await session.openMcpPage();
});
afterAll(() => session?.close());

const attributesOf = async (testId: string) => (await findClosed(page, testId))[0]?.attributes ?? {};
const phaseIs = (phase: string, timeout = 20_000) =>
  waitFor(async () => (await attributesOf('gate-import-panel'))['data-phase'] === phase, {
    what: `the phase ${phase}`,
    timeout,
    every: 250,
  });

test('the page can’t look into what is ours', async () => {
  await waitForClosed(page, 'gate-import-open', 20_000);
  const roots = await page.$$eval('[data-gatehouse]', (ours) => ours.map((one) => one.shadowRoot));
  expect(roots.length).toBeGreaterThan(0);
  expect(roots.filter((root) => root !== null)).toEqual([]);
  expect(await count(page, 'gate-import-open')).toBe(0);
});

test('a verdict stands beside the field', async () => {
  await openAddForm(page, session.sandbox);
  await typeDomain(page, 'http://gatehouse.example.org/**');
  await waitFor(async () => (await attributesOf('gate-field-verdict'))['data-level'] === 'error', {
    what: 'the verdict',
  });
  await clickClosed(page, 'gate-field-fix');
  await waitFor(
    () =>
      page.$eval(
        'input[name="domain"]',
        (field) => (field as HTMLInputElement).value === 'https://gatehouse.example.org/**',
      ),
    { what: 'the correction in the field' },
  );
  await page.reload({ waitUntil: 'domcontentloaded' });
});

test('a file is reviewed, added after the confirmation and read back', async () => {
  await clickClosed(page, 'gate-import-open');
  await phaseIs('choose');
  await uploadClosed(page, 'gate-import-file', await temporaryFile('tools.csv', FILE.join('\n')));
  await phaseIs('review');
  expect(await attributesOf('gate-import-counts')).toMatchObject({
    ...{ 'data-add': '12', 'data-present': '1', 'data-invalid': '1' },
  });
  expect(session.sandbox.requests.filter(({ kind }) => kind === 'add')).toEqual([]);
  await clickClosed(page, 'gate-import-apply');
  await phaseIs('done', 90_000);
  expect(await attributesOf('gate-import-summary')).toMatchObject({
    ...{ 'data-added': '12', 'data-failed': '0', 'data-unknown': '0', 'data-skipped': '2' },
  });
  const { domains } = session.sandbox.store();
  expect(GOOD.filter((row) => !domains.includes(row))).toEqual([]);
  expect(domains).toHaveLength(13);
  expect(doubleAdds(session.sandbox.requests)).toEqual([]);
}, 150_000);

test('the popup shows what was seen', async () => {
  const popup = await session.openExtensionPage('popup.html');
  // The console's page is remembered once it has been still for a moment; a popup shows what it found when it opened.
  const isThere = async () => {
    await popup.reload({ waitUntil: 'networkidle0' });
    return (await seen(popup, 'gate-status'))['data-custom-domains'] === '13';
  };
  await waitFor(isThere, { what: 'the number of domains' });
  expect(session.pageErrors).toEqual([]);
  await popup.close();
});
