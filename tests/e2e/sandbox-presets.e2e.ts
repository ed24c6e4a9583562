/** Every member of the replica's family, worked by hand, without the extension. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { PRESET_NAMES, preset } from '../sandbox/variants/index.ts';
import {
  addByHand,
  deleteByHand,
  untilFormCloses,
  untilShown,
  untilStored,
} from '../support/console-page.ts';
import { expectNoDoubleAdd, expectStore } from '../support/request-log.ts';
import { type Session, startSession, waitForMcpPage } from '../support/session.ts';
import { waitFor } from '../support/wait.ts';

const FIRST = 'https://first.example.com/**';
const ADDED = 'https://claude.ai/api/mcp/auth_callback';

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await startSession({ extension: 'none' });
  page = await session.newPage();
});
afterAll(() => session?.close());
beforeEach(() => {
  session.pageErrors.length = 0;
});

test.each(PRESET_NAMES)('%s takes an entry and gives it up again', async (name) => {
  const { sandbox } = session;
  const chosen = preset(name);
  // Loading for half a minute is the same code as loading for half a second.
  sandbox.reset({
    variant: { ...chosen, search: '', loading: Math.min(chosen.loading, 500) },
    domains: [FIRST],
  });
  const hostile = [...sandbox.store().domains.slice(1)];
  await page.goto(sandbox.mcpUrl(), { waitUntil: 'domcontentloaded' });
  await waitForMcpPage(page, sandbox);
  expect(await page.evaluate(() => document.documentElement.lang)).toBe(chosen.language);
  await untilShown(page, FIRST);
  await addByHand(page, sandbox, ADDED);
  await untilStored(session.sandbox, ADDED);
  await untilShown(page, ADDED);
  await untilFormCloses(page);
  await deleteByHand(page, sandbox, FIRST);
  await waitFor(() => !sandbox.store().domains.includes(FIRST), { what: 'the entry to be deleted' });
  expectStore(sandbox, [...hostile, ADDED]);
  expectNoDoubleAdd(sandbox);
  expect(session.pageErrors).toEqual([]);
});
