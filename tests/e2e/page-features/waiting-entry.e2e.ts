/** An entry chosen in the popup opens the page's form; the admin adds it, or doesn't. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { cancelForm, clickButton, openAddForm, untilStored } from '../../support/console-page.ts';
import { type Session, startSession } from '../../support/session.ts';
import { seen, waitForId, waitUntilGone } from '../../support/test-ids.ts';
import { waitFor } from '../../support/wait.ts';

const ENTRY = 'https://App.example.com/callback';
const OTHER = 'https://b.example.com/callback';

let session: Session;
let page: Page | undefined;

beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session?.close());
afterEach(() => page?.close());

const adds = () => session.sandbox.requests.filter(({ kind }) => kind === 'add').length;
const valueIn = (tab: Page) =>
  tab.$eval('form input[name="domain"]', (field) => (field as HTMLInputElement).value).catch(() => undefined);
const untilFilled = (tab: Page, text: string) =>
  waitFor(async () => (await valueIn(tab)) === text, { what: `${text} in the form`, timeout: 20_000 });

/** Asks as the popup does, in a page of its own. */
async function ask(name: 'entry/wait' | 'entry/take', pattern?: string): Promise<unknown> {
  const popup = await session.openExtensionPage('popup.html');
  const org = /\/o\/([^/]+)/.exec(session.sandbox.mcpUrl())?.[1];
  const answer = await popup.evaluate(
    (message) =>
      (
        globalThis as unknown as { chrome: { runtime: { sendMessage(message: unknown): Promise<unknown> } } }
      ).chrome.runtime.sendMessage(message),
    { name, request: { org, ...(pattern === undefined ? {} : { pattern }) } },
  );
  await popup.close();
  return answer;
}

test.each(['default', 'hardest'])(
  '%s: the form opens with it, once, and nothing is submitted',
  async (preset) => {
    session.sandbox.reset({ variant: preset });
    expect(await ask('entry/wait', ENTRY)).toEqual({ ok: true, value: null });
    page = await session.openMcpPage();
    await untilFilled(page, ENTRY);
    await waitForId(page, 'gate-field-verdict');
    expect(adds()).toBe(0);
    expect(await ask('entry/take')).toEqual({ ok: true, value: null });
    const submit = await page.$eval('form [type="submit"]', (button) => button.textContent?.trim() ?? '');
    await page.bringToFront();
    await clickButton(page, submit, 'form');
    await untilStored(session.sandbox, ENTRY);
  },
  60_000,
);

test('a page that is open already takes it when the admin comes back; a form in use is left alone', async () => {
  session.sandbox.reset();
  page = await session.openMcpPage();
  await waitForId(page, 'gate-import-open');
  await openAddForm(page, session.sandbox);
  await ask('entry/wait', ENTRY);
  await page.bringToFront();
  expect((await seen(page, 'gate-waiting-entry'))['data-pattern']).toBe(ENTRY);
  expect(await valueIn(page)).toBe('');
  await cancelForm(page, session.sandbox);
  await ask('entry/wait', OTHER);
  await page.bringToFront();
  await waitUntilGone(page, 'gate-waiting-entry');
  await untilFilled(page, OTHER);
  expect(adds()).toBe(0);
}, 60_000);
