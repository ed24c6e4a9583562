import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import type { AuditCall } from '../../../lib/activity/types.ts';
import { scriptForPage } from '../script-for-page.ts';
import type { StoredOptions } from './stored-calls.ts';

export { type StoredOptions, storedCalls } from './stored-calls.ts';

let script: Promise<string> | undefined;

async function call(page: Page, name: 'fillActivity' | 'ingestMore', argument: unknown): Promise<number> {
  script ??= scriptForPage(fileURLToPath(new URL('page.ts', import.meta.url)), 'fill');
  await page.evaluate(await script);
  return (await page.evaluate(`${name}(${JSON.stringify(argument)})`)) as number;
}

/** Fills the extension's database from one of its pages; answers how many events there are then. */
export function fillActivity(page: Page, options: StoredOptions): Promise<number> {
  return call(page, 'fillActivity', options);
}

/** Takes in events as a sync would; answers how many were new. */
export function ingestMore(page: Page, calls: readonly AuditCall[]): Promise<number> {
  return call(page, 'ingestMore', calls);
}
