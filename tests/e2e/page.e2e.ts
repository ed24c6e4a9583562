/** What Gatehouse does on the console's pages, and that it does nothing on the others. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { cancelForm, openAddForm, typeDomain } from '../support/console-page.ts';
import { openPanel } from '../support/import-panel.ts';
import { type Session, startSession, waitForMcpPage } from '../support/session.ts';
import { allSeen, click, count, seen, type, waitForId, waitUntilGone } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';

const DOMAINS = [
  'https://*.vercel.app/**',
  'https://vscode.dev/redirect',
  'https://app.example.com',
  'claude.ai',
];

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session?.close());
beforeEach(async () => {
  session.sandbox.reset({ domains: DOMAINS });
  page = await session.openMcpPage();
});
afterEach(() => page.close());

/** Everything of ours in the page's document. */
const ours = () => page.evaluate(() => document.querySelectorAll('[data-gatehouse]').length);
const fieldValue = () => page.$eval('input[name="domain"]', (field) => (field as HTMLInputElement).value);
const ruleIs = (rule: string) =>
  waitFor(async () => (await seen(page, 'gate-field-verdict'))['data-rule'] === rule, {
    what: `verdict ${rule}`,
  });

describe('beside the page’s domain field', () => {
  test('the verdict follows what is typed, marks the place and goes with the text', async () => {
    await openAddForm(page, session.sandbox);
    expect(await count(page, 'gate-field-verdict')).toBe(0);
    await typeDomain(page, 'claude.ai');
    await ruleIs('E002');
    await typeDomain(page, 'https://*example.com/**');
    await ruleIs('E012');
    const verdict = await seen(page, 'gate-field-verdict');
    expect(verdict['data-level']).toBe('error');
    expect(verdict.text).toContain('evilexample.com');
    const marked = await page.$eval(
      '>>> [data-testid="gate-field-verdict"] mark',
      (mark) => mark.textContent,
    );
    expect(marked).toContain('*');
    await typeDomain(page, 'https://app.getgram.ai/mcp/callback');
    await waitFor(async () => (await seen(page, 'gate-field-verdict'))['data-level'] === 'ok', {
      what: 'level ok',
    });
    expect((await seen(page, 'gate-field-verdict'))['data-rule']).toBeUndefined();
    await page.click('input[name="domain"]', { count: 3 });
    await page.keyboard.press('Backspace');
    await waitUntilGone(page, 'gate-field-verdict');
    await cancelForm(page, session.sandbox);
  });

  test('the correction goes into the field as if typed, and can be submitted', async () => {
    await openAddForm(page, session.sandbox);
    await typeDomain(page, 'http://gatehouse.example.org/**');
    const { 'data-fix': fix = '' } = await seen(page, 'gate-field-fix');
    expect(fix).toBe('https://gatehouse.example.org/**');
    const place = () => page.$eval('button[type="submit"]', (button) => button.getBoundingClientRect().top);
    const before = await place();
    await click(page, 'gate-field-fix');
    await waitFor(async () => (await fieldValue()) === fix, { what: 'the corrected text in the field' });
    await waitUntilGone(page, 'gate-field-fix');
    // A verdict that has become shorter must not take the page's button away from under the pointer.
    expect(await place()).toBe(before);
    await page.click('button[type="submit"]');
    await waitFor(() => session.sandbox.store().domains.includes(fix), {
      what: 'the corrected entry in the store',
    });
  });

  test('knows the other entries of the list', async () => {
    await openAddForm(page, session.sandbox);
    await typeDomain(page, 'https://vscode.dev/redirect');
    await ruleIs('R301');
  });

  test('nothing that the page dispatches makes us act', async () => {
    await openAddForm(page, session.sandbox);
    await typeDomain(page, 'http://gatehouse.example.org/**');
    await waitForId(page, 'gate-field-fix');
    const button = await waitForId(page, 'gate-field-fix');
    await button.evaluate((one) => (one as HTMLElement).click());
    const launcher = await waitForId(page, 'gate-import-open');
    await launcher.evaluate((one) => (one as HTMLElement).click());
    expect(await fieldValue()).toBe('http://gatehouse.example.org/**');
    expect(await count(page, 'gate-import-panel')).toBe(0);
  });
});

test('the page’s own button stays where it is while our parts come', async () => {
  // The second visit has a notice of what changed since the first, above the list.
  await waitForId(page, 'gate-import-open');
  await waitFor(async () => (await count(page, 'gate-row-verdict')) >= 4, { what: 'the marks' });
  // The reading of this visit is taken once the page has been steady for a moment.
  await page.waitForNetworkIdle({ idleTime: 1500 });
  session.sandbox.store().add('https://app.getgram.ai/mcp/callback');
  await page.evaluateOnNewDocument(() => {
    const seen = new Set<string>();
    Object.assign(globalThis, { placesOfButton: seen });
    const look = () => {
      const button = document.querySelector('[data-testid="mcp-server-add-domain-button"]');
      const box = button?.getBoundingClientRect();
      if (box && document.querySelector('table')) seen.add(`${Math.round(box.left)},${Math.round(box.top)}`);
    };
    setInterval(look, 10);
  });
  await page.reload();
  await waitForId(page, 'gate-import-open');
  await waitForId(page, 'gate-changes');
  const places = await page.evaluate(() => [
    ...(globalThis as unknown as { placesOfButton: Set<string> }).placesOfButton,
  ]);
  expect(places).toHaveLength(1);
});

describe('in the list', () => {
  test('rows with a finding carry a mark, others none', async () => {
    await waitFor(async () => (await count(page, 'gate-row-verdict')) >= 4, { what: 'the marks' });
    const marks = await allSeen(page, 'gate-row-verdict');
    const byPattern = new Map(marks.map((mark) => [mark['data-pattern'], mark]));
    expect(byPattern.get('https://*.vercel.app/**')).toMatchObject({
      'data-level': 'warn',
      'data-rule': 'W101',
    });
    expect(byPattern.get('https://app.example.com')).toMatchObject({
      'data-level': 'warn',
      'data-rule': 'W201',
    });
    expect(byPattern.get('claude.ai')).toMatchObject({ 'data-level': 'error', 'data-rule': 'E002' });
    session.sandbox.store().add('https://app.getgram.ai/mcp/callback');
    await page.reload();
    await waitForMcpPage(page, session.sandbox);
    await waitFor(async () => (await count(page, 'gate-row-verdict')) >= 4, { what: 'the marks' });
    const after = await allSeen(page, 'gate-row-verdict');
    expect(after.map((mark) => mark['data-pattern'])).not.toContain('https://app.getgram.ai/mcp/callback');
  });

  test('30 s of remounting: one button, one verdict, a mark a row, and the panel keeps what was typed', async () => {
    session.sandbox.reset({
      domains: DOMAINS,
      variant: { preset: 'remounting', replaceButton: 'replace-with', form: 'inline' },
    });
    await page.reload();
    await waitForMcpPage(page, session.sandbox);
    await openAddForm(page, session.sandbox);
    await typeDomain(page, 'claude.ai');
    await ruleIs('E002');
    await openPanel(page);
    await type(page, 'gate-import-text', 'https://kept.example.com/**');
    const ends = Date.now() + 30_000;
    const most = { buttons: 0, verdicts: 0, marks: 0 };
    while (Date.now() < ends) {
      most.buttons = Math.max(most.buttons, await count(page, 'gate-import-open'));
      most.verdicts = Math.max(most.verdicts, await count(page, 'gate-field-verdict'));
      most.marks = Math.max(most.marks, await count(page, 'gate-row-verdict'));
    }
    expect(most).toEqual({ buttons: 1, verdicts: 1, marks: DOMAINS.length });
    expect(await count(page, 'gate-field-verdict')).toBe(1);
    await waitFor(async () => (await count(page, 'gate-import-open')) === 1, { what: 'exactly one button' });
    await waitFor(async () => (await count(page, 'gate-row-verdict')) === DOMAINS.length, {
      what: 'every mark',
    });
    const text = await waitForId(page, 'gate-import-text');
    expect(await text.evaluate((area) => (area as HTMLTextAreaElement).value)).toBe(
      'https://kept.example.com/**',
    );
    expect(await count(page, 'gate-import-panel')).toBe(1);
  }, 90_000);
});

describe('elsewhere in the console', () => {
  test.each(['users', 'domains', 'connected-apps', 'overview'])('nothing of ours on %s', async (path) => {
    await page.goto(session.sandbox.pageUrl(path), { waitUntil: 'networkidle0' });
    await waitFor(async () => (await page.$('h1')) !== null, { what: 'a heading' });
    expect(await ours()).toBe(0);
  });

  test('what was on the MCP page goes when the admin navigates away, and comes back with them', async () => {
    await waitForId(page, 'gate-import-open');
    await page.evaluate(() => history.pushState(null, '', location.pathname.replace(/\/rovo\/.*/, '/users')));
    await page.evaluate(() => dispatchEvent(new PopStateEvent('popstate')));
    await waitFor(async () => (await ours()) === 0, { what: 'our parts to go' });
    await page.goBack();
    await waitForId(page, 'gate-import-open', { timeout: 15_000 });
  });
});
