/** The replica's frame: routes, tabs, settings, layouts, and a page that is hostile. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { preset } from '../sandbox/variants/index.ts';
import { formIsOpen, openAddForm, typeDomain } from '../support/console-page.ts';
import { type Session, startSession, waitForMcpPage } from '../support/session.ts';
import { waitFor } from '../support/wait.ts';

const ADDED = 'https://claude.ai/api/mcp/auth_callback';

let session: Session;
let page: Page;

async function open(): Promise<void> {
  await page.goto(session.sandbox.mcpUrl(), { waitUntil: 'domcontentloaded' });
  await waitForMcpPage(page, session.sandbox);
}

beforeAll(async () => {
  session = await startSession({ extension: 'none' });
  page = await session.newPage();
});
afterAll(() => session?.close());
afterEach(() => {
  expect(session.pageErrors).toEqual([]);
});

test('goes from page to page without loading, with distractors that share the words', async () => {
  const { sandbox } = session;
  sandbox.reset();
  await open();
  await page.evaluate(() => {
    document.documentElement.dataset.sameDocument = 'yes';
  });
  for (const [path, heading] of [
    ['users', 'Users'],
    ['domains', 'Domains'],
    ['connected-apps', 'Connected apps'],
    ['overview', 'Overview'],
  ] as const) {
    await page.click(`nav a[href$="/${path}"]`);
    await waitFor(() => page.$eval('h1', (element, wanted) => element.textContent === wanted, heading), {
      what: heading,
    });
  }
  await page.goBack();
  await waitFor(() => page.$eval('h1', (element) => element.textContent === 'Connected apps'), {
    what: 'the way back',
  });
  expect(await page.evaluate(() => document.documentElement.dataset.sameDocument)).toBe('yes');
});

test('keeps the tab in the path, and the switches their state', async () => {
  const { sandbox } = session;
  sandbox.reset({ variant: 'tab-in-path' });
  await open();
  await page.locator('[role="tab"] ::-p-text(Authentication)').click();
  await waitFor(() => page.url().endsWith('/tab/authentication'), { what: 'the tab in the path' });
  await page.locator('label ::-p-text(Allow API token authentication)').click();
  await waitFor(() => sandbox.store().settings.apiToken, { what: 'the setting' });
  await page.reload();
  await page.waitForSelector('[role="tabpanel"] input[type="checkbox"]:checked');
});

test('shows three permissions or five, and blocks those that are ticked', async () => {
  const { sandbox } = session;
  sandbox.reset({ variant: 'five-permissions' });
  await open();
  await page.locator('[role="tab"] ::-p-text(Permissions)').click();
  await page.locator('tbody tr:nth-child(2) input[type="checkbox"]').click();
  await page.locator('[role="tabpanel"] button ::-p-text(Blocked)').click();
  await waitFor(() => sandbox.store().settings.permissions.write === 'blocked', { what: 'the change' });
  await waitFor(
    async () =>
      (await page.$$eval('tbody tr', (rows) => rows.map((row) => row.children[1]?.textContent).join(' '))) ===
      'Allowed Blocked Allowed Blocked Blocked',
    { what: 'the states' },
  );
});

test('has the old layout in three sections', async () => {
  session.sandbox.reset({ variant: 'old-layout' });
  await open();
  expect(await page.$$eval('h2', (found) => found.map((element) => element.textContent))).toEqual([
    'Authentication methods',
    'Atlassian supported domains',
    'Your domains',
  ]);
});

test('a variant named in the address holds for that browser', async () => {
  const { sandbox } = session;
  sandbox.reset();
  await page.goto(`${sandbox.pageUrl(preset('lang-de').pagePath)}?sandbox=lang-de`);
  await waitForMcpPage(page, sandbox);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
  await page.goto(`${sandbox.mcpUrl()}?sandbox=`);
  await waitForMcpPage(page, sandbox);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
});

test('the hostile page presses what is foreign and leaves its own controls alone', async () => {
  const { sandbox } = session;
  sandbox.reset({ variant: 'hostile' });
  await open();
  const pressed = await page.evaluate(async () => {
    const stranger = document.createElement('div');
    const root = stranger.attachShadow({ mode: 'open' });
    const button = document.createElement('button');
    root.append(button);
    document.querySelector('h1')?.after(stranger);
    const kinds = new Set<string>();
    for (const kind of ['click', 'keydown', 'input', 'drop']) {
      button.addEventListener(kind, (event) => kinds.add(`${kind} ${event.isTrusted}`));
    }
    await new Promise((resolve) => setTimeout(resolve, 700));
    stranger.remove();
    return [...kinds].sort();
  });
  expect(pressed).toEqual(['click false', 'drop false', 'input false', 'keydown false']);
  expect(await formIsOpen(page)).toBe(false);
  expect(sandbox.requests.filter(({ kind }) => kind === 'add' || kind === 'delete')).toEqual([]);
  expect(await page.title()).toBe('Atlassian Administration');
});

test('what is typed survives the replacement of the field', async () => {
  const { sandbox } = session;
  sandbox.reset({ variant: { replaceInputEvery: 60 } });
  await open();
  await openAddForm(page, sandbox);
  const field = 'form input[name="domain"]';
  const value = () => page.$eval(field, (input) => (input as HTMLInputElement).value);
  // A key that is pressed in the very moment of a replacement may be lost, as on a real page: then it is typed again.
  await waitFor(
    async () => {
      await typeDomain(page, ADDED);
      return (await value()) === ADDED;
    },
    { what: 'the typed text in the field' },
  );
  await page.$eval(field, (input) => input.setAttribute('data-before', ''));
  await waitFor(() => page.$eval(field, (input) => !input.hasAttribute('data-before')), {
    what: 'a replacement of the field',
  });
  expect(await value()).toBe(ADDED);
});

test('the API host answers for itself', async () => {
  session.sandbox.reset();
  const response = await page.goto('https://api.atlassian.com/admin/v1/orgs');
  expect(response?.headers()['content-type']).toContain('application/json');
});
