/** The page with all stored events: equal to what happened, filtered, sorted, kept up to date and exported. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readCsv } from '../../lib/activity/exported/csv.ts';
import type { AuditCall } from '../../lib/activity/types.ts';
import { SANDBOX_ORG } from '../sandbox/api/index.ts';
import { fillActivity, ingestMore, storedCalls } from '../support/fill/index.ts';
import { type Session, startSession } from '../support/session.ts';
import { allSeen, click, count, seen, type, waitForId } from '../support/test-ids.ts';
import { waitFor } from '../support/wait.ts';

const DAY = 86_400_000;
const now = Date.now();
const options = { org: SANDBOX_ORG, count: 3_000, now, days: 60, people: 30 };
const calls = storedCalls(options).sort((a, b) => b.time - a.time);

let session: Session;
let page: Page;
let downloads: string;

beforeAll(async () => {
  session = await startSession({});
  const other = await session.openExtensionPage('posture.html');
  expect(await fillActivity(other, options)).toBe(3_000);
  await other.close();
  page = await session.openExtensionPage(`activity.html?org=${SANDBOX_ORG}&range=custom`);
  downloads = await mkdtemp(join(tmpdir(), 'gatehouse-downloads-'));
  const client = await page.createCDPSession();
  await client.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: downloads });
});
afterAll(async () => {
  await session?.close();
  await rm(downloads, { recursive: true, force: true });
});

/** Chooses a time span; its end is now, so the truth is counted up to the answer's own end. */
async function choose(value: string): Promise<void> {
  await click(page, 'gate-activity-range', { with: { 'data-value': value } });
}

async function counted(expected: number): Promise<void> {
  await waitForId(page, 'gate-activity-count', {
    with: { 'data-count': String(expected), 'data-state': 'ready' },
  });
}

/** Calls of the last days, counted the plain way. Nothing lies so near the edge that the test's own time matters. */
const within = (days: number) => calls.filter(({ time }) => time > Date.now() - days * DAY);

function counts(of: readonly AuditCall[], nameOf: (call: AuditCall) => string): Map<string, number> {
  const found = new Map<string, number>();
  for (const call of of) found.set(nameOf(call), (found.get(nameOf(call)) ?? 0) + 1);
  return found;
}

describe('the activity page', () => {
  test('counts what happened, for each time span', async () => {
    for (const [value, days] of Object.entries({ '24h': 1, '7d': 7, '30d': 30, '90d': 90, '180d': 180 })) {
      await choose(value);
      await waitFor(
        async () => {
          const { 'data-count': shown, 'data-state': state } = await seen(page, 'gate-activity-count');
          return state === 'ready' && Number(shown) === within(days).length;
        },
        { what: `the number of calls in ${value}` },
      );
    }
    const tools = counts(calls, ({ tool }) => tool);
    for (const { 'data-name': name, 'data-count': shown } of await allSeen(page, 'gate-top-tool'))
      expect(Number(shown), name).toBe(tools.get(name ?? ''));
    const actors = counts(calls, ({ actor }) => actor.id);
    const ranked = await allSeen(page, 'gate-top-actor');
    expect(ranked).toHaveLength(10);
    for (const { 'data-name': name, 'data-count': shown } of ranked)
      expect(Number(shown), name).toBe(actors.get(name ?? ''));
  });

  test('lists the newest first, and only what is near the window', async () => {
    const first = await seen(page, 'gate-activity-row', { with: { 'data-id': calls[0]?.id ?? '' } });
    expect(first).toMatchObject({
      'data-time': new Date(calls[0]?.time ?? 0).toISOString(),
      'data-tool': calls[0]?.tool,
      'data-class': calls[0]?.class,
    });
    const ids = (await allSeen(page, 'gate-activity-row')).map(({ 'data-id': id }) => id);
    expect(ids.length).toBeLessThan(80);
    expect(ids).toEqual(calls.slice(0, ids.length).map(({ id }) => id));
  });

  test('filters by text, class and person, and sorts', async () => {
    await type(page, 'gate-activity-filter', 'delete');
    const deleted = calls.filter(({ tool }) => /delete/i.test(tool));
    await counted(deleted.length);
    await click(page, 'gate-activity-clear');
    await counted(calls.length);

    const select = async (testId: string, value: string) =>
      (await waitForId(page, testId)).evaluate((element, chosen) => {
        (element as HTMLSelectElement).value = chosen;
        element.dispatchEvent(new Event('change', { bubbles: true }));
      }, value);
    await select('gate-activity-class', 'write');
    const written = calls.filter((call) => call.class === 'write');
    await counted(written.length);
    const actor = written[0]?.actor.id ?? '';
    await select('gate-activity-person', actor);
    const theirs = written.filter((call) => call.actor.id === actor);
    await counted(theirs.length);
    await click(page, 'gate-activity-sort', { with: { 'data-value': 'time' } });
    await waitFor(
      async () => (await allSeen(page, 'gate-activity-row'))[0]?.['data-id'] === theirs.at(-1)?.id,
      { what: 'the oldest call on top' },
    );
    await page.reload();
    await counted(theirs.length);
  });

  test('exports what is filtered, as CSV and JSON', async () => {
    const { 'data-count': shown } = await seen(page, 'gate-activity-count');
    const file = async (format: 'csv' | 'json') => {
      await click(page, 'gate-activity-export', { with: { 'data-format': format } });
      return waitFor(
        async () => {
          const name = (await readdir(downloads)).find((one) => one.endsWith(`.${format}`));
          return name && (await readFile(join(downloads, name), 'utf8'));
        },
        { what: `the ${format} file` },
      );
    };
    const json = JSON.parse(await file('json')) as { id: string; class: string }[];
    expect(json).toHaveLength(Number(shown));
    expect(json.every((row) => row.class === 'write')).toBe(true);
    const records = [...readCsv(await file('csv'))];
    expect(records).toHaveLength(Number(shown) + 1);
    expect(records[0]?.[0]).toBe('time');
    for (const record of records.slice(1)) expect(record[3]).not.toMatch(/^=/);
    await click(page, 'gate-activity-clear');
    await counted(calls.length);
  });

  test('shows what is stored of an event, opened and left with the keyboard', async () => {
    await click(page, 'gate-activity-sort', { with: { 'data-value': 'time' } });
    await waitForId(page, 'gate-activity-row', { with: { 'data-id': calls[0]?.id ?? '' } });
    await page.focus('.row-open[tabindex="0"]');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const third = calls[2];
    await waitForId(page, 'gate-activity-details', { with: { 'data-id': third?.id ?? '' } });
    const utc = await seen(page, 'gate-activity-field', { with: { 'data-name': 'utc' } });
    expect(utc.text).toContain(new Date(third?.time ?? 0).toISOString());
    expect((await seen(page, 'gate-activity-field', { with: { 'data-name': 'how' } })).text).toContain(
      'context',
    );
    await page.keyboard.press('Escape');
    await waitFor(async () => (await count(page, 'gate-activity-details')) === 0, { what: 'no details' });
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('row-open');
  });

  test('shows events that arrive meanwhile, late ones too', async () => {
    const other = await session.openExtensionPage('posture.html');
    const [one] = calls;
    if (!one) throw new Error('No calls were made.');
    const fresh = [
      { ...one, id: 'fresh-now', time: Date.now() - 1_000 },
      { ...one, id: 'fresh-late', time: Date.now() - 40 * DAY },
    ];
    expect(await ingestMore(other, fresh)).toBe(2);
    await other.close();
    await page.bringToFront();
    await counted(calls.length + 2);
    await waitForId(page, 'gate-activity-row', { with: { 'data-id': 'fresh-now' } });
  });

  test('has no error of its own', () => {
    expect(session.pageErrors).toEqual([]);
  });
});
