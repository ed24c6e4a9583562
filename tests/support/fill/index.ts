import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import type { AuditCall } from '../../../lib/activity/types.ts';
import type { StoredOptions } from './stored-calls.ts';

export { type StoredOptions, storedCalls } from './stored-calls.ts';

let script: Promise<string> | undefined;

async function bundle(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      lib: { entry: fileURLToPath(new URL('page.ts', import.meta.url)), formats: ['iife'], name: 'fill' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('The script that fills the database was not built.');
  return first.output[0].code;
}

async function call(page: Page, name: 'fillActivity' | 'ingestMore', argument: unknown): Promise<number> {
  script ??= bundle();
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
