/** The page with all findings: what it finds after a visit, and that an acceptance holds over a reload. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Session, startSession } from '../support/session.ts';
import { allSeen, click, seen, type, waitForId } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';

let session: Session;

beforeAll(async () => {
  session = await startSession({
    domains: ['https://*.vercel.app/**', 'https://agent.example.com/oauth/callback'],
    settings: { supportedAllowed: false, apiToken: true },
  });
});
afterAll(() => session?.close());

const rules = async (page: Awaited<ReturnType<Session['openMcpPage']>>, accepted: 'yes' | 'no') =>
  (await allSeen(page, 'gate-finding'))
    .filter((finding) => finding['data-accepted'] === accepted)
    .map((finding) => finding['data-rule']);

test('findings of list and switches, accepted with a reason, shown apart after a reload, and taken back', async () => {
  const mcp = await session.openMcpPage();
  await waitForId(mcp, 'gate-import-open');
  const popup = await session.openExtensionPage('popup.html');
  await waitFor(
    async () => {
      await popup.reload();
      return (await seen(popup, 'gate-status'))['data-custom-domains'] === '2';
    },
    { what: 'the list in the cache' },
  );
  await popup.close();

  const page = await session.openExtensionPage('posture.html');
  await waitForId(page, 'gate-finding');
  expect(await rules(page, 'no')).toEqual(['P102']);

  await click(page, 'gate-finding-accept');
  await click(page, 'gate-finding-accept-confirm');
  // Without a reason nothing is accepted.
  expect(await rules(page, 'no')).toEqual(['P102']);
  await type(page, 'gate-finding-reason', 'Agreed with the security board');
  await click(page, 'gate-finding-accept-confirm');
  await waitFor(async () => (await rules(page, 'yes')).length === 1, { what: 'the acceptance' });
  await page.reload();
  await waitForId(page, 'gate-posture-export');
  await waitFor(async () => (await rules(page, 'yes')).length === 1, {
    what: 'the acceptance after a reload',
  });
  expect(await rules(page, 'no')).toEqual([]);

  await page.$eval('details', (details) => details.setAttribute('open', ''));
  await click(page, 'gate-finding-withdraw');
  await waitFor(async () => (await rules(page, 'no')).length === 1, { what: 'the finding again' });
  await Promise.all([page.close(), mcp.close()]);
});
