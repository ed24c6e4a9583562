/** What stands in rows of the list: re-add, the register's data; and what others changed since the last visit. */
import type { Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { doubleAdds } from '../../sandbox/server/index.ts';
import { figures, openPanel, reviewText, waitForPhase } from '../../support/import-panel.ts';
import { type Session, startSession, waitForMcpPage } from '../../support/session.ts';
import { allSeen, click, count, seen, waitForId, waitUntilGone } from '../../support/test-ids.ts';
import { waitFor } from '../../support/wait.ts';

const ENTRY = 'https://app.example.com/callback';
const DOMAINS = ['https://a.example.com/callback', ENTRY, 'https://b.example.com/callback'];

let session: Session;
let page: Page;

beforeEach(async () => {
  session = await startSession({ domains: DOMAINS });
  page = await session.openMcpPage();
});
afterEach(async () => {
  await page.close();
  expect(session.sandbox.errors).toEqual([]);
  await session.close();
});

const store = () => [...session.sandbox.store().domains].sort();
const requests = (kind: string) => session.sandbox.requests.filter((request) => request.kind === kind);

async function askToReadd() {
  await click(page, 'gate-row-readd', { with: { 'data-pattern': ENTRY } });
  await click(page, 'gate-readd-confirm', { with: { 'data-pattern': ENTRY } });
}

describe('re-add', () => {
  test('deletes the entry and adds it again exactly, and says so', async () => {
    await askToReadd();
    await waitForId(page, 'gate-readd-progress', { with: { 'data-state': 'done' }, timeout: 30_000 });
    expect(store()).toEqual([...DOMAINS].sort());
    expect(requests('add')).toHaveLength(1);
    expect(doubleAdds(session.sandbox.requests)).toEqual([]);
    expect(await count(page, 'gate-import-panel')).toBe(0);
  });

  test('interrupted between the two: the entry is offered back and added once', async () => {
    session.sandbox.reset({ domains: DOMAINS, latency: [600, 700] });
    await page.reload();
    await waitForMcpPage(page, session.sandbox);
    await askToReadd();
    await waitFor(() => !store().includes(ENTRY), { what: 'the entry to be deleted', timeout: 30_000 });
    await page.reload({ waitUntil: 'domcontentloaded' });
    await waitForId(page, 'gate-resume-offer', { timeout: 30_000 });
    await click(page, 'gate-import-resume');
    await waitForId(page, 'gate-readd-progress', { with: { 'data-state': 'done' }, timeout: 60_000 });
    expect(store()).toEqual([...DOMAINS].sort());
    expect(doubleAdds(session.sandbox.requests)).toEqual([]);
  }, 120_000);
});

describe('the register', () => {
  test('stands beside the rows that were imported with it, overdue ones marked', async () => {
    await openPanel(page);
    await reviewText(
      page,
      `pattern,owner,review_by\nhttps://c.example.com/callback,Kim,2020-01-31\nhttps://d.example.com/callback,Sam,2999-12-31\n${ENTRY},Lee,01/02/2020`,
    );
    await click(page, 'gate-import-apply');
    await waitForPhase(page, 'done', 30_000);
    expect(await figures(page, 'gate-import-summary')).toMatchObject({ added: 2 });
    await page.reload();
    await waitFor(async () => (await count(page, 'gate-register-row')) === 3, {
      what: 'three rows with data',
    });
    const rows = await allSeen(page, 'gate-register-row');
    // Of an entry that was there already, the file's columns are kept as well; a date that reads two ways stays as it is.
    expect(rows).toMatchObject([
      { 'data-pattern': ENTRY, 'data-owner': 'Lee', 'data-review-by': '01/02/2020', 'data-overdue': 'no' },
      { 'data-pattern': 'https://c.example.com/callback', 'data-owner': 'Kim', 'data-overdue': 'yes' },
      { 'data-review-by': '2999-12-31', 'data-owner': 'Sam', 'data-overdue': 'no' },
    ]);
  }, 60_000);
});

describe('changes', () => {
  test('by others are told once; own imports are not', async () => {
    await openPanel(page);
    await reviewText(page, 'https://own.example.com/callback');
    await click(page, 'gate-import-apply');
    await waitForPhase(page, 'done', 30_000);
    await waitForId(page, 'gate-row-readd', { with: { 'data-pattern': 'https://own.example.com/callback' } });
    // The reading that follows the import is taken once the page has been steady for a moment.
    await page.waitForNetworkIdle({ idleTime: 1500 });
    session.sandbox.store().add('https://other.example.com/callback');
    await page.reload();
    const notice = await seen(page, 'gate-changes', { timeout: 20_000 });
    expect(notice).toMatchObject({ 'data-added': '1', 'data-removed': '0', 'data-settings': '0' });
    expect(notice.text).toContain('https://other.example.com/callback');
    await click(page, 'gate-notice-dismiss');
    await waitUntilGone(page, 'gate-changes');
    await page.reload();
    await waitForId(page, 'gate-import-open');
    await page.waitForNetworkIdle({ idleTime: 2000 });
    expect(await count(page, 'gate-changes')).toBe(0);
  }, 90_000);
});
