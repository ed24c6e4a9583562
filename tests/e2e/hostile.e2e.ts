/** The page of a hostile console presses whatever is ours, with every event a script can make: we never act on it. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openPanel, reviewText } from '../support/import-panel.ts';
import { type Session, startSession } from '../support/session.ts';
import { click, count, seen, waitForId } from '../support/test-ids.ts';

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await startSession({ variant: 'hostile', domains: ['https://*.vercel.app/**'] });
  page = await session.openMcpPage();
});
afterAll(() => session?.close());

/** Waits until the page has pressed everything so many times: it posts a message after each round. */
function rounds(times: number): Promise<void> {
  return page.evaluate(
    (wanted) =>
      new Promise<void>((resolve) => {
        let met = 0;
        addEventListener('message', ({ data }) => {
          if (data?.type === 'import') met += 1;
          if (met === wanted) resolve();
        });
      }),
    times,
  );
}

const acted = () => session.sandbox.requests.filter(({ kind }) => kind === 'add' || kind === 'delete');

test('nothing of ours opens or runs because the page presses it', async () => {
  await waitForId(page, 'gate-import-open', { timeout: 20_000 });
  await rounds(4);
  expect(await count(page, 'gate-import-panel')).toBe(0);
  expect(acted()).toEqual([]);
});

test('a review stays as the admin left it: not started, nothing ticked or unticked', async () => {
  await openPanel(page);
  await reviewText(
    page,
    'https://one.example.com/callback\nhttps://*.example.net/**\nhttps://two.example.org',
  );
  const before = [await seen(page, 'gate-import-counts'), await seen(page, 'gate-import-include-warnings')];
  await rounds(4);
  expect((await seen(page, 'gate-import-panel'))['data-phase']).toBe('review');
  expect([await seen(page, 'gate-import-counts'), await seen(page, 'gate-import-include-warnings')]).toEqual(
    before,
  );
  expect(acted()).toEqual([]);
});

test('one press by a script leaves a check box as it is', async () => {
  // The page presses each box and what is around it: an even number of times would show nothing.
  const before = await seen(page, 'gate-import-include-warnings');
  const box = await waitForId(page, 'gate-import-include-warnings');
  await box.evaluate((element) => (element as HTMLInputElement).click());
  expect(await seen(page, 'gate-import-include-warnings')).toEqual(before);
  expect(await box.evaluate((element) => (element as HTMLInputElement).checked)).toBe(true);
});

test('the admin still can', async () => {
  await click(page, 'gate-import-apply');
  await waitForId(page, 'gate-import-summary', { timeout: 60_000 });
  expect(acted().length).toBeGreaterThan(0);
});
