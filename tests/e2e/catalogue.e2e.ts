/** From the catalogue of AI tools to the console's list: beside a file, with a part of one's own, and some of Atlassian's list. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { figures, openPanel, reviewText, waitForPhase } from '../support/import-panel.ts';
import { type Session, startSession } from '../support/session.ts';
import { allSeen, click, count, seen, type, waitForId } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';

const OLD = 'https://old.example.com/callback';
const FILE = 'pattern,owner,reason\nhttps://agent.example.com/callback,Kim,pilot';
const AMBER = { 'data-pattern': 'https://<tenant>.ambersearch.de/**' };
const CLAUDE = { 'data-pattern': 'https://claude.ai/**' };
let session: Session;
let page: Page;

beforeAll(async () => {
  session = await startSession({ domains: [OLD], settings: { supportedAllowed: true } });
  page = await session.openMcpPage();
});
afterAll(() => session?.close());

const planned = async () =>
  Object.fromEntries(
    (await allSeen(page, 'gate-import-row')).map((row) => [row['data-pattern'], row['data-plan']]),
  );

test('tools beside a file, one with its missing part, some of Atlassian’s list; the same again plans to nothing', async () => {
  await openPanel(page);
  await reviewText(page, FILE);
  await click(page, 'gate-catalogue-open');
  await type(page, 'gate-catalogue-search', 'amber');
  await click(page, 'gate-catalogue-item', { with: AMBER });
  expect(await seen(page, 'gate-catalogue-item')).toMatchObject({
    'data-vendor': 'amberSearch (amberAI)',
    'data-selected': 'yes',
  });

  // Without its part it goes nowhere.
  await click(page, 'gate-catalogue-add');
  expect(await seen(page, 'gate-catalogue-problem')).toMatchObject({ 'data-problem': 'missing' });
  await type(page, 'gate-catalogue-part', 'ac me');
  expect(await seen(page, 'gate-catalogue-problem')).toMatchObject({ 'data-problem': 'not-a-label' });
  await type(page, 'gate-catalogue-part', 'acme');

  await click(page, 'gate-catalogue-listed');
  await click(page, 'gate-catalogue-item', { with: CLAUDE });
  await click(page, 'gate-catalogue-add');
  await waitFor(async () => (await count(page, 'gate-import-row')) === 3, {
    what: 'the tools in the review',
  });
  // That Atlassian's list allows one of them as well keeps it out of nothing.
  expect(await planned()).toEqual({
    'https://agent.example.com/callback': 'add',
    'https://acme.ambersearch.de/**': 'add',
    'https://claude.ai/**': 'add',
  });
  expect(await seen(page, 'gate-extra')).toMatchObject({ 'data-pattern': OLD, 'data-owner': '' });

  await click(page, 'gate-import-apply');
  await waitForPhase(page, 'done', 30_000);
  expect(await figures(page, 'gate-import-summary')).toMatchObject({ added: 3, failed: 0, unknown: 0 });
  expect(await seen(page, 'gate-import-list-on')).toMatchObject({ 'data-count': '1' });
  expect(session.sandbox.store().settings.supportedAllowed).toBe(true);
  expect([...session.sandbox.store().domains].sort()).toEqual(
    [
      OLD,
      'https://agent.example.com/callback',
      'https://acme.ambersearch.de/**',
      'https://claude.ai/**',
    ].sort(),
  );

  // The wanted state against the list: nothing to do, and nothing that it does not name.
  await page.reload();
  await openPanel(page);
  await reviewText(page, `${FILE}\nhttps://ACME.ambersearch.de/**\nhttps://claude.ai/**\n${OLD}`);
  expect(await figures(page, 'gate-import-counts')).toEqual({
    ...{ add: 0, present: 4, covered: 0, duplicate: 0, invalid: 0 },
  });
  expect(await count(page, 'gate-extra')).toBe(0);
  expect(session.pageErrors).toEqual([]);
}, 120_000);

test('tools without a file make a review of their own', async () => {
  await page.reload();
  await openPanel(page);
  await click(page, 'gate-catalogue-open');
  await type(page, 'gate-catalogue-search', 'vscode.dev/redirect');
  await waitForId(page, 'gate-catalogue-item', { with: { 'data-pattern': 'https://vscode.dev/redirect' } });
  await click(page, 'gate-catalogue-item', { with: { 'data-pattern': 'https://vscode.dev/redirect' } });
  await click(page, 'gate-catalogue-add');
  await waitForPhase(page, 'review');
  expect(await planned()).toEqual({ 'https://vscode.dev/redirect': 'add' });
  expect(await count(page, 'gate-extra')).toBe(4);
}, 60_000);
