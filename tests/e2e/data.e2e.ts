/** The options page and the data: an exported audit log, moving everything, deleting everything. */
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createApiHandler, makeCalls } from '../sandbox/api/index.ts';
import { toEvent } from '../sandbox/api/shapes.ts';
import { DEFAULT_ORG } from '../sandbox/server/index.ts';
import { type Session, startSession } from '../support/session.ts';
import { alarmNames, everythingStored } from '../support/stored.ts';
import { click, count, seen, type, upload, waitForId } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';

const KEY = 'key-of-this-test-only';
const api = createApiHandler({ org: DEFAULT_ORG, key: KEY, rateLimit: false, count: 200 });
let session: Session;
let page: Page;
let folder: string;
let exported: { file: string; events: number };

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gatehouse-data-'));
  session = await startSession({ api });
});
afterAll(async () => {
  await session?.close();
  await rm(folder, { recursive: true, force: true });
});
beforeEach(async () => {
  await page?.close();
  page = await session.openExtensionPage(`options.html?org=${DEFAULT_ORG}`);
  await waitForId(page, 'gate-org-id');
});

const untilSaid = (words: string) =>
  waitFor(() => page.$eval('main', (main, wanted) => main.textContent?.includes(wanted), words), {
    what: `"${words}"`,
    timeout: 30_000,
  });

async function popupShows(window = '24h') {
  const popup = await session.openExtensionPage('popup.html');
  try {
    // The popup opens with 24 hours; without a key and events there is no choice.
    if (window !== '24h') await click(popup, 'gate-activity-window', { with: { 'data-value': window } });
    await waitForId(popup, 'gate-activity', { with: { 'data-window': window } });
    return await seen(popup, 'gate-activity');
  } finally {
    await popup.close();
  }
}

test('an exported audit log is taken in once, and says what became of each record', async () => {
  const at = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();
  const rows = [
    `Ana used the MCP tool getJiraIssue,${at(5)},Ana (ana@example.com),Jira,Berlin,192.0.2.1`,
    `Ana used the MCP tool createJiraIssue,${at(9)},Ana (ana@example.com),Jira,Berlin,192.0.2.1`,
    `Bo logged in,${at(12)},Bo (bo@example.com),Jira,Berlin,192.0.2.2`,
    `no date,,Bo,Jira,Berlin,192.0.2.2`,
  ];
  const file = join(folder, 'log.csv');
  await writeFile(file, ['Activity,Date,Actor,App,Location,IP address', ...rows].join('\n'));
  await upload(page, 'gate-events-file', file);
  await untilSaid('4 records read, 2 calls added');
  await untilSaid('1 are no calls of MCP tools');
  expect(await popupShows()).toMatchObject({ 'data-state': 'ready', 'data-events': '2' });
  await upload(page, 'gate-events-file', file);
  await untilSaid('2 were there already');
  const wrong = join(folder, 'wrong.csv');
  await writeFile(wrong, 'a,b\n1,2');
  await upload(page, 'gate-events-file', wrong);
  await untilSaid('no audit log that Gatehouse can read');
  expect((await popupShows())['data-events']).toBe('2');

  // The same as JSON: events as the API writes them.
  const from = Date.now() - 20 * 3_600_000;
  const calls = makeCalls({ seed: 3, count: 40, from, to: Date.now(), latest: 0 });
  const events = calls.map((call) => toEvent(call, 'message', DEFAULT_ORG));
  const log = join(folder, 'log.json');
  await writeFile(log, JSON.stringify({ events }));
  await upload(page, 'gate-events-file', log);
  await untilSaid('40 records read, 40 calls added');
  expect((await popupShows())['data-events']).toBe('42');
});

test('the session is asked once it is switched on, and withdrawn when it answers otherwise', async () => {
  await click(page, 'gate-session-source');
  await waitFor(async () => (await popupShows())['data-state'] === 'error', {
    what: 'the withdrawal',
    timeout: 50_000,
  });
  // A first request that failed otherwise (a busy machine answers late) is tried again before the withdrawal.
  await waitFor(
    async () => {
      await page.reload();
      await waitForId(page, 'gate-org-id');
      return await page.waitForFunction(
        () => document.querySelector('main')?.textContent?.includes('has stopped asking it'),
        { timeout: 3_000 },
      );
    },
    { what: 'the word that it was withdrawn', timeout: 90_000, every: 1_000 },
  );
  await click(page, 'gate-session-source');
  await waitFor(async () => (await popupShows())['data-state'] === 'ready', {
    what: 'the figures as before',
  });
}, 180_000);

test('everything is exported without the key, and deleted to the last record', async () => {
  await type(page, 'gate-api-key', KEY);
  await type(page, 'gate-passphrase', 'a passphrase of some length');
  await click(page, 'gate-api-key-save');
  await waitForId(page, 'gate-api-key-state', { with: { 'data-state': 'stored' }, timeout: 20_000 });
  await waitFor(async () => (await popupShows('30d'))['data-state'] === 'ready', {
    what: 'the figures',
    timeout: 30_000,
    every: 500,
  });

  const browser = await session.browser.target().createCDPSession();
  await browser.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await click(page, 'gate-data-export');
  const name = await waitFor(async () => (await readdir(folder)).find((one) => one.endsWith('.jsonl')), {
    what: 'the file',
  });
  const file = join(folder, name);
  const text = await waitFor(() => readFile(file, 'utf8'), { what: 'its text' });
  expect(text).not.toContain(KEY);
  expect(text).not.toContain('sealed');
  const shown = (await popupShows('30d'))['data-events'];
  exported = { file, events: Number(shown) };

  await click(page, 'gate-clear-data');
  await click(page, 'gate-clear-confirm');
  await untilSaid('Everything is deleted');
  expect(await everythingStored(page)).toEqual({ disk: '[{},{}]', memory: '{}', database: '[]' });
  expect(await alarmNames(page)).toEqual([]);
});

test('what was exported is shown before it is imported, and is all there again afterwards', async () => {
  const { file, events } = exported;
  const lines = (await readFile(file, 'utf8')).split('\n');
  const damaged = join(folder, 'damaged.jsonl');
  await writeFile(damaged, lines.slice(1).join('\n'));
  await upload(page, 'gate-data-file', damaged);
  await untilSaid('no file that Gatehouse exported');
  expect(await count(page, 'gate-data-preview')).toBe(0);

  await upload(page, 'gate-data-file', file);
  const counted = await waitForId(page, 'gate-data-count', { with: { 'data-id': 'activity' } });
  const previewed = Number(await counted.evaluate((element) => element.getAttribute('data-count')));
  expect(previewed).toBeGreaterThanOrEqual(events);
  // Nothing is stored before it is confirmed.
  expect(await popupShows()).toMatchObject({ 'data-state': 'no-key', 'data-events': '0' });

  await click(page, 'gate-data-import');
  await untilSaid('Imported:');
  expect(await popupShows('30d')).toMatchObject({ 'data-state': 'ready', 'data-events': String(events) });
});
