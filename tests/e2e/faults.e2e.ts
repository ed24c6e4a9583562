/** Things that go wrong between the page and its store: afterwards the report and the console must agree. */
import type { Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { doubleAdds } from '../sandbox/server/index.ts';
import type { VariantChoice } from '../sandbox/variants/index.ts';
import { disagreements, downloadReport } from '../support/campaign/report.ts';
import { figures, openPanel, reviewText, waitForPhase } from '../support/import-panel.ts';
import { type Session, startSession } from '../support/session.ts';
import { allSeen, click } from '../support/test-ids.ts';

const LIST = ['https://one.example.com/cb', 'https://two.example.com/cb', 'https://three.example.com/cb'];

let session: Session;
let page: Page;

beforeAll(async () => {
  session = await startSession();
});
afterAll(() => session?.close());
afterEach(() => page.close());

async function importWith(variant: VariantChoice, prepare: () => void): Promise<Record<string, number>> {
  session.sandbox.reset({ variant });
  prepare();
  page = await session.openMcpPage();
  await openPanel(page);
  await reviewText(page, LIST.join('\n'));
  await click(page, 'gate-import-apply');
  await waitForPhase(page, 'done', 90_000);
  return figures(page, 'gate-import-summary');
}

const stored = () => [...session.sandbox.store().domains].sort();
const statesOf = async (state: string) =>
  (await allSeen(page, 'gate-import-row', { 'data-state': state })).map((row) => row['data-pattern']).sort();

test('an add that the browser itself sends twice is said to stand there twice', async () => {
  const summary = await importWith({ preset: 'duplicates-accepted' }, () => {
    session.sandbox.faults.push({ on: 'add', kind: 'dropped', text: LIST[1] ?? '' });
  });
  expect(summary).toEqual({ added: 3, failed: 0, skipped: 0, unknown: 0 });
  // One `fetch` of the page became two requests; where a browser stops doing so, this test has nothing to say.
  expect(stored()).toEqual([...LIST, LIST[1]].sort());
  expect(doubleAdds(session.sandbox.requests)).toEqual([]);
  const records = await downloadReport(session, page);
  expect(records.filter(({ message }) => message !== '').map(({ pattern }) => pattern)).toEqual([LIST[1]]);
  expect(await disagreements(session, page, [])).toEqual([]);
}, 120_000);

describe('the last add', () => {
  test('is stored although the page reports an error: it counts as added', async () => {
    const summary = await importWith('default', () => {
      session.sandbox.faults.push({ on: 'add', kind: 'stored-but-failed', text: LIST[2] ?? '' });
    });
    expect(summary).toEqual({ added: 3, failed: 0, skipped: 0, unknown: 0 });
    expect(stored()).toEqual([...LIST].sort());
  }, 120_000);

  test('is stored, the page reports an error and shows its old list: the list is fetched anew', async () => {
    const summary = await importWith({ preset: 'stale-after-trouble', duplicates: 'accept' }, () => {});
    expect(stored()).toEqual([...LIST].sort());
    expect(summary).toEqual({ added: 3, failed: 0, skipped: 0, unknown: 0 });
    expect(doubleAdds(session.sandbox.requests)).toEqual([]);
  }, 120_000);

  test('where the list can’t be fetched anew, nothing is claimed', async () => {
    const summary = await importWith(
      { preset: 'stale-after-trouble', layout: 'sections', duplicates: 'accept' },
      () => {},
    );
    expect(summary.failed).toBe(0);
    expect((summary.added ?? 0) + (summary.unknown ?? 0)).toBe(LIST.length);
    const added = await statesOf('added');
    for (const pattern of added) expect(stored()).toContain(pattern);
    expect(doubleAdds(session.sandbox.requests)).toEqual([]);
  }, 120_000);

  test('is never answered and not stored: it is failed, not lost from sight', async () => {
    const summary = await importWith('default', () => {
      session.sandbox.faults.push({ on: 'add', kind: 'never-answers', stored: false, text: LIST[2] ?? '' });
    });
    expect(summary.added).toBe(stored().length);
    expect((summary.added ?? 0) + (summary.failed ?? 0) + (summary.unknown ?? 0)).toBe(LIST.length);
    expect(doubleAdds(session.sandbox.requests)).toEqual([]);
  }, 150_000);
});
