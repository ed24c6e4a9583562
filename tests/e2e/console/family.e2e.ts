/** Recognising, reading and driving every member of the family, without the extension around it. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PRESET_NAMES, preset } from '../../sandbox/variants/index.ts';
import { clickButton } from '../../support/console-page.ts';
import { type Session, startSession, waitForMcpPage } from '../../support/session.ts';
import { waitFor } from '../../support/wait.ts';
import { inPage } from './bundle.ts';

const MANY = Array.from(
  { length: 45 },
  (_, n) => `https://tool-${String(n).padStart(2, '0')}.example.com/**`,
);
const ADDED = 'https://claude.ai/api/mcp/auth_callback';
const OTHER = 'http://localhost:*/**';

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await startSession({ extension: 'none' });
  page = await session.newPage();
});
afterAll(() => session?.close());

async function open(): Promise<void> {
  await page.goto(session.sandbox.mcpUrl(), { waitUntil: 'domcontentloaded' });
  await waitForMcpPage(page, session.sandbox);
}

describe('every member of the family', () => {
  test.each(PRESET_NAMES)('%s: is recognised, read whole, added to and deleted from', async (name) => {
    const { sandbox } = session;
    const chosen = preset(name);
    // Texts of a hostile page can't all be told apart from entries; what counts is that ours are read exactly.
    const domains = chosen.limit > 0 ? MANY.slice(0, 5) : MANY;
    sandbox.reset({ variant: { ...chosen, loading: Math.min(chosen.loading, 1500) }, domains });
    await open();
    await waitFor(async () => (await inPage(page, 'recognise')).kind === 'mcp', { what: 'recognition' });

    const { entries, complete } = await inPage(page, 'readList');
    expect({ complete, entries: [...entries].sort() }).toEqual({
      complete: true,
      entries: [...sandbox.store().domains].map((text) => text.slice(0, 4096).trim()).sort(),
    });
    expect(await inPage(page, 'search')).toBe(chosen.hasSearch ? chosen.search : null);

    // Where the new row is on another page of the table, only the list can tell.
    const said = chosen.paging === 'none' && !chosen.staleList ? ['added'] : ['added', 'unknown'];
    expect(said).toContain((await inPage(page, 'add', ADDED)).kind);
    expect(said).toContain((await inPage(page, 'add', OTHER)).kind);
    const after = await inPage(page, 'readList');
    expect(after.complete).toBe(true);
    const stored = sandbox.store().domains;
    expect(stored.filter((text) => text.startsWith(ADDED))).toHaveLength(1);
    expect(after.entries).toEqual(expect.arrayContaining(stored.filter((text) => text.startsWith(ADDED))));

    const text = stored.find((entry) => entry.startsWith(OTHER)) ?? '';
    expect(await inPage(page, 'remove', text)).toEqual({ kind: 'removed' });
    expect(sandbox.store().domains).not.toContain(text);
    expect(sandbox.store().domains).toHaveLength(entries.length + 1);
  });
});

describe('the admin’s place in the list is kept while all of it is read', () => {
  const rows = () => inPage(page, 'rows');
  const turnTo = async (number: string) => {
    const before = await rows();
    await clickButton(page, number);
    await waitFor(async () => (await rows()).join() !== before.join(), { what: `page ${number}` });
  };
  const readAll = async () => {
    const { entries, complete } = await inPage(page, 'readList');
    expect({ complete, entries: [...entries].sort() }).toEqual({
      complete: true,
      entries: [...session.sandbox.store().domains].sort(),
    });
  };

  test.each(['paged', 'paged-sorted', 'newest-first'])('%s: the page of the table', async (name) => {
    session.sandbox.reset({ variant: name, domains: MANY });
    await open();
    await waitFor(async () => (await rows()).length > 0, { what: 'the rows' });
    await turnTo('2');
    const before = await rows();
    await readAll();
    expect(await rows()).toEqual(before);
  });

  test('searching: the filter and the page under it', async () => {
    const found = MANY.map((text) => text.replace('tool', 'claude')).slice(0, 25);
    session.sandbox.reset({ variant: 'searching', domains: [...MANY.slice(0, 20), ...found] });
    await open();
    await waitFor(async () => (await rows()).length > 0, { what: 'the rows' });
    await turnTo('2');
    const before = await rows();
    expect(before).toHaveLength(5);
    await readAll();
    expect(await inPage(page, 'search')).toBe('claude');
    expect(await rows()).toEqual(before);
  });

  test.each(['default', 'lazy-scroll', 'virtual'])('%s: how far it was scrolled', async (name) => {
    session.sandbox.reset({ variant: name, domains: MANY });
    await open();
    await waitFor(async () => (await rows()).length > 0, { what: 'the rows' });
    const top = () => page.evaluate(() => Math.round(document.scrollingElement?.scrollTop ?? 0));
    await page.evaluate(() => document.scrollingElement?.scrollTo(0, 120));
    const before = await top();
    expect(before).toBeGreaterThan(0);
    await readAll();
    expect(await top()).toBe(before);
  });
});

describe('fetching the list again', () => {
  test('counts once the page has fetched it without a complaint', async () => {
    session.sandbox.reset({ domains: MANY.slice(0, 3) });
    await open();
    await waitFor(async () => (await inPage(page, 'rows')).length === 3, { what: 'the rows' });
    // A state that is said anew with each drawing of the tab is no complaint.
    await page.evaluate(() => {
      const state = () =>
        document
          .querySelector('[role="tabpanel"]')
          ?.insertAdjacentHTML('beforeend', '<p role="status">3 results</p>');
      new MutationObserver(() => document.querySelector('p[role="status"]') ?? state()).observe(
        document.body,
        {
          childList: true,
          subtree: true,
        },
      );
    });
    expect(await inPage(page, 'fetchAnew')).toBe(true);
    session.sandbox.faults.push({ on: 'list', kind: 'failed', times: 1 });
    expect(await inPage(page, 'fetchAnew')).toBe(true);
    expect(await inPage(page, 'rows')).toHaveLength(3);
    session.sandbox.faults.push({ on: 'list', kind: 'failed', times: 3 });
    expect(await inPage(page, 'fetchAnew')).toBe(false);
  });

  test('an empty list of a page that could not fetch it is not believed', async () => {
    session.sandbox.reset({ domains: MANY.slice(0, 3) });
    session.sandbox.faults.push({ on: 'list', kind: 'failed', times: 1 });
    await open();
    await waitFor(async () => (await inPage(page, 'recognise')).kind === 'mcp', { what: 'recognition' });
    expect(await inPage(page, 'readList')).toMatchObject({ complete: true, entries: MANY.slice(0, 3) });
    session.sandbox.faults.push({ on: 'list', kind: 'failed', times: 12 });
    await page.reload();
    await waitFor(async () => (await inPage(page, 'recognise')).kind === 'mcp', { what: 'recognition' });
    expect((await inPage(page, 'readList')).complete).toBe(false);
  });
});
