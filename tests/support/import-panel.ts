/** Working in the import panel as an admin does. */
import { mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'puppeteer-core';
import type { Session } from './session.ts';
import { click, paste, seen, upload, waitForId } from './test-ids.ts';
import { waitFor } from './wait.ts';

export type PanelPhase = 'choose' | 'review' | 'running' | 'paused' | 'done';

export function waitForPhase(page: Page, phase: PanelPhase, timeout = 15_000): Promise<unknown> {
  return waitForId(page, 'gate-import-panel', { with: { 'data-phase': phase }, timeout });
}

/** Opens the panel on the MCP page by its button; `timeout` in milliseconds. */
export async function openPanel(page: Page, timeout = 20_000): Promise<void> {
  await click(page, 'gate-import-open', { timeout });
  await waitForPhase(page, 'choose', timeout);
}

/** Chooses a file in the open panel and waits for its review. */
export async function reviewFile(page: Page, path: string): Promise<void> {
  await upload(page, 'gate-import-file', path);
  await waitForPhase(page, 'review');
}

/** Pastes a list into the open panel and waits for its review; `timeout` in milliseconds. */
export async function reviewText(page: Page, text: string, timeout?: number): Promise<void> {
  await paste(page, 'gate-import-text', text, timeout === undefined ? {} : { timeout });
  await click(page, 'gate-import-parse');
  await waitForPhase(page, 'review', timeout);
}

/** Figures of `gate-import-counts` or `gate-import-summary`. */
export async function figures(page: Page, testId: string): Promise<Record<string, number>> {
  const attributes = Object.entries(await seen(page, testId));
  const data = attributes.filter(([name]) => name.startsWith('data-') && name !== 'data-testid');
  return Object.fromEntries(data.map(([name, value]) => [name.slice(5), Number(value)]));
}

/** The codes of the messages that the panel shows. */
export function messageCodes(page: Page): Promise<string[]> {
  return page.$$eval('>>> [data-code]', (all) => all.map((one) => one.getAttribute('data-code') ?? ''));
}

/** A file with this content in a folder of its own. */
export async function temporaryFile(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(await mkdtemp(join(tmpdir(), 'gatehouse-')), name);
  await writeFile(path, content);
  return path;
}

/** Clicks something that downloads a file, and reads that file. */
export async function downloaded(session: Session, act: () => Promise<void>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-'));
  const cdp = await session.browser.target().createCDPSession();
  await cdp.send('Browser.setDownloadBehavior', { behavior: 'allow', downloadPath: folder });
  await act();
  const name = await waitFor(
    async () => (await readdir(folder)).find((file) => !file.endsWith('.crdownload')),
    { what: 'the download' },
  );
  return readFile(join(folder, name), 'utf8');
}
