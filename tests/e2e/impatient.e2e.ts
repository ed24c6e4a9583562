/** An impatient admin: double clicks, a second tab, a closed tab, the page left in the middle, only the keyboard. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { doubleAdds } from '../sandbox/server/index.ts';
import { killWorker } from '../support/browser.ts';
import {
  figures,
  openPanel,
  reviewFile,
  reviewText,
  temporaryFile,
  waitForPhase,
} from '../support/import-panel.ts';
import { type Session, startSession } from '../support/session.ts';
import { click, count, waitForId, waitUntilGone } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';

const LIST = Array.from({ length: 12 }, (_, n) => `https://tool-${n}.example.com/callback`);

let session: Session;

beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session?.close());
beforeEach(() => session.sandbox.reset({ latency: [120, 160] }));

const stored = () => session.sandbox.store().domains;
const some = (n: number) => waitFor(() => stored().length >= n, { what: `${n} entries`, timeout: 30_000 });

async function start(): Promise<Page> {
  const page = await session.openMcpPage();
  await openPanel(page);
  await reviewText(page, LIST.join('\n'));
  return page;
}

function expectWhole(): void {
  expect([...stored()].sort()).toEqual([...LIST].sort());
  expect(doubleAdds(session.sandbox.requests)).toEqual([]);
}

test('a double click starts one run', async () => {
  const page = await start();
  const button = await waitForId(page, 'gate-import-apply');
  await button.click({ count: 2 });
  await waitForPhase(page, 'done', 40_000);
  expectWhole();
  await page.close();
}, 90_000);

test('a double click starts one run while what there is to say of many rows is asked for', async () => {
  const page = await session.openMcpPage();
  await openPanel(page);
  const wrong = Array.from({ length: 3_000 }, (_, n) => `https://no-top-level-domain-${n}/**`);
  await reviewFile(page, await temporaryFile('many.txt', [...LIST, ...wrong].join('\n')));
  const button = await waitForId(page, 'gate-import-apply');
  await button.click({ count: 2 });
  await waitForPhase(page, 'done', 60_000);
  expect(await figures(page, 'gate-import-summary')).toMatchObject({ added: LIST.length, failed: 0 });
  expectWhole();
  await page.close();
}, 90_000);

test('a killed background worker is started again, and nothing is lost', async () => {
  const page = await start();
  await click(page, 'gate-import-apply');
  await some(3);
  expect(await killWorker(session.browser)).toBe(true);
  await waitForPhase(page, 'done', 60_000);
  expect(await figures(page, 'gate-import-summary')).toEqual({
    added: 12,
    failed: 0,
    skipped: 0,
    unknown: 0,
  });
  expectWhole();
  await page.close();
}, 120_000);

test('a second tab is told that the import runs elsewhere', async () => {
  const page = await start();
  await click(page, 'gate-import-apply');
  await some(1);
  const second = await start();
  await click(second, 'gate-import-apply');
  await waitForPhase(second, 'paused', 20_000);
  expect(await count(second, 'gate-import-resume')).toBe(1);
  await second.close();
  await page.bringToFront();
  await waitForPhase(page, 'done', 60_000);
  expectWhole();
  await page.close();
}, 120_000);

test('a paused run that another tab has taken the place of says so when the admin comes back to it', async () => {
  const page = await start();
  await click(page, 'gate-import-apply');
  await some(3);
  await click(page, 'gate-import-pause');
  await waitForPhase(page, 'paused', 20_000);
  const second = await start();
  await click(second, 'gate-import-apply');
  await waitForPhase(second, 'done', 60_000);
  await page.bringToFront();
  const why = () => page.$eval('>>> [data-code]', (element) => element.getAttribute('data-code'));
  await waitFor(async () => (await why()) === 'run-finished', { what: 'the word of it', timeout: 10_000 });
  expectWhole();
  await second.close();
  await page.close();
}, 120_000);

test('after the tab was closed the next one offers to go on', async () => {
  const page = await start();
  await click(page, 'gate-import-apply');
  await some(3);
  await page.close();
  const next = await session.openMcpPage();
  await waitForId(next, 'gate-resume-offer', { timeout: 40_000 });
  await click(next, 'gate-import-resume');
  await waitForPhase(next, 'done', 150_000);
  expectWhole();
  await next.close();
}, 240_000);

test('where the panel is closed over a paused run, the page offers to go on', async () => {
  const page = await start();
  await click(page, 'gate-import-apply');
  await some(3);
  await click(page, 'gate-import-pause');
  await waitForPhase(page, 'paused', 20_000);
  await (await waitForId(page, 'gate-import-resume')).focus();
  await page.keyboard.press('Escape');
  await waitUntilGone(page, 'gate-import-panel');
  await waitForId(page, 'gate-resume-offer', { timeout: 20_000 });
  await click(page, 'gate-import-resume');
  await waitForPhase(page, 'done', 60_000);
  expect(await count(page, 'gate-resume-offer')).toBe(0);
  expectWhole();
  await page.close();
}, 120_000);

test('a run whose page is left within the console pauses, and goes on when the admin is back', async () => {
  const page = await start();
  await click(page, 'gate-import-apply');
  await some(3);
  const back = await page.evaluate(() => location.pathname);
  const goTo = (path: string) =>
    page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, path);
  await goTo(back.replace(/\/rovo\/.*/, '/users'));
  await waitForPhase(page, 'paused', 60_000);
  await goTo(back);
  await waitForId(page, 'gate-import-open', { timeout: 20_000 });
  await click(page, 'gate-import-resume');
  await waitForPhase(page, 'done', 150_000);
  expectWhole();
  await page.close();
}, 260_000);

test('the keyboard alone is enough', async () => {
  const page = await session.openMcpPage();
  const launcher = await waitForId(page, 'gate-import-open');
  await launcher.focus();
  await page.keyboard.press('Enter');
  await waitForPhase(page, 'choose');
  const isFocused = (testId: string) =>
    page.evaluate((id) => {
      let active = document.activeElement;
      while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
      return active?.getAttribute('data-testid') === id;
    }, testId);
  const tabTo = (testId: string) =>
    waitFor(
      async () => {
        if (await isFocused(testId)) return true;
        await page.keyboard.press('Tab');
        return isFocused(testId);
      },
      { what: `the focus on ${testId}`, every: 5 },
    );
  // Away and back: the focus is where it was, so that the next key opens the panel again.
  await page.keyboard.press('Escape');
  await waitUntilGone(page, 'gate-import-panel');
  expect(await isFocused('gate-import-open')).toBe(true);
  await page.keyboard.press('Enter');
  await waitForPhase(page, 'choose');
  await tabTo('gate-import-text');
  await page.keyboard.sendCharacter(LIST.join('\n'));
  await tabTo('gate-import-parse');
  await page.keyboard.press('Enter');
  await waitForPhase(page, 'review');
  // A question that is taken back leaves the focus in the panel.
  for (const panels of [1, 1, 1, 1]) {
    await page.keyboard.press('Escape');
    expect(await count(page, 'gate-import-panel')).toBe(panels);
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(false);
  }
  await tabTo('gate-import-apply');
  await page.keyboard.press('Enter');
  await waitForPhase(page, 'done', 40_000);
  expectWhole();
  await page.close();
}, 90_000);
