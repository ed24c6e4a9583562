/** The main job: a file as admins really receive it, through the panel, into the console's list. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { MAX_FILE_BYTES } from '../../lib/import/limits.ts';
import { doubleAdds } from '../sandbox/server/index.ts';
import {
  downloaded,
  figures,
  messageCodes,
  openPanel,
  reviewFile,
  reviewText,
  temporaryFile,
  waitForPhase,
} from '../support/import-panel.ts';
import { type Session, startSession } from '../support/session.ts';
import { click, count, seen, upload, waitForId, waitUntilGone } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url));
const VENDORS = fixture('vendor-domains.csv');
/** What the admin gets of it without ticking anything: the valid rows but the two with a high warning. */
const EXPECTED = readFileSync(fixture('vendor-domains.expected.txt'), 'utf8').trim().split('\n');
const COUNTS = { add: 48, present: 0, covered: 4, duplicate: 2, invalid: 13 };

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await startSession({ launch: { motion: true } });
});
afterAll(() => session?.close());
beforeEach(async () => {
  session.sandbox.reset();
  page = await session.openMcpPage();
});
afterEach(async () => {
  await page.close();
  expect(session.sandbox.errors).toEqual([]);
});

const store = () => [...session.sandbox.store().domains].sort();
const adds = () => session.sandbox.requests.filter(({ kind }) => kind === 'add');
const storedAtLeast = (n: number) =>
  waitFor(() => session.sandbox.store().domains.length >= n, { what: `${n} entries`, timeout: 30_000 });

describe('a file of many rows', () => {
  const WRONG = new Set([2, 1_700, 3_000]);
  const lines = Array.from({ length: 3_000 }, (_, at) =>
    WRONG.has(at + 1) ? `https://bad${at + 1}/**` : 'https://claude.ai/api/mcp/auth_callback',
  );
  /** What is said of a host without a top-level domain. */
  const sentence = /top-level domain/;

  test('says why of a row once it is in sight, and in the report also of rows that never were', async () => {
    await openPanel(page);
    await reviewFile(page, await temporaryFile('many.txt', lines.join('\n')));
    const first = await seen(page, 'gate-import-row', { with: { 'data-line': '2' } });
    expect(first.text).toMatch(sentence);
    await scrollTo(page, 1);
    await waitFor(
      async () =>
        sentence.test((await seen(page, 'gate-import-row', { with: { 'data-line': '3000' } })).text),
      { what: 'the sentence of a row far below' },
    );
    await click(page, 'gate-import-apply');
    await waitForPhase(page, 'done', 60_000);
    expect(await figures(page, 'gate-import-summary')).toMatchObject({ added: 1, skipped: 2_999 });
    const report = await downloaded(session, () => click(page, 'gate-import-report'));
    const wrong = report.split('\r\n').filter((record) => record.includes(',invalid,'));
    expect(wrong).toHaveLength(WRONG.size);
    for (const record of wrong) expect(record).toMatch(sentence);
  }, 90_000);
});

/** Scrolls the list of rows to this part of its height. */
async function scrollTo(page: Page, part: number): Promise<void> {
  const row = await waitForId(page, 'gate-import-row');
  await row.evaluate((element, to) => {
    let list: Element | null = element;
    while (list && list.scrollHeight <= list.clientHeight) list = list.parentElement;
    if (list) list.scrollTop = list.scrollHeight * to;
  }, part);
}

describe('the vendors’ file as it is', () => {
  test('becomes the expected list, each row once', async () => {
    await openPanel(page);
    await reviewFile(page, VENDORS);
    expect(await figures(page, 'gate-import-counts')).toEqual(COUNTS);
    expect(adds()).toEqual([]);
    await click(page, 'gate-import-apply');
    await waitForPhase(page, 'done', 60_000);
    expect(await figures(page, 'gate-import-summary')).toEqual({
      added: 46,
      failed: 0,
      skipped: 21,
      unknown: 0,
    });
    expect(store()).toEqual([...EXPECTED].sort());
    expect(adds()).toHaveLength(EXPECTED.length);
    expect(doubleAdds(session.sandbox.requests)).toEqual([]);

    const report = await downloaded(session, () => click(page, 'gate-import-report'));
    const records = report.trim().split('\r\n');
    expect(records).toHaveLength(1 + 67);
    expect(records.filter((record) => record.includes(',added,'))).toHaveLength(46);
  }, 90_000);

  test('with a reload in the middle: goes on when asked, and adds nothing twice', async () => {
    await openPanel(page);
    await reviewFile(page, VENDORS);
    await click(page, 'gate-import-apply');
    await storedAtLeast(12);
    await page.reload({ waitUntil: 'domcontentloaded' });
    await waitForId(page, 'gate-resume-offer', { timeout: 20_000 });
    // Nothing goes on by itself: the requests stand still while the page is loaded and offers to go on.
    const before = adds().length;
    await waitForId(page, 'gate-import-open');
    expect(await count(page, 'gate-import-panel')).toBe(0);
    expect(adds()).toHaveLength(before);
    await click(page, 'gate-import-resume');
    // An entry that was on its way may be waited for: 60 s until it can't arrive any more.
    await waitForPhase(page, 'done', 150_000);
    const summary = await figures(page, 'gate-import-summary');
    expect(summary).toMatchObject({ added: 46, failed: 0, unknown: 0, skipped: 21 });
    expect(store()).toEqual([...EXPECTED].sort());
    expect(doubleAdds(session.sandbox.requests)).toEqual([]);
    await waitUntilGone(page, 'gate-resume-offer');
  }, 200_000);

  test('plans to nothing once it was imported', async () => {
    session.sandbox.reset({ domains: EXPECTED });
    await page.reload();
    await openPanel(page);
    await reviewFile(page, VENDORS);
    expect(await figures(page, 'gate-import-counts')).toMatchObject({ add: 2, present: 46 });
    expect((await seen(page, 'gate-import-apply')).disabled).toBeDefined();
  });
});

describe('a run', () => {
  const LIST = Array.from({ length: 12 }, (_, n) => `https://tool-${n}.example.com/callback`);

  test('pauses, goes on, and is cancelled with what was added kept', async () => {
    session.sandbox.reset({ latency: [150, 200] });
    await openPanel(page);
    await reviewText(page, LIST.join('\n'));
    await click(page, 'gate-import-apply');
    await storedAtLeast(2);
    await click(page, 'gate-import-pause');
    await waitForPhase(page, 'paused');
    const paused = store().length;
    await click(page, 'gate-import-resume');
    await storedAtLeast(paused + 2);
    await click(page, 'gate-import-cancel');
    await waitForPhase(page, 'done', 30_000);
    const { added = 0, skipped = 0 } = await figures(page, 'gate-import-summary');
    expect(added).toBe(store().length);
    expect(added + skipped).toBe(LIST.length);
    expect(added).toBeLessThan(LIST.length);
    expect(doubleAdds(session.sandbox.requests)).toEqual([]);
  }, 60_000);

  test('is undone exactly', async () => {
    const before = ['https://kept.example.com/**', LIST[3] ?? ''];
    session.sandbox.reset({ domains: before });
    await page.reload();
    await openPanel(page);
    await reviewText(page, LIST.join('\n'));
    await click(page, 'gate-import-apply');
    await waitForPhase(page, 'done', 30_000);
    expect(store()).toHaveLength(LIST.length + 1);
    await click(page, 'gate-import-undo');
    await click(page, 'gate-import-undo-confirm');
    await waitFor(() => store().length === before.length, { what: 'the undo', timeout: 30_000 });
    expect(store()).toEqual([...before].sort());
    // The last entry is gone from the store before the run has read that back and let go of its lease.
    await waitUntilGone(page, 'gate-import-undo-progress');
  }, 60_000);

  test('says what the page said of a refused row, and counts it as failed', async () => {
    session.sandbox.reset({ variant: 'limited' });
    await page.reload();
    await openPanel(page);
    await reviewText(page, LIST.join('\n'));
    await click(page, 'gate-import-apply');
    await waitForPhase(page, 'done', 60_000);
    expect(await figures(page, 'gate-import-summary')).toEqual({
      added: 10,
      failed: 2,
      skipped: 0,
      unknown: 0,
    });
    expect(store()).toHaveLength(10);
  }, 90_000);
});

describe('bad input gets a sentence at its place and adds nothing', () => {
  test.each([
    ['empty.csv', '', 'I408'],
    ['only-comments.txt', '# nothing\n# here\n', 'I406'],
    [
      'picture.png',
      new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 1, 0xff, 0xfe]),
      'I408',
    ],
    ['huge.csv', new Uint8Array(MAX_FILE_BYTES + 1).fill(0x61), 'I407'],
    ['broken.json', '{"domains": [', 'I408'],
  ])('%s', async (name, content, code) => {
    await openPanel(page);
    await upload(page, 'gate-import-file', await temporaryFile(name, content));
    await waitFor(async () => (await messageCodes(page)).includes(code), { what: `message ${code}` });
    expect((await seen(page, 'gate-import-panel'))['data-phase']).toBe('choose');
    expect(adds()).toEqual([]);
  });

  test('templates and cells with two values are invalid rows, never cut', async () => {
    await openPanel(page);
    await reviewText(
      page,
      'https://<tenant>.example.com/**\nhttps://a.example.com/** ; https://b.example.com/**',
    );
    expect(await figures(page, 'gate-import-counts')).toMatchObject({ add: 0, invalid: 2 });
  });

  test('a list that is still loading is waited for', async () => {
    session.sandbox.reset({
      variant: { preset: 'default', loading: 4000 },
      domains: ['https://claude.ai/**'],
    });
    await page.reload({ waitUntil: 'domcontentloaded' });
    await openPanel(page);
    await reviewText(page, 'https://claude.ai/**');
    expect(await figures(page, 'gate-import-counts')).toMatchObject({ add: 0, present: 1 });
  });
});
