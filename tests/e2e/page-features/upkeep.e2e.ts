/** What happens around the page: options, a second tab, half a minute of loading, and an update of the extension. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { doubleAdds } from '../../sandbox/server/index.ts';
import { reloadExtension } from '../../support/browser.ts';
import { startImport, takeUp, toTheEnd } from '../../support/campaign/run.ts';
import { waitForPhase } from '../../support/import-panel.ts';
import { screenshot } from '../../support/screenshots.ts';
import { type Session, startSession } from '../../support/session.ts';
import { click, count, seen, waitForId, waitUntilGone } from '../../support/test-ids.ts';
import { waitFor } from '../../support/wait.ts';

/** What is kept is kept for an organization, so each test has its own. */
const ORG = (n: number) => `00000000-0000-4000-8000-0000000000b${n}`;
const WITH_FINDING = ['https://*.vercel.app/**', 'https://app.example.com'];

let session: Session;
/** A tab that loads for half a minute while the other tests run. */
let slow: Page;
let slowSince = 0;

beforeAll(async () => {
  session = await startSession({ variant: { loading: 30_000 }, domains: WITH_FINDING });
  slow = await session.newPage();
  slowSince = Date.now();
  await slow.goto(session.sandbox.mcpUrl(ORG(0)), { waitUntil: 'domcontentloaded' });
  // The page asks for its data once it knows what it is.
  await waitFor(() => session.sandbox.requests.length > 0, { what: 'the slow page to ask' });
  session.sandbox.reset({ domains: WITH_FINDING });
});
afterAll(() => session?.close());

/** Changes settings as the options page does. */
async function setOptions(change: Record<string, boolean>): Promise<void> {
  const own = await session.openExtensionPage('options.html');
  const reply = await own.evaluate(
    (request) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
      ).chrome.runtime.sendMessage({ name: 'settings/set', request }),
    change,
  );
  expect(reply).toMatchObject({ ok: true });
  await own.close();
}

test('what the options switch off is not on the page, and back once it is switched on', async () => {
  await setOptions({ rowVerdicts: false });
  const page = await session.openMcpPage({ org: ORG(1) });
  await waitForId(page, 'gate-import-open');
  await waitFor(async () => (await count(page, 'gate-row-readd')) === 2, {
    what: 'what else is in the rows',
  });
  expect(await count(page, 'gate-row-verdict')).toBe(0);
  await setOptions({ rowVerdicts: true });
  await page.reload();
  await waitFor(async () => (await count(page, 'gate-row-verdict')) === 2, { what: 'the marks' });
  await page.close();
});

test('changes that two tabs tell of go from both when they are dismissed in one', async () => {
  const first = await session.openMcpPage({ org: ORG(2) });
  await waitForId(first, 'gate-import-open');
  await first.waitForNetworkIdle({ idleTime: 1500 });
  session.sandbox.store(ORG(2)).add('https://by-another.example.com/**');
  await first.reload();
  await waitForId(first, 'gate-changes', { timeout: 20_000 });
  const second = await session.openMcpPage({ org: ORG(2) });
  await waitForId(second, 'gate-changes', { timeout: 20_000 });
  await click(second, 'gate-notice-dismiss');
  await waitUntilGone(second, 'gate-changes');
  await first.bringToFront();
  await first.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await waitUntilGone(first, 'gate-changes');
  await Promise.all([first.close(), second.close()]);
});

test('a page that takes half a minute to load is recognised in the end', async () => {
  await slow.bringToFront();
  await waitForId(slow, 'gate-import-open', { timeout: 60_000 });
  expect(Date.now() - slowSince).toBeGreaterThan(29_000);
  expect(await count(slow, 'gate-layout-unknown')).toBe(0);
  await slow.close();
}, 90_000);

test('an update of the extension stops the import with words, and the next load takes it up', async () => {
  const org = ORG(3);
  const entries = Array.from({ length: 12 }, (_, n) => `https://tool-${n}.example.com/callback`);
  session.sandbox.reset({ domains: [], latency: [150, 200] });
  const page = await session.openMcpPage({ org });
  await startImport(page, entries.join('\n'));
  await waitFor(() => session.sandbox.store(org).domains.length >= 3, { what: 'the first entries' });
  await reloadExtension(session.browser);
  await page.bringToFront();
  await waitForPhase(page, 'paused', 60_000);
  await waitForId(page, 'gate-updated', { timeout: 20_000 });
  // Nothing can be looked up any more: all that is said was read before.
  const texts = await page.$$eval(
    '>>> :is([data-testid="gate-updated"] :is(.title, p, button), [data-testid="gate-import-panel"] :is(button, .section-message p))',
    (all) => all.map((one) => (one.textContent ?? '').trim() || (one.getAttribute('aria-label') ?? '')),
  );
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.filter((text) => text === '')).toEqual([]);
  await screenshot(page, '.output/e2e/updated.png');
  const before = session.sandbox.store(org).domains.length;
  await click(page, 'gate-import-resume');
  expect((await seen(page, 'gate-updated')).text).toContain('updated');
  expect(session.sandbox.store(org).domains.length).toBe(before);

  await page.reload({ waitUntil: 'domcontentloaded' });
  expect(await takeUp(session, page)).toBe(true);
  await toTheEnd(page);
  expect([...session.sandbox.store(org).domains].sort()).toEqual([...entries].sort());
  expect(doubleAdds(session.sandbox.requests)).toEqual([]);
  await page.close();
}, 120_000);
