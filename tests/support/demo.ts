/** What `npm start` does without a display: the main job once through, with pictures. */
import { mkdir, rm } from 'node:fs/promises';
import { createApiHandler } from '../sandbox/api/index.ts';
import { DEFAULT_ORG } from '../sandbox/server/index.ts';
import { figures, openPanel, reviewFile } from './import-panel.ts';
import { expectNoDoubleAdd } from './request-log.ts';
import { screenshotSet } from './screenshots.ts';
import { startSession } from './session.ts';
import { click, seen, waitForId } from './test-ids.ts';
import { waitFor } from './wait.ts';

export interface DemoOptions {
  /** The file to import. */
  file: string;
  /** Folder for the pictures; emptied first. */
  pictures: string;
  variant?: string;
  print(line: string): void;
}

/** What the console's list holds before; the second stands in the example file too. */
const BEFORE = ['https://claude.ai/**', 'https://app.example.com/callback'];

/** Milliseconds for the whole file; the replica takes about half a second for each row. */
const RUN_TIMEOUT = 180_000;

const inWords = (counts: object) =>
  Object.entries(counts)
    .map(([name, count]) => `${count} ${name}`)
    .join(', ');

/** Imports the file through the panel; true when the panel's summary and the console's list agree. */
export async function runDemo({ file, pictures, variant = 'default', print }: DemoOptions): Promise<boolean> {
  await rm(pictures, { recursive: true, force: true });
  await mkdir(pictures, { recursive: true });
  const api = createApiHandler({ org: DEFAULT_ORG });
  const session = await startSession({ extension: 'e2e', variant, domains: BEFORE, api });
  try {
    const { sandbox } = session;
    const page = await session.openMcpPage();
    await waitForId(page, 'gate-import-open');
    // What is said about a row comes a little later, and belongs in the picture.
    await waitForId(page, 'gate-row-verdict');
    print(`The page is open, with ${BEFORE.length} entries in its list.`);
    await screenshotSet(page, pictures, '1-page');

    await openPanel(page);
    await reviewFile(page, file);
    print(`The file is read: ${inWords(await figures(page, 'gate-import-counts'))}.`);
    await screenshotSet(page, pictures, '2-review');

    await click(page, 'gate-import-apply');
    const end = await waitFor(
      async () => {
        const phase = (await seen(page, 'gate-import-panel'))['data-phase'];
        return (phase === 'done' || phase === 'paused') && phase;
      },
      { what: 'the import to end or to pause', timeout: RUN_TIMEOUT },
    );
    await screenshotSet(page, pictures, `3-${end}`);
    if (end === 'paused') {
      print('The import paused by itself; the last picture shows why.');
      return false;
    }
    const summary = await figures(page, 'gate-import-summary');
    print(`The import is done: ${inWords(summary)}.`);
    const stored = sandbox.store().domains;
    print(`The console's list now holds ${stored.length} entries:`);
    for (const text of stored) print(`  ${text}`);
    expectNoDoubleAdd(sandbox);

    const popup = await session.openExtensionPage('popup.html');
    await popup.setViewport({ width: 380, height: 600 });
    await waitForId(popup, 'gate-status');
    await screenshotSet(popup, pictures, '4-popup', { narrow: false });
    return summary.added === stored.length - BEFORE.length && summary.unknown === 0;
  } finally {
    await session.close();
  }
}
