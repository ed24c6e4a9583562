/** The replica without the extension: what other tests rest on must be right first. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { doubleAdds } from '../sandbox/server/index.ts';
import { fill, textsOf } from '../sandbox/texts/index.ts';
import {
  addByHand,
  cancelForm,
  deleteByHand,
  flags,
  formIsOpen,
  shownDomains,
  untilFlag,
  untilFormCloses,
  untilShown,
  untilStored,
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

beforeAll(async () => {
  session = await startSession({ extension: 'none' });
  page = await session.newPage();
});
afterAll(() => session?.close());
afterEach(() => {
  expect(session.pageErrors).toEqual([]);
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
      await untilShown(page, MANY[0] ?? '');
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
    await untilShown(page, MANY[0] ?? '');
    expect((await shownDomains(page)).length).toBeLessThan(20);
    await page.$eval('section ul[aria-label]', (list) => {
      if (list.parentElement) list.parentElement.scrollTop = 10_000;
    });
    await untilShown(page, MANY.at(-1) ?? '');
    expect(await shownDomains(page)).not.toContain(MANY[0]);
  });

  test('opens with the search box in use, and is mounted anew again and again', async () => {
    const { sandbox } = session;
    sandbox.reset({ variant: { search: 'TOOL-07', remountEvery: 200 }, domains: MANY });
    await open();
    await untilShown(page, 'https://tool-07.example.com/**');
    expect(await shownDomains(page)).toHaveLength(1);
    const row = await page.$('tbody tr');
    await waitFor(() => row?.evaluate((element) => !element.isConnected), {
      what: 'another element for the row',
    });
    await untilShown(page, 'https://tool-07.example.com/**');
  });

  test('outlives a reload', async () => {
    const { sandbox } = session;
    sandbox.reset();
    await open();
    await addByHand(page, sandbox, ADDED);
    await untilStored(session.sandbox, ADDED);
    await open();
    await untilShown(page, ADDED);
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
    await untilFlag(page, 'Enter a valid domain.');
    expect(await formIsOpen(page)).toBe(true);
  });

  test('in silence', async () => {
    session.sandbox.reset({ variant: 'silent-refusal' });
    await open();
    await addByHand(page, session.sandbox, invalid);
    await untilFormCloses(page);
    expectStore(session.sandbox, []);
    expect(await flags(page)).toEqual([]);
  });

  test('in silence with the form left open', async () => {
    const { sandbox } = session;
    sandbox.reset({ variant: 'silent-open-refusal' });
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
    sandbox.reset({ variant: { trouble: 'stored-but-failed', troubleEvery: 2 } });
    await open();
    await addByHand(page, sandbox, FIRST);
    await untilShown(page, FIRST);
    await untilFormCloses(page);
    await addByHand(page, sandbox, ADDED);
    await untilFlag(page, 'Something went wrong');
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
    sandbox.faults.push({ on: 'add', kind: 'stored-but-failed' });
    await open();
    await addByHand(page, sandbox, ADDED);
    await untilFlag(page, 'Something went wrong');
    await untilShown(page, ADDED);
    expect(sandbox.requests.find(({ kind }) => kind === 'add')?.outcome).toBe('stored-but-failed');
  });

  test('the same with a list that stays as it was until the page is loaded again', async () => {
    const { sandbox } = session;
    sandbox.reset({ variant: 'stale-list', domains: [FIRST] });
    sandbox.faults.push({ on: 'add', kind: 'stored-but-failed' });
    await open();
    await untilShown(page, FIRST);
    await addByHand(page, sandbox, ADDED);
    await untilFlag(page, 'Something went wrong');
    await cancelForm(page, sandbox);
    expect(await shownDomains(page)).toEqual([FIRST]);
    await open();
    await untilShown(page, ADDED);
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
    await untilStored(session.sandbox, ADDED);
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
    await untilStored(session.sandbox, ADDED);
    expect((await flags(page)).filter((words) => words.includes('Something went wrong'))).toEqual([]);
  });

  test('the store may keep another text than it was sent', async () => {
    const { sandbox } = session;
    sandbox.reset({ variant: 'lower-casing' });
    await open();
    await addByHand(page, sandbox, 'https://App.Example.com/CallBack');
    await untilStored(session.sandbox, 'https://app.example.com/callback');
  });

  test('deleting what another admin has deleted meanwhile fails', async () => {
    const { sandbox } = session;
    sandbox.reset({ domains: [FIRST] });
    await open();
    await untilShown(page, FIRST);
    sandbox.store().remove(FIRST);
    await deleteByHand(page, sandbox, FIRST);
    await untilFlag(page, 'Something went wrong');
    await waitFor(async () => (await shownDomains(page)).length === 0, { what: 'the row to go' });
  });

  test('random faults are the same for the same seed', () => {
    const { faults } = session.sandbox;
    const draw = () => {
      faults.clear();
      faults.random({ seed: 7, rate: 0.4, kinds: ['failed', 'stored-but-failed', 'silent'] });
      return Array.from({ length: 50 }, () => faults.take('add')?.kind ?? '-').join(' ');
    };
    const first = draw();
    expect(draw()).toBe(first);
    expect(first).toContain('silent');
    faults.clear();
  });
});
