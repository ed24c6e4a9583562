/** The register's page: what is typed stands in the console's rows, and a file comes back with nothing lost. */
import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Session, startSession } from '../support/session.ts';
import { allSeen, click, seen, type, upload, waitForId } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';

const ENTRY = 'https://agent.example.com/oauth/callback';
let session: Session;

beforeAll(async () => {
  session = await startSession({ domains: [ENTRY, 'https://*.example.org/**'] });
});
afterAll(() => session?.close());

test('an owner typed here stands beside the console’s row; a file is merged, and the value it replaces is kept', async () => {
  const mcp = await session.openMcpPage();
  await waitForId(mcp, 'gate-import-open');
  const page = await session.openExtensionPage('register.html');
  await waitFor(
    async () => {
      if ((await allSeen(page, 'gate-register-entry')).length === 2) return true;
      await page.reload();
      return false;
    },
    { what: 'the list on the page' },
  );
  expect(await seen(page, 'gate-register-counts')).toMatchObject({
    'data-overdue': '0',
    'data-unowned': '2',
  });

  await click(page, 'gate-register-edit');
  await type(page, 'gate-register-owner', 'Ada');
  await type(page, 'gate-register-reviewBy', '2020-01-31');
  await click(page, 'gate-register-save');
  await waitFor(async () => (await seen(page, 'gate-register-counts'))['data-overdue'] === '1', {
    what: 'the overdue entry',
  });
  expect((await allSeen(page, 'gate-register-entry'))[0]).toMatchObject({
    'data-pattern': ENTRY,
    'data-owner': 'Ada',
    'data-review-by': '2020-01-31',
    'data-overdue': 'yes',
  });

  // Rows are drawn near the window only, and a tab behind another has none.
  await mcp.bringToFront();
  await mcp.reload();
  await waitForId(mcp, 'gate-register-row');
  expect(await seen(mcp, 'gate-register-row')).toMatchObject({
    'data-pattern': ENTRY,
    'data-owner': 'Ada',
    'data-overdue': 'yes',
  });

  await page.bringToFront();
  const file = join(await mkdtemp(join(tmpdir(), 'register-')), 'register.csv');
  await writeFile(file, `pattern,owner,reason\n${ENTRY},Bo,docs\n`);
  await upload(page, 'gate-register-file', file);
  await waitForId(page, 'gate-register-merge');
  expect(await seen(page, 'gate-register-pending')).toMatchObject({ 'data-conflicts': '1' });
  await click(page, 'gate-register-merge');
  await waitFor(async () => (await allSeen(page, 'gate-register-entry'))[0]?.['data-owner'] === 'Bo', {
    what: 'the merged owner',
  });
  expect((await allSeen(page, 'gate-register-entry'))[0]).toMatchObject({ 'data-reason': 'docs' });
  await click(page, 'gate-register-edit');
  const text = await page.$eval('main', (main) => main.textContent ?? '');
  expect(text).toContain('Ada');
  await Promise.all([page.close(), mcp.close()]);
});

test('what was typed stays in its form, with the reason, when it could not be kept', async () => {
  const mcp = await session.openMcpPage();
  await waitForId(mcp, 'gate-import-open');
  const page = await session.openExtensionPage('register.html');
  await waitForId(page, 'gate-register-edit');
  await page.evaluate(() => {
    type Runtime = { sendMessage(message: unknown): Promise<unknown> };
    const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
    const ask = runtime.sendMessage.bind(runtime);
    let refused = false;
    Object.assign(runtime, {
      sendMessage: async (message: { name?: string }) => {
        if (refused || !JSON.stringify(message).includes('register/edit')) return ask(message);
        refused = true;
        return { ok: false, code: 'database-unavailable', message: 'Not kept.' };
      },
    });
  });
  await click(page, 'gate-register-edit');
  await type(page, 'gate-register-ticket', 'SEC-7');
  await click(page, 'gate-register-save');
  await waitForId(page, 'gate-register-form-problem');
  expect(
    await page.$eval('[data-testid="gate-register-ticket"]', (field) => (field as HTMLInputElement).value),
  ).toBe('SEC-7');
  await click(page, 'gate-register-save');
  await waitFor(async () => (await page.$('[data-testid="gate-register-save"]')) === null, {
    what: 'the form to close',
  });
  expect(await page.$eval('main', (main) => main.textContent ?? '')).toContain('SEC-7');
  await Promise.all([page.close(), mcp.close()]);
});
