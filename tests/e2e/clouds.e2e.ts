/** Consoles of other clouds: asked for when an organization is said to be there, and given back. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DEFAULT_ORG, GOVERNMENT_HOST } from '../sandbox/server/index.ts';
import { type Session, startSession } from '../support/session.ts';
import { click, count, seen, waitForId, waitUntilGone } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';

let session: Session;
let options: Page;

beforeAll(async () => {
  session = await startSession();
  options = await session.openExtensionPage(`options.html?org=${DEFAULT_ORG}`);
  await waitForId(options, 'gate-cloud');
});
afterAll(() => session?.close());

interface Scope {
  asked: { origins: string[]; inClick: boolean }[];
  chrome: {
    permissions: { request(question: { origins: string[] }): Promise<boolean> };
    scripting: { getRegisteredContentScripts(): Promise<{ matches: string[] }[]> };
  };
}

/** Stands in for the admin, who can't be automated: answers the browser's question, and notes how it was asked. */
const answerWith = (allowed: boolean) =>
  options.evaluate((answer) => {
    const scope = globalThis as unknown as Scope;
    scope.asked = [];
    scope.chrome.permissions.request = async ({ origins }) => {
      scope.asked.push({ origins, inClick: navigator.userActivation.isActive });
      return answer;
    };
  }, allowed);

const registered = () =>
  options.evaluate(async () => {
    const scripts = await (globalThis as unknown as Scope).chrome.scripting.getRegisteredContentScripts();
    return scripts.flatMap(({ matches }) => matches);
  });
const untilRegistered = (patterns: string[]) =>
  waitFor(async () => JSON.stringify(await registered()) === JSON.stringify(patterns), {
    what: `the registrations ${patterns}`,
  });
const text = () => options.$eval('main', (main) => main.textContent ?? '');

async function openGovernment(): Promise<Page> {
  const page = await session.newPage();
  const { pathname } = new URL(session.sandbox.mcpUrl());
  await page.goto(`https://${GOVERNMENT_HOST}${pathname}`, { waitUntil: 'domcontentloaded' });
  await waitFor(() => page.$eval('h1', (heading) => /MCP/.test(heading.textContent ?? '')), {
    what: 'the MCP page',
    timeout: 20_000,
  });
  return page;
}

test('a no changes nothing', async () => {
  await answerWith(false);
  await click(options, 'gate-cloud');
  await waitForId(options, 'gate-cloud-allow');
  await click(options, 'gate-cloud-allow');
  await waitFor(async () => (await text()).includes('nothing has changed'), { what: 'the word for a no' });
  const asked = await options.evaluate(() => (globalThis as unknown as Scope).asked);
  expect(asked).toEqual([{ origins: [`https://${GOVERNMENT_HOST}/*`], inClick: true }]);
  expect(await registered()).toEqual([]);
});

test('after a yes Gatehouse works on that console, until it is switched off', async () => {
  await answerWith(true);
  await click(options, 'gate-cloud-allow');
  await waitUntilGone(options, 'gate-cloud-allow');
  await untilRegistered([`https://${GOVERNMENT_HOST}/*`]);
  const there = await openGovernment();
  await waitForId(there, 'gate-import-open', { timeout: 20_000 });

  // The organization is there and nowhere else.
  const elsewhere = await session.openMcpPage();
  await elsewhere.waitForNetworkIdle({ idleTime: 1_000 });
  expect(await count(elsewhere, 'gate-import-open')).toBe(0);
  await elsewhere.close();

  await options.bringToFront();
  await click(options, 'gate-cloud');
  await untilRegistered([]);
  expect(await text()).toContain('no longer works');
  await there.bringToFront();
  await there.reload({ waitUntil: 'domcontentloaded' });
  await there.waitForNetworkIdle({ idleTime: 1_000 });
  expect(await count(there, 'gate-import-open')).toBe(0);
  await there.close();
  const home = await session.openMcpPage();
  await waitForId(home, 'gate-import-open', { timeout: 20_000 });
  await home.close();
});

test('a console’s address that is pasted as the organization says the cloud as well', async () => {
  await options.$eval(
    '[data-testid="gate-org-id"]',
    (field, value) => {
      const input = field as HTMLInputElement;
      input.value = value;
      input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    },
    `https://admin.acme.atlassian-isolated.net/o/${DEFAULT_ORG}/overview`,
  );
  await waitForId(options, 'gate-cloud-host');
  const host = await options.$eval(
    '[data-testid="gate-cloud-host"]',
    (field) => (field as HTMLInputElement).value,
  );
  expect(host).toBe('admin.acme.atlassian-isolated.net');
  expect((await seen(options, 'gate-cloud-allow')).text).not.toBe('');
});
