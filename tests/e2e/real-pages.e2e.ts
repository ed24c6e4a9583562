/** Saved pages of a console: what is recognised on them, and that a redacted copy tells no more than that. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sameRecognition } from '../real-pages/same-recognition.ts';
import { openSaved, redactedPath } from '../real-pages/saved-page.ts';
import { preset } from '../sandbox/variants/index.ts';
import { openAddForm } from '../support/console-page.ts';
import { type Session, startSession, waitForMcpPage } from '../support/session.ts';

const DOMAINS = [
  'https://secret-tool.example.com/**',
  'https://claude.ai/api/mcp/auth_callback',
  'cursor://hidden.app/cb',
];
/** What no copy may hold: parts of entries, the organization's id, a name on the page. */
const TELLTALE = /secret|hidden\.app|claude|example\.com|auth_callback/i;

let session: Session;
beforeAll(async () => {
  session = await startSession({ extension: 'none' });
});
afterAll(() => session?.close());

test.each(['default', 'inline', 'unmarked-list'])('%s, saved and redacted', async (name) => {
  const { sandbox, browser } = session;
  sandbox.reset({ variant: preset(name), domains: DOMAINS });
  const page = await session.newPage();
  await page.goto(sandbox.mcpUrl(), { waitUntil: 'domcontentloaded' });
  await waitForMcpPage(page, sandbox);
  await openAddForm(page, sandbox);
  // Nobody's page is clean: a script, a comment and data in attributes were saved along.
  await page.evaluate(() => {
    const account = document.createElement('p');
    account.textContent = 'Signed in as Jane Secret (jane@secret.example)';
    account.dataset.user = 'jane@secret.example';
    const script = document.createElement('script');
    script.textContent = 'globalThis.ran = true; // secret';
    document.body.append(account, document.createComment('secret'), script);
  });
  const html = await page.content();
  const org = new URL(page.url()).pathname.split('/')[2] ?? '';
  await page.close();

  const saved = await openSaved(browser, html, '.');
  const report = await saved.evaluate(() => savedPage.reportOnPage());
  expect(report).toMatchObject({
    kind: 'mcp',
    domains: true,
    searchBox: true,
    settings: { supportedDomains: 'allowed' },
  });
  expect(report.list?.entries).toEqual(DOMAINS);
  expect(report.form).toBeDefined();
  expect(await saved.evaluate(() => 'ran' in globalThis), 'the page ran a script of its own').toBe(false);
  const redacted = await saved.evaluate(() => savedPage.redactPage());
  await saved.close();

  expect(redacted).not.toMatch(TELLTALE);
  expect(redacted).not.toContain(org);
  expect(redacted).not.toMatch(/Jane|<script|<!--/);
  const copy = await openSaved(browser, redacted, '.');
  expect(sameRecognition(report, await copy.evaluate(() => savedPage.reportOnPage()))).toEqual([]);
  await copy.close();
});

test('a copy lies beside its page', () => {
  expect(redactedPath('real-pages/My page.html')).toBe('real-pages/My page.redacted.html');
});
