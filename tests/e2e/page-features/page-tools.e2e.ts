/** What the page has at a click: why something was blocked, and who wants an entry, beside its row. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { cancelForm, formIsOpen } from '../../support/console-page.ts';
import { openPanel, reviewText } from '../../support/import-panel.ts';
import { type Session, startSession } from '../../support/session.ts';
import {
  allSeen,
  click,
  count,
  paste,
  seen,
  type,
  waitForId,
  waitUntilGone,
} from '../../support/test-ids.ts';
import { waitFor } from '../../support/wait.ts';

const NEAR = 'https://n8n.example.com/other';
const AGENT = 'https://Agent.example.com/oauth/callback';
const CALLBACK = 'https://n8n.example.com/rest/oauth2-credential/callback';
const MESSAGE = `Access to this domain is restricted\nYour admin has blocked this domain\n${CALLBACK}`;
let session: Session;
let page: Page;

beforeAll(async () => {
  session = await startSession({ domains: [NEAR, AGENT] });
  page = await session.openMcpPage();
});
afterAll(() => session?.close());

const inForm = () =>
  page
    .$eval('form input[name="domain"]', (field) => (field as HTMLInputElement).value)
    .catch(() => undefined);

test('a message pasted on the page: the case, the nearest entry, three entries, and one in the page’s dialog', async () => {
  const open = await waitForId(page, 'gate-explain-open', { timeout: 20_000 });
  await open.click({ count: 2 });
  await paste(page, 'gate-check-input', MESSAGE);
  expect(await seen(page, 'gate-check-result')).toMatchObject({
    ...{ 'data-case': 'not-listed', 'data-allowed': 'no', 'data-nearest': NEAR, 'data-suggest': CALLBACK },
  });
  expect((await allSeen(page, 'gate-check-add')).map((one) => one['data-pattern'])).toEqual([
    CALLBACK,
    'https://n8n.example.com/**',
    'https://*.example.com/**',
  ]);
  // Twice at once is once: one dialog, nothing submitted.
  const add = await waitForId(page, 'gate-check-add', { with: { 'data-pattern': CALLBACK } });
  await add.click({ count: 2 });
  // What drives the form is loaded first: on a busy machine that takes its time.
  await waitFor(async () => (await inForm()) === CALLBACK, {
    what: 'the entry in the page’s form',
    timeout: 30_000,
  });
  expect(session.sandbox.requests.filter(({ kind }) => kind === 'add')).toEqual([]);
  await cancelForm(page, session.sandbox);

  // A gate beside the list gets no entry.
  await type(page, 'gate-check-input', '');
  await paste(page, 'gate-check-input', 'Your site admin must authorize this app');
  await waitForId(page, 'gate-check-result', { with: { 'data-case': 'app-policy' } });
  expect(await count(page, 'gate-check-add')).toBe(0);
  // By keyboard: away and back.
  await page.keyboard.press('Escape');
  await waitUntilGone(page, 'gate-explain-panel');
  await page.keyboard.press('Enter');
  await waitForId(page, 'gate-explain-panel');
  await page.keyboard.press('Escape');
  await waitUntilGone(page, 'gate-explain-panel');
  expect(await formIsOpen(page)).toBe(false);
}, 90_000);

test('owner and reason typed beside the row stand there, count, and come with the entries that a file leaves out', async () => {
  expect(await count(page, 'gate-register-row')).toBe(0);
  await click(page, 'gate-register-edit', { with: { 'data-pattern': AGENT } });
  await type(page, 'gate-register-owner', 'Ada');
  await type(page, 'gate-register-reason', 'Support agents');
  await type(page, 'gate-register-reviewBy', 'next year');
  await page.keyboard.press('Enter');
  // A date that is none is said and not kept.
  await waitForId(page, 'gate-register-form-problem');
  await type(page, 'gate-register-reviewBy', '2020-01-31');
  await page.keyboard.press('Enter');
  await waitUntilGone(page, 'gate-register-editor');
  const row = {
    'data-pattern': AGENT,
    'data-owner': 'Ada',
    'data-review-by': '2020-01-31',
    'data-overdue': 'yes',
  };
  await waitForId(page, 'gate-register-row', { with: row });
  expect((await seen(page, 'gate-register-row')).text).toContain('Support agents');
  expect(await seen(page, 'gate-register-counts')).toMatchObject({
    'data-overdue': '1',
    'data-unowned': '1',
  });

  await page.reload();
  await waitForId(page, 'gate-register-row', { with: row, timeout: 20_000 });
  await click(page, 'gate-register-edit', { with: { 'data-pattern': AGENT } });
  await type(page, 'gate-register-owner', 'Bo');
  await page.keyboard.press('Escape');
  await waitUntilGone(page, 'gate-register-editor');
  expect(await seen(page, 'gate-register-row')).toMatchObject(row);

  await openPanel(page);
  await reviewText(page, NEAR);
  await waitForId(page, 'gate-extra', { with: { 'data-pattern': AGENT, 'data-owner': 'Ada' } });
  await page.keyboard.press('Escape');

  // The register's own page means the same entry, in the console's spelling and in another.
  const register = await session.openExtensionPage('register.html');
  await waitForId(register, 'gate-register-entry', { with: { 'data-pattern': AGENT, 'data-owner': 'Ada' } });
  expect(session.pageErrors).toEqual([]);
  await register.close();
}, 60_000);
