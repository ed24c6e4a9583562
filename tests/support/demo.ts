/** What `npm start` does without a display: the main job once through, with pictures. */
import { access, mkdir, rm } from 'node:fs/promises';
import type { Page } from 'puppeteer-core';
import { createApiHandler } from '../sandbox/api/index.ts';
import { DEFAULT_ORG } from '../sandbox/server/index.ts';
import { expectNoDoubleAdd } from './request-log.ts';
import { screenshotSet } from './screenshots.ts';
import { startSession } from './session.ts';
import { click, find, type Seen, seen, upload, waitForId } from './test-ids.ts';
import { waitFor } from './wait.ts';

export interface DemoOptions {
  /** The file to import. */
  file: string;
  /** Folder for the pictures; emptied first. */
  pictures: string;
  variant?: string;
  print(line: string): void;
}

/** What the console's list holds before: one of them is also in the file, so that the review shows it as present. */
const BEFORE = ['https://claude.ai/**', 'https://internal-tools.example.com/callback'];

/** Milliseconds for the whole file; the replica takes about a tenth of a second for each row. */
const RUN_TIMEOUT = 180_000;

function numbers(from: Seen, names: readonly string[]): Record<string, number> {
  return Object.fromEntries(names.map((name) => [name, Number(from[`data-${name}`] ?? Number.NaN)]));
}

const inWords = (counts: Record<string, number>) =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');

/** Waits until the panel is in one of the phases, and says in which. */
function phase(page: Page, wanted: readonly string[]): Promise<string> {
  return waitFor(
    async () => {
      const panel = await find(page, 'gate-import-panel');
      const now = await panel?.evaluate((element) => element.getAttribute('data-phase'));
      return now && wanted.includes(now) ? now : false;
    },
    { what: `the panel to be ${wanted.join(' or ')}`, timeout: RUN_TIMEOUT },
  );
}

/** Imports the file through the panel; true when the panel's summary and the console's list agree. */
export async function runDemo({ file, pictures, variant = 'default', print }: DemoOptions): Promise<boolean> {
  await access(file);
  await rm(pictures, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  const api = createApiHandler({ org: DEFAULT_ORG });
  const session = await startSession({ extension: 'e2e', variant, domains: BEFORE, api });
  try {
    const { sandbox } = session;
    const page = await session.openMcpPage();
    const picture = async (name: string) => {
      await screenshotSet(page, pictures, name);
    };
    await waitForId(page, 'gate-import-open');
    print(`The page is open, with ${BEFORE.length} entries in its list.`);
    await picture('1-page');

    await click(page, 'gate-import-open');
    await upload(page, 'gate-import-file', file);
    await phase(page, ['review']);
    const counts = await seen(page, 'gate-import-counts');
    const plan = numbers(counts, ['add', 'present', 'covered', 'duplicate', 'invalid']);
    print(`The file is read: ${inWords(plan)}.`);
    await picture('2-review');

    await click(page, 'gate-import-apply');
    const end = await phase(page, ['done', 'paused']);
    await picture(`3-${end}`);
    if (end === 'paused') {
      print('The import paused by itself; the picture shows why.');
      return false;
    }
    const summary = numbers(await seen(page, 'gate-import-summary'), [
      'added',
      'failed',
      'skipped',
      'unknown',
    ]);
    print(`The import is done: ${inWords(summary)}.`);
    const stored = sandbox.store().domains;
    print(`The console's list now holds ${stored.length} entries:`);
    for (const text of stored) print(`  ${text}`);
    expectNoDoubleAdd(sandbox);

    const popup = await session.openExtensionPage('popup.html');
    await popup.setViewport({ width: 400, height: 600 });
    await waitForId(popup, 'gate-status');
    await screenshotSet(popup, pictures, '4-popup');
    return summary.added === stored.length - BEFORE.length && summary.unknown === 0;
  } finally {
    await session.close();
  }
}
