import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { scriptForPage } from '../../support/script-for-page.ts';
import type { Probe } from './probe.ts';

let bundle: Promise<string> | undefined;

/** Calls one function of `lib/console` in the page as it stands. */
export async function inPage<Name extends keyof Probe>(
  page: Page,
  name: Name,
  ...args: Parameters<Probe[Name]>
): Promise<Awaited<ReturnType<Probe[Name]>>> {
  bundle ??= scriptForPage(fileURLToPath(new URL('probe.ts', import.meta.url)), 'bundle');
  if (!(await page.evaluate(() => 'probe' in globalThis))) await page.evaluate(await bundle);
  const answer = await page.evaluate(
    (called, given) => {
      const { probe } = globalThis as unknown as { probe: Record<string, (...all: unknown[]) => unknown> };
      return probe[called]?.(...given);
    },
    name as string,
    args as unknown[],
  );
  return answer as Awaited<ReturnType<Probe[Name]>>;
}
