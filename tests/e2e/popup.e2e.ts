/** The popup: what it knows of the server, and what it says before it knows anything. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Session, startSession } from '../support/session.ts';
import { paste, seen, waitForId } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';

let session: Session;

beforeAll(async () => {
  session = await startSession({
    domains: ['https://a.example.com/**', 'https://b.example.com/**'],
    settings: { supportedAllowed: false, apiToken: true },
  });
});
afterAll(() => session?.close());

async function status() {
  const popup = await session.openExtensionPage('popup.html');
  try {
    return await seen(popup, 'gate-status');
  } finally {
    await popup.close();
  }
}

describe('the popup', () => {
  test('says honestly that nothing was seen yet', async () => {
    expect(await status()).toMatchObject({
      'data-supported-domains': 'unknown',
      'data-api-token': 'unknown',
      'data-custom-domains': 'unknown',
    });
  });

  test('shows what was last seen, each tab of the page adding to it', async () => {
    const page = await session.openMcpPage();
    await waitForId(page, 'gate-import-open');
    await waitFor(async () => (await status())['data-custom-domains'] === '2', {
      what: 'the number of entries',
    });
    const first = await status();
    expect(first).toMatchObject({ 'data-supported-domains': 'blocked', 'data-api-token': 'unknown' });
    expect(Date.parse(first['data-seen-at'] ?? '')).toBeGreaterThan(Date.now() - 60_000);
    const tab = await page.$('[role="tab"]:nth-of-type(2)');
    await tab?.click();
    await waitFor(async () => (await status())['data-api-token'] === 'on', { what: 'the API token switch' });
    expect(await status()).toMatchObject({ 'data-supported-domains': 'blocked', 'data-custom-domains': '2' });
    await page.close();
  });

  test('answers why an address was blocked, from the cached list', async () => {
    const popup = await session.openExtensionPage('popup.html');
    await paste(
      popup,
      'gate-check-input',
      'Your organization admin must authorize access from a domain to this site https://c.example.com/oauth/callback',
    );
    const no = await seen(popup, 'gate-check-result');
    expect(no).toMatchObject({
      'data-allowed': 'no',
      'data-suggest': 'https://c.example.com/oauth/callback',
    });
    await popup.reload();
    await paste(popup, 'gate-check-input', 'https://a.example.com/oauth/callback');
    expect(await seen(popup, 'gate-check-result')).toMatchObject({
      'data-allowed': 'yes',
      'data-by': 'https://a.example.com/**',
    });
    await popup.close();
  });
});
