/** Recognition in twelve languages and under all names, and of the pages that must not be mistaken for the MCP page. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../sandbox/texts/index.ts';
import { type Session, startSession, waitForMcpPage } from '../../support/session.ts';
import { waitFor } from '../../support/wait.ts';
import { inPage } from './bundle.ts';

const NAMES = ['rovo', 'atlassian-rovo', 'atlassian'] as const;
/** Directory > Domains, users, the MCP servers of others, and the start: with "Add" buttons and lists of their own. */
const OTHERS = ['domains', 'users', 'connected-apps', 'overview'];
const DOMAINS = ['https://a.example.com/**', 'https://b.example.com/**'];

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await startSession({ extension: 'none' });
  page = await session.newPage();
});
afterAll(() => session?.close());

describe.each(LANGUAGES)('in %s', (language) => {
  test.each(NAMES)('the page called as "%s" is recognised, with its form and settings', async (name) => {
    session.sandbox.reset({ variant: { language, name, loading: 0 }, domains: DOMAINS });
    await page.goto(session.sandbox.mcpUrl(), { waitUntil: 'domcontentloaded' });
    await waitForMcpPage(page, session.sandbox);
    await waitFor(async () => (await inPage(page, 'rows')).length === 2, { what: 'the rows' });
    expect(await inPage(page, 'recognise')).toMatchObject({ kind: 'mcp', domains: true });
    expect(await inPage(page, 'rows')).toEqual(DOMAINS);
    expect((await inPage(page, 'readSettings')).supportedDomains).toBe('allowed');
    // The search box speaks of domains as well.
    expect(await inPage(page, 'search')).toBe('');
    expect(await inPage(page, 'form')).toBeNull();
  });

  test('the pages not to be mistaken give nothing', async () => {
    session.sandbox.reset({ variant: { language, loading: 0 }, domains: DOMAINS });
    for (const other of OTHERS) {
      await page.goto(session.sandbox.pageUrl(other), { waitUntil: 'domcontentloaded' });
      await page.waitForSelector('h1');
      expect({ other, kind: (await inPage(page, 'recognise')).kind }).toEqual({ other, kind: 'other' });
    }
  });
});

test('a box that filters the list is no form for a domain, in a form of its own or not', async () => {
  await page.goto(session.sandbox.pageUrl('overview'), { waitUntil: 'domcontentloaded' });
  const formOf = async (markup: string) => {
    await page.evaluate((html) => {
      document.body.innerHTML = `<main><h1>Rovo MCP server</h1><div><button>Add domain</button>${html}</div></main>`;
    }, markup);
    return inPage(page, 'form');
  };
  const list = '<table><tr><th>Domain</th></tr><tr><td>https://a.example.com/**</td></tr></table>';
  for (const box of [
    '<form><input placeholder="Filter domains"><button type="submit" aria-label="Filter"></button></form>',
    '<form><input name="q" placeholder="Domain"><button type="submit"></button></form>',
    '<div><input placeholder="Domain"><button>×</button></div>',
    '<form><input placeholder="Domain"><button type="submit">Go</button><table><tr><td>https://a.example.com/**</td></tr></table></form>',
  ])
    expect({ box, form: await formOf(box + list) }).toEqual({ box, form: null });
  expect(
    await formOf(
      '<form><input name="domain"><button>Cancel</button><button type="submit">Add</button></form>',
    ),
  ).toBe('inline');
});
