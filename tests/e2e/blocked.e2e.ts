/** From a user's error message to an entry in the console's list, with owner and reason in the register. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clickButton, untilStored } from '../support/console-page.ts';
import { type Session, startSession } from '../support/session.ts';
import { allSeen, click, paste, seen, type, waitForId } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';

const ENTRY = 'https://n8n.example.com/rest/oauth2-credential/callback';
const MESSAGE = `Access to this domain is restricted\nYour admin has blocked this domain in your organization's settings\n${ENTRY}`;
let session: Session;

beforeAll(async () => {
  session = await startSession({ domains: ['https://n8n.example.com/other'] });
});
afterAll(() => session?.close());

test('pasted in the popup, added in the console, owner and reason in the register', async () => {
  const mcp = await session.openMcpPage();
  await waitForId(mcp, 'gate-import-open');
  const popup = await session.openExtensionPage('popup.html');
  await waitFor(
    async () => {
      await popup.reload();
      return (await seen(popup, 'gate-status'))['data-custom-domains'] === '1';
    },
    { what: 'the list in the cache' },
  );
  await paste(popup, 'gate-check-input', MESSAGE);
  expect(await seen(popup, 'gate-check-result')).toMatchObject({
    'data-case': 'not-listed',
    'data-allowed': 'no',
    'data-suggest': ENTRY,
    'data-nearest': 'https://n8n.example.com/other',
  });
  expect((await allSeen(popup, 'gate-check-add')).map((one) => one['data-pattern'])).toEqual([
    ENTRY,
    'https://n8n.example.com/**',
    'https://*.example.com/**',
  ]);
  await click(popup, 'gate-check-add', { with: { 'data-pattern': ENTRY } });

  // The popup opens the page in a tab of its own; whichever tab is first takes the entry.
  const filled = await waitFor(
    async () => {
      for (const tab of await session.browser.pages()) {
        const value = await tab
          .$eval('form input[name="domain"]', (field) => (field as HTMLInputElement).value)
          .catch(() => undefined);
        if (value === ENTRY) return tab;
      }
      return undefined;
    },
    { what: 'the entry in the form', timeout: 20_000, every: 200 },
  );
  await filled.bringToFront();
  const submit = await filled.$eval('form [type="submit"]', (button) => button.textContent?.trim() ?? '');
  await clickButton(filled, submit, 'form');
  await untilStored(session.sandbox, ENTRY);

  const register = await session.openExtensionPage('register.html');
  await waitFor(
    async () => {
      if ((await allSeen(register, 'gate-register-edit', { 'data-pattern': ENTRY })).length === 1)
        return true;
      await register.reload();
      return false;
    },
    { what: 'the entry in the register' },
  );
  await click(register, 'gate-register-edit', { with: { 'data-pattern': ENTRY } });
  await type(register, 'gate-register-owner', 'Ada');
  await type(register, 'gate-register-reason', 'Automation team');
  await click(register, 'gate-register-save');
  await waitFor(
    async () =>
      (await allSeen(register, 'gate-register-entry', { 'data-pattern': ENTRY }))[0]?.['data-owner'] ===
      'Ada',
    { what: 'the owner' },
  );
  await mcp.bringToFront();
  await mcp.reload();
  await waitForId(mcp, 'gate-register-row');
  expect(await seen(mcp, 'gate-register-row')).toMatchObject({ 'data-pattern': ENTRY, 'data-owner': 'Ada' });
}, 90_000);
