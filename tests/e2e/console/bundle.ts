import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { build } from 'vite';
import type { Probe } from './probe.ts';

let bundle: Promise<string> | undefined;

async function bundleProbe(): Promise<string> {
  const result = await build({
    configFile: false,
    logLevel: 'silent',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL('./probe.ts', import.meta.url)),
        formats: ['iife'],
        name: 'bundle',
      },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('The probe could not be bundled.');
  return output.output[0].code;
}

/** Calls one function of `lib/console` in the page as it stands. */
export async function inPage<Name extends keyof Probe>(
  page: Page,
  name: Name,
  ...args: Parameters<Probe[Name]>
): Promise<Awaited<ReturnType<Probe[Name]>>> {
  bundle ??= bundleProbe();
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
