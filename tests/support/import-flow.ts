/** The import panel, worked by its test ids (the `e2e` build). */
import type { Page } from 'puppeteer-core';
import { allSeen, click, find, paste, type Seen, seen, upload } from './test-ids.ts';
import { waitFor } from './wait.ts';

export type Phase = 'choose' | 'review' | 'running' | 'paused' | 'done';

export interface ReviewCounts {
  add: number;
  present: number;
  covered: number;
  duplicate: number;
  invalid: number;
}

export interface ImportSummary {
  added: number;
  failed: number;
  skipped: number;
  unknown: number;
}

/** The panel's phase now; undefined when it isn't open. */
export async function phaseOf(page: Page): Promise<Phase | undefined> {
  const panel = await find(page, 'gate-import-panel');
  const phase = await panel?.evaluate((element) => element.getAttribute('data-phase'));
  return (phase ?? undefined) as Phase | undefined;
}

/** What the panel says now, capped, for the sentence of an error. */
async function panelText(page: Page): Promise<string> {
  const panel = await find(page, 'gate-import-panel');
  const text = await panel?.evaluate((element) => element.textContent);
  return text ? `; it shows: ${text.slice(0, 300)}` : '; it is not open';
}

/** Waits until the panel is in one of the phases, and says in which. Milliseconds; 60,000 unless said otherwise. */
export async function waitForPhase(page: Page, wanted: readonly Phase[], timeout = 60_000): Promise<Phase> {
  try {
    return await waitFor(
      async () => {
        const phase = await phaseOf(page);
        return phase !== undefined && wanted.includes(phase) ? phase : false;
      },
      { what: `the panel to be ${wanted.join(' or ')}`, timeout },
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(reason + (await panelText(page).catch(() => '')), { cause: error });
  }
}

export async function openImportPanel(page: Page): Promise<void> {
  await click(page, 'gate-import-open');
  await waitForPhase(page, ['choose'], 15_000);
}

/** Opens the panel on a file, as far as its review. */
export async function reviewFile(page: Page, path: string): Promise<ReviewCounts> {
  await openImportPanel(page);
  await upload(page, 'gate-import-file', path);
  await waitForPhase(page, ['review']);
  return countsOf(page);
}

/** Opens the panel on a pasted list, as far as its review. */
export async function reviewText(page: Page, text: string): Promise<ReviewCounts> {
  await openImportPanel(page);
  await paste(page, 'gate-import-text', text);
  await click(page, 'gate-import-parse');
  await waitForPhase(page, ['review']);
  return countsOf(page);
}

function number(from: Seen, name: string): number {
  const text = from[`data-${name}`];
  if (text === undefined || !/^\d+$/.test(text))
    throw new Error(`data-${name} is ${JSON.stringify(text)}, not a number.`);
  return Number(text);
}

export async function countsOf(page: Page): Promise<ReviewCounts> {
  const from = await seen(page, 'gate-import-counts');
  return {
    add: number(from, 'add'),
    present: number(from, 'present'),
    covered: number(from, 'covered'),
    duplicate: number(from, 'duplicate'),
    invalid: number(from, 'invalid'),
  };
}

export async function summaryOf(page: Page): Promise<ImportSummary> {
  const from = await seen(page, 'gate-import-summary');
  return {
    added: number(from, 'added'),
    failed: number(from, 'failed'),
    skipped: number(from, 'skipped'),
    unknown: number(from, 'unknown'),
  };
}

/** The rows of the review that exist now: the list may be virtual. */
export function rowsOf(page: Page): Promise<Seen[]> {
  return allSeen(page, 'gate-import-row');
}

/** Starts adding and waits for the end. Resolves to `paused` when the run paused by itself. */
export async function applyImport(page: Page, timeout = 120_000): Promise<'done' | 'paused'> {
  await click(page, 'gate-import-apply');
  return (await waitForPhase(page, ['done', 'paused'], timeout)) as 'done' | 'paused';
}
