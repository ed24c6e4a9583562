/** The options page: the key in all its states. Other sources and the data have `data.e2e.ts`. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApiHandler, SANDBOX_KEY } from '../sandbox/api/index.ts';
import { DEFAULT_ORG } from '../sandbox/server/index.ts';
import { killWorker } from '../support/browser.ts';
import { type Session, startSession } from '../support/session.ts';
import { alarmNames, everythingStored, loseMemory } from '../support/stored.ts';
import { click, seen, type, waitForId } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';

const PASSPHRASE = 'a long enough passphrase';
/** So many within so few days that there are some of the last day on a Sunday as well. */
const api = createApiHandler({ org: DEFAULT_ORG, rateLimit: false, count: 300, days: 3 });
let session: Session;
let page: Page;

beforeAll(async () => {
  session = await startSession({ api });
});
afterAll(() => session?.close());

beforeEach(async () => {
  await page?.close();
  page = await session.openExtensionPage(`options.html?org=${DEFAULT_ORG}`);
  await waitForId(page, 'gate-org-id');
});

const stateIs = (state: string) =>
  waitFor(async () => (await seen(page, 'gate-api-key-state'))['data-state'] === state, {
    what: `the key to be ${state}`,
    timeout: 20_000,
  });

async function save(key: string, passphrase = '') {
  await type(page, 'gate-api-key', key);
  if (passphrase !== '') await type(page, 'gate-passphrase', passphrase);
  await click(page, 'gate-api-key-save');
}

describe('the browser’s own question', () => {
  interface Asked {
    origins: string[];
    inClick: boolean;
  }
  /** Stands in for the admin, who can't be automated: answers the question, and notes how it was asked. */
  const answerWith = (allowed: boolean) =>
    page.evaluate((answer) => {
      const scope = globalThis as unknown as {
        asked: unknown[];
        chrome: { permissions: { request(question: { origins: string[] }): Promise<boolean> } };
      };
      scope.asked = [];
      scope.chrome.permissions.request = async ({ origins }) => {
        scope.asked.push({ origins, inClick: navigator.userActivation.isActive });
        return answer;
      };
    }, allowed);
  const asked = () => page.evaluate(() => (globalThis as unknown as { asked: Asked[] }).asked);

  test('is asked within the click and for the API alone; after a no nothing is sent and kept', async () => {
    const before = api.replica.requests.length;
    await answerWith(false);
    await save(SANDBOX_KEY);
    await waitFor(() => page.$eval('main', (main) => main.textContent?.includes('was not saved')), {
      what: 'the word that it was not saved',
    });
    expect(await asked()).toEqual([{ origins: ['https://api.atlassian.com/*'], inClick: true }]);
    expect((await seen(page, 'gate-api-key-state'))['data-state']).toBe('absent');
    const { disk, memory, database } = await everythingStored(page);
    expect(disk + memory + database).not.toContain(SANDBOX_KEY);
    expect(api.replica.requests).toHaveLength(before);
    await answerWith(true);
    await click(page, 'gate-api-key-save');
    await stateIs('session');
    expect(await asked()).toHaveLength(1);
    await click(page, 'gate-api-key-forget');
    await stateIs('absent');
  });
});

describe('the key', () => {
  test('of the wrong kind is refused, and kept nowhere', async () => {
    await save('a-user-token-of-somebody');
    await stateIs('invalid');
    expect(await page.$eval('main', (main) => main.textContent)).toContain('user’s or site’s token');
    const { disk, memory, database } = await everythingStored(page);
    expect(disk + memory + database).not.toContain('a-user-token');
  });

  test('is kept in memory, and fetches', async () => {
    await save(SANDBOX_KEY);
    await stateIs('session');
    const { disk, memory, database } = await everythingStored(page);
    expect(memory).toContain(SANDBOX_KEY);
    expect(disk + database).not.toContain(SANDBOX_KEY);
    const popup = await session.openExtensionPage('popup.html');
    await waitFor(async () => (await seen(popup, 'gate-activity'))['data-state'] === 'ready', {
      what: 'the figures',
      timeout: 30_000,
    });
    const total = api.replica.truth(86_400_000).total;
    expect((await seen(popup, 'gate-activity'))['data-events']).toBe(String(total));
    await popup.close();
  });

  test('with a passphrase is kept encrypted, and can be unlocked after the memory was lost', async () => {
    await save(SANDBOX_KEY, PASSPHRASE);
    await stateIs('stored');
    const { disk, memory, database } = await everythingStored(page);
    expect(disk + database).not.toContain(SANDBOX_KEY);
    expect(disk + memory + database).not.toContain(PASSPHRASE);
    // What the end of the browser does.
    await loseMemory(page);
    await killWorker(session.browser);
    await page.reload();
    await stateIs('locked');
    await type(page, 'gate-passphrase', 'not the passphrase');
    await click(page, 'gate-api-key-unlock');
    await waitFor(() => page.$eval('main', (main) => main.textContent?.includes('does not fit')), {
      what: 'the refusal',
    });
    await type(page, 'gate-passphrase', PASSPHRASE);
    await click(page, 'gate-api-key-unlock');
    await stateIs('stored');
    expect((await everythingStored(page)).memory).toContain(SANDBOX_KEY);
  });

  test('is forgotten with one click', async () => {
    await waitForId(page, 'gate-api-key-forget');
    await click(page, 'gate-api-key-forget');
    await stateIs('absent');
    const { memory, database } = await everythingStored(page);
    expect(memory).not.toContain(SANDBOX_KEY);
    expect(database).not.toContain('sealed-key');
    expect(await alarmNames(page)).toEqual([]);
  });
});
