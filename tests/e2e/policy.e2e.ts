/** A company's policy, as the browser itself reads it: what it sets holds on the console's page and in our own. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_ORG } from '../sandbox/server/index.ts';
import { openAddForm, typeDomain } from '../support/console-page.ts';
import { openPanel } from '../support/import-panel.ts';
import { canSetPolicy, type ManagedPolicy, managedPolicyFor } from '../support/managed-policy.ts';
import { type Session, startSession } from '../support/session.ts';
import { allSeen, click, count, find, seen, waitForId } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';

const OTHER_ORG = '11111111-2222-4333-8444-555555555555';
const PATTERN = 'https://vscode.dev/redirect';
const POLICY = {
  organizations: [DEFAULT_ORG],
  features: { fieldVerdict: false, badge: true, readd: false },
  catalogue: [{ name: 'Acme assistant', patterns: ['https://assistant.acme.example/callback'] }],
  sources: { session: false },
  retentionDays: 9_999,
  register: [{ pattern: PATTERN, owner: 'Platform team' }],
};

let session: Session;
let policy: ManagedPolicy | undefined;

beforeAll(async () => {
  if (!canSetPolicy) return;
  session = await startSession({
    domains: [PATTERN, 'claude.ai'],
    beforeLaunch: (folder) => {
      policy = managedPolicyFor(folder);
      policy.set(POLICY);
    },
  });
});
afterAll(async () => {
  policy?.remove();
  await session?.close();
});

const ours = (page: Page) => page.evaluate(() => document.querySelectorAll('[data-gatehouse]').length);

/** Elsewhere the unit tests of the parser, the gate and the options page have to do. */
const asRoot = test.runIf(canSetPolicy);

asRoot('the options show what is set and what could not be used, and none of it can be changed', async () => {
  const page = await session.openExtensionPage('options.html');
  await waitForId(page, 'gate-policy');
  const managed = await allSeen(page, 'gate-managed');
  expect(managed.map((hint) => hint['data-name'])).toEqual(['session', 'badge', 'fieldVerdict']);
  const off = await waitForId(page, 'gate-setting', { with: { 'data-name': 'fieldVerdict' } });
  expect(await off.evaluate((box) => [(box as HTMLInputElement).checked, box.matches(':disabled')])).toEqual([
    false,
    true,
  ]);
  expect(await page.$eval('main', (main) => main.textContent)).toContain('“retentionDays”');
  await page.close();
});

asRoot('on the console what is switched off is not there, and the rest is', async () => {
  const page = await session.openMcpPage();
  await waitForId(page, 'gate-row-verdict', { with: { 'data-pattern': 'claude.ai' } });
  const row = await seen(page, 'gate-register-row', { with: { 'data-pattern': PATTERN } });
  expect(row['data-owner']).toBe('Platform team');
  await openAddForm(page, session.sandbox);
  await typeDomain(page, 'claude.ai');
  expect(await count(page, 'gate-row-readd')).toBe(0);
  expect(await find(page, 'gate-field-verdict')).toBeNull();
  await page.close();
});

asRoot('an AI tool of the organization’s own is offered in the catalogue', async () => {
  const page = await session.openMcpPage();
  await openPanel(page);
  await click(page, 'gate-catalogue-open');
  await waitForId(page, 'gate-catalogue-item', {
    with: { 'data-pattern': 'https://assistant.acme.example/callback' },
  });
  await page.close();
});

asRoot('on the console of an organization that it doesn’t name there is nothing of ours', async () => {
  const page = await session.openMcpPage({ org: OTHER_ORG });
  // The one that is allowed, in another tab, is how long it takes until something would be there.
  const allowed = await session.openMcpPage();
  await waitForId(allowed, 'gate-row-verdict', { with: { 'data-pattern': 'claude.ai' } });
  expect(await ours(page)).toBe(0);
  await allowed.close();
  await page.close();
});

asRoot('a policy that is taken away holds no longer, without a restart', async () => {
  policy?.set({ features: { badge: false } });
  const page = await session.openExtensionPage('options.html');
  await waitFor(
    async () => {
      await page.reload();
      await waitForId(page, 'gate-setting', { with: { 'data-name': 'badge' } });
      const names = (await allSeen(page, 'gate-managed')).map((hint) => hint['data-name']);
      return names.join() === 'badge';
    },
    { what: 'the new policy', timeout: 40_000, every: 500 },
  );
  await page.close();
});
