/** The replica without the extension: what other tests rest on must be right first. */
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { doubleAdds } from '../sandbox/server/index.ts';
import { fill, textsOf } from '../sandbox/texts/index.ts';
import { PRESET_NAMES, preset } from '../sandbox/variants/index.ts';
import {
  addByHand,
  cancelForm,
  deleteByHand,
  flags,
  formIsOpen,
  openAddForm,
  shownDomains,
  typeDomain,
} from '../support/console-page.ts';
import { expectNoDoubleAdd, expectStore } from '../support/request-log.ts';
import { type Session, startSession, waitForMcpPage } from '../support/session.ts';
import { waitFor } from '../support/wait.ts';

const FIRST = 'https://first.example.com/**';
const ADDED = 'https://claude.ai/api/mcp/auth_callback';
const MANY = Array.from(
  { length: 45 },
  (_, number) => `https://tool-${String(number).padStart(2, '0')}.example.com/**`,
);

let session: Session;
let page: Page;

async function open(): Promise<void> {
  await page.goto(session.sandbox.mcpUrl(), { waitUntil: 'domcontentloaded' });
  await waitForMcpPage(page, session.sandbox);
}

const stored = (text: string) =>
  waitFor(() => session.sandbox.store().domains.includes(text), { what: `${text} in the store` });
const shown = (text: string) =>
  waitFor(async () => (await shownDomains(page)).includes(text), { what: `${text} on the page` });
const flag = (text: string) =>
  waitFor(async () => (await flags(page)).some((words) => words.includes(text)), {
    what: `a flag "${text}"`,
  });

beforeAll(async () => {
  session = await startSession({ extension: 'none' });
  page = await session.newPage();
});
afterAll(() => session?.close());
beforeEach(() => {
  session.pageErrors.length = 0;
});

describe('every preset takes an entry by hand and gives it up again', () => {
  test.each(PRESET_NAMES)('%s', async (name) => {
    const { sandbox } = session;
    const chosen = preset(name);
    // Loading for half a minute is the same code as loading for half a second.
    sandbox.reset({
      variant: { ...chosen, search: '', loading: Math.min(chosen.loading, 500) },
      domains: [FIRST],
    });
    const hostile = [...sandbox.store().domains.slice(1)];
    await open();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe(chosen.language);
    await shown(FIRST);
    await addByHand(page, sandbox, ADDED);
    await stored(ADDED);
    await shown(ADDED);
    await waitFor(async () => !(await formIsOpen(page)), { what: 'the form to close' });
    await deleteByHand(page, sandbox, FIRST);
    await waitFor(() => !sandbox.store().domains.includes(FIRST), { what: 'the entry to be deleted' });
    expectStore(sandbox, [...hostile, ADDED]);
    expectNoDoubleAdd(sandbox);
    expect(session.pageErrors).toEqual([]);
  });
});

test('the log tells a double add from an entry that was deleted and added again', () => {
  const entry = { time: 0, org: 'o', text: ADDED };
  const stored = { ...entry, kind: 'add', outcome: 'stored' } as const;
  const silently = { ...entry, kind: 'add', outcome: 'stored-but-failed' } as const;
  const refused = { ...entry, kind: 'add', outcome: 'refused' } as const;
  const deleted = { ...entry, kind: 'delete', outcome: 'deleted' } as const;
  expect(doubleAdds([stored, refused])).toEqual([]);
  expect(doubleAdds([stored, deleted, stored])).toEqual([]);
  expect(doubleAdds([deleted, stored])).toEqual([]);
  expect(doubleAdds([silently, stored])).toEqual([ADDED]);
  expect(doubleAdds([stored, deleted, stored, silently])).toEqual([ADDED]);
  expect(doubleAdds([stored, { ...stored, org: 'p' }], 'p')).toEqual([]);
});

describe('the list', () => {
  test('shows all, a page, or more and more of it', async () => {
    const { sandbox } = session;
    const showing = async (variant: string, count: number, more?: () => Promise<unknown>) => {
      sandbox.reset({ variant, domains: MANY });
      await open();
      await shown(MANY[0] ?? '');
      await more?.();
      await waitFor(async () => (await shownDomains(page)).length === count, {
        what: `${count} rows in ${variant}`,
      });
      const words = fill(textsOf('en').showing, { n: MANY.length });
      expect(await page.evaluate(() => document.body.textContent)).toContain(words);
    };
    await showing('default', 45);
    await showing('paged-sorted', 20);
    await showing('show-more', 40, () => page.locator('section ::-p-text(Show more)').click());
    await showing('lazy-scroll', 45, () =>
      waitFor(
        async () => {
          await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
          return (await shownDomains(page)).length === 45;
        },
        { what: 'the end of the list' },
      ),
    );
  });

  test('keeps only the rows near the window when it is virtual', async () => {
    const { sandbox } = session;
    sandbox.reset({ variant: 'virtual', domains: MANY });
    await open();
    await shown(MANY[0] ?? '');
    expect((await shownDomains(page)).length).toBeLessThan(20);
    await page.$eval('section ul[aria-label]', (list) => {
      if (list.parentElement) list.parentElement.scrollTop = 10_000;
    });
    await shown(MANY.at(-1) ?? '');
    expect(await shownDomains(page)).not.toContain(MANY[0]);
  });

  test('opens with the search box in use, and is mounted anew again and again', async () => {
    const { sandbox } = session;
    sandbox.reset({ variant: { search: 'TOOL-07', remountEvery: 200 }, domains: MANY });
    await open();
    await shown('https://tool-07.example.com/**');
    expect(await shownDomains(page)).toHaveLength(1);
    const row = await page.$('tbody tr');
    await waitFor(() => row?.evaluate((element) => !element.isConnected), {
      what: 'another element for the row',
    });
    await shown('https://tool-07.example.com/**');
  });

  test('outlives a reload', async () => {
    const { sandbox } = session;
    sandbox.reset();
    await open();
    await addByHand(page, sandbox, ADDED);
    await stored(ADDED);
    await open();
    await shown(ADDED);
  });

  test('is one per organization', async () => {
    const { sandbox } = session;
    const other = '0c6a5d1e-7b0f-4c3e-9a57-52a0d7c1e9f4';
    sandbox.reset();
    await page.goto(sandbox.mcpUrl(other));
    await waitForMcpPage(page, sandbox);
    await addByHand(page, sandbox, ADDED);
    await waitFor(() => sandbox.store(other).domains.length === 1, { what: 'the entry' });
    expectStore(sandbox, [ADDED], other);
    expectStore(sandbox, []);
  });
});

describe('refusals and faults', () => {
  const invalid = 'no-scheme.example.com';

  test('beside the field', async () => {
    session.sandbox.reset({ variant: 'default' });
    await open();
    await addByHand(page, session.sandbox, invalid);
    await waitFor(() => page.$eval('form', (form) => form.textContent?.includes('Enter a valid domain.')), {
      what: 'the message',
    });
    expectStore(session.sandbox, []);
  });

  test('as a flag', async () => {
    session.sandbox.reset({ variant: 'flag-refusal' });
    await open();
    await addByHand(page, session.sandbox, invalid);
    await flag('Enter a valid domain.');
    expect(await formIsOpen(page)).toBe(true);
  });

  test('in silence', async () => {
    session.sandbox.reset({ variant: 'silent-refusal' });
    await open();
    await addByHand(page, session.sandbox, invalid);
    await waitFor(async () => !(await formIsOpen(page)), { what: 'the form to close' });
    expectStore(session.sandbox, []);
    expect(await flags(page)).toEqual([]);
  });

  test('in silence with the form left open', async () => {
    const { sandbox } = session;
    sandbox.reset({ variant: 'mute-refusal' });
    await open();
    await addByHand(page, sandbox, invalid);
    await waitFor(() => sandbox.requests.some(({ outcome }) => outcome === 'refused'), {
      what: 'the refusal',
    });
    await cancelForm(page, sandbox);
    expect(await flags(page)).toEqual([]);
  });

  test('trouble of the variant befalls every n-th add', async () => {
    const { sandbox } = session;
    sandbox.reset({ variant: { trouble: 'stored-but-500', troubleEvery: 2 } });
    await open();
    await addByHand(page, sandbox, FIRST);
    await shown(FIRST);
    await waitFor(async () => !(await formIsOpen(page)), { what: 'the form to close' });
    await addByHand(page, sandbox, ADDED);
    await flag('Something went wrong');
    const adds = sandbox.requests.filter(({ kind }) => kind === 'add');
    expect(adds.map(({ outcome }) => outcome)).toEqual(['stored', 'stored-but-failed']);
    expectStore(sandbox, [FIRST, ADDED]);
  });

  test('a duplicate is refused, or accepted where the variant says so', async () => {
    const { sandbox } = session;
    sandbox.reset({ domains: [ADDED] });
    await open();
    await addByHand(page, sandbox, ADDED);
    await waitFor(() => page.$eval('form', (form) => form.textContent?.includes('already been added')), {
      what: 'the message',
    });
    sandbox.reset({ variant: 'duplicates-accepted', domains: [ADDED] });
    await open();
    await addByHand(page, sandbox, ADDED);
    await waitFor(() => sandbox.store().domains.length === 2, { what: 'the second entry' });
  });

  test('an error although the entry was stored', async () => {
    const { sandbox } = session;
    sandbox.reset();
    sandbox.faults.push({ on: 'add', kind: 'stored-but-500' });
    await open();
    await addByHand(page, sandbox, ADDED);
    await flag('Something went wrong');
    await shown(ADDED);
    expect(sandbox.requests.find(({ kind }) => kind === 'add')?.outcome).toBe('stored-but-failed');
  });

  test('the same with a list that stays as it was until the page is loaded again', async () => {
    const { sandbox } = session;
    sandbox.reset({ variant: 'stale-list', domains: [FIRST] });
    sandbox.faults.push({ on: 'add', kind: 'stored-but-500' });
    await open();
    await shown(FIRST);
    await addByHand(page, sandbox, ADDED);
    await flag('Something went wrong');
    await cancelForm(page, sandbox);
    expect(await shownDomains(page)).toEqual([FIRST]);
    await open();
    await shown(ADDED);
  });

  test('an answer that never comes leaves the form waiting; it can be cancelled', async () => {
    const { sandbox } = session;
    sandbox.reset();
    sandbox.faults.push({ on: 'add', kind: 'never-answers', stored: false });
    await open();
    await addByHand(page, sandbox, ADDED);
    await waitFor(() => sandbox.requests.some(({ outcome }) => outcome === 'unanswered'), {
      what: 'the request',
    });
    expect(await formIsOpen(page)).toBe(true);
    await cancelForm(page, sandbox);
    await addByHand(page, sandbox, ADDED);
    await stored(ADDED);
    expectNoDoubleAdd(sandbox);
  });

  test('more answers may fail to come than a browser has connections', async () => {
    const { sandbox } = session;
    sandbox.reset();
    sandbox.faults.push({ on: 'add', kind: 'never-answers', stored: false, times: 8 });
    await open();
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await addByHand(page, sandbox, ADDED);
      await waitFor(() => sandbox.requests.filter(({ kind }) => kind === 'add').length === attempt, {
        what: 'the request',
      });
      await cancelForm(page, sandbox);
    }
    await addByHand(page, sandbox, ADDED);
    await stored(ADDED);
    expect((await flags(page)).filter((words) => words.includes('Something went wrong'))).toEqual([]);
  });

  test('the store may keep another text than it was sent', async () => {
    const { sandbox } = session;
    sandbox.reset({ variant: 'lower-casing' });
    await open();
    await addByHand(page, sandbox, 'https://App.Example.com/CallBack');
    await stored('https://app.example.com/callback');
  });

  test('random faults are the same for the same seed', () => {
    const { faults } = session.sandbox;
    const draw = () => {
      faults.clear();
      faults.random({ seed: 7, rate: 0.4, kinds: ['failed', 'stored-but-500', 'silent'] });
      return Array.from({ length: 50 }, () => faults.take('add')?.kind ?? '-').join(' ');
    };
    const first = draw();
    expect(draw()).toBe(first);
    expect(first).toContain('silent');
    faults.clear();
  });
});

describe('the frame', () => {
  test('goes from page to page without loading, with distractors that share the words', async () => {
    const { sandbox } = session;
    sandbox.reset();
    await open();
    await page.evaluate(() => {
      document.documentElement.dataset.sameDocument = 'yes';
    });
    for (const [path, heading] of [
      ['users', 'Users'],
      ['domains', 'Domains'],
      ['connected-apps', 'Connected apps'],
      ['overview', 'Overview'],
    ] as const) {
      await page.click(`nav a[href$="/${path}"]`);
      await waitFor(() => page.$eval('h1', (element, wanted) => element.textContent === wanted, heading), {
        what: heading,
      });
    }
    await page.goBack();
    await waitFor(() => page.$eval('h1', (element) => element.textContent === 'Connected apps'), {
      what: 'the way back',
    });
    expect(await page.evaluate(() => document.documentElement.dataset.sameDocument)).toBe('yes');
  });

  test('keeps the tab in the path, and the switches their state', async () => {
    const { sandbox } = session;
    sandbox.reset({ variant: 'tab-in-path' });
    await open();
    await page.locator('[role="tab"] ::-p-text(Authentication)').click();
    await waitFor(() => page.url().endsWith('/tab/authentication'), { what: 'the tab in the path' });
    await page.locator('label ::-p-text(Allow API token authentication)').click();
    await waitFor(() => sandbox.store().settings.apiToken, { what: 'the setting' });
    await page.reload();
    await page.waitForSelector('[role="tabpanel"] input[type="checkbox"]:checked');
  });

  test('shows three permissions or five, and blocks those that are ticked', async () => {
    const { sandbox } = session;
    sandbox.reset({ variant: 'five-permissions' });
    await open();
    await page.locator('[role="tab"] ::-p-text(Permissions)').click();
    await page.locator('tbody tr:nth-child(2) input[type="checkbox"]').click();
    await page.locator('[role="tabpanel"] button ::-p-text(Blocked)').click();
    await waitFor(() => sandbox.store().settings.permissions.write === 'blocked', { what: 'the change' });
    await waitFor(
      async () =>
        (await page.$$eval('tbody tr', (rows) =>
          rows.map((row) => row.children[1]?.textContent).join(' '),
        )) === 'Allowed Blocked Allowed Blocked Blocked',
      { what: 'the states' },
    );
  });

  test('has the old layout in three sections', async () => {
    session.sandbox.reset({ variant: 'old-layout' });
    await open();
    expect(await page.$$eval('h2', (found) => found.map((element) => element.textContent))).toEqual([
      'Authentication methods',
      'Atlassian supported domains',
      'Your domains',
    ]);
  });

  test('a variant named in the address holds for that browser', async () => {
    const { sandbox } = session;
    sandbox.reset();
    await page.goto(`${sandbox.pageUrl(preset('lang-de').pagePath)}?sandbox=lang-de`);
    await waitForMcpPage(page, sandbox);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    await page.goto(`${sandbox.mcpUrl()}?sandbox=`);
    await waitForMcpPage(page, sandbox);
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
  });

  test('the hostile page presses what is foreign and leaves its own controls alone', async () => {
    const { sandbox } = session;
    sandbox.reset({ variant: 'hostile' });
    await open();
    const pressed = await page.evaluate(async () => {
      const stranger = document.createElement('div');
      const root = stranger.attachShadow({ mode: 'open' });
      const button = document.createElement('button');
      root.append(button);
      document.querySelector('h1')?.after(stranger);
      const kinds = new Set<string>();
      for (const kind of ['click', 'keydown', 'input', 'drop']) {
        button.addEventListener(kind, (event) => kinds.add(`${kind} ${event.isTrusted}`));
      }
      await new Promise((resolve) => setTimeout(resolve, 700));
      stranger.remove();
      return [...kinds].sort();
    });
    expect(pressed).toEqual(['click false', 'drop false', 'input false', 'keydown false']);
    expect(await formIsOpen(page)).toBe(false);
    expect(sandbox.requests.filter(({ kind }) => kind === 'add' || kind === 'delete')).toEqual([]);
    expect(await page.title()).toBe('Atlassian Administration');
  });

  test('what is typed survives the replacement of the field', async () => {
    const { sandbox } = session;
    sandbox.reset({ variant: { replaceInputEvery: 60 } });
    await open();
    await openAddForm(page, sandbox);
    await typeDomain(page, ADDED);
    expect(await page.$eval('form input[name="domain"]', (input) => (input as HTMLInputElement).value)).toBe(
      ADDED,
    );
  });

  test('the API host answers for itself', async () => {
    session.sandbox.reset();
    const response = await page.goto('https://api.atlassian.com/admin/v1/orgs');
    expect(response?.headers()['content-type']).toContain('application/json');
  });
});
