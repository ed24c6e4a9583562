import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { launchBrowser } from '../support/browser.ts';
import { scriptForPage } from '../support/script-for-page.ts';
import type { Gallery } from './main.tsx';

/** The gallery in a page of a browser, where nothing is loaded between two states. */

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const require = createRequire(import.meta.url);
const AXE = require.resolve('axe-core/axe.min.js');

export type StateName = Gallery['names'][number];

export interface Stage {
  page: Page;
  names: readonly StateName[];
  /** Shows a state and presses what it wants pressed. */
  show(state: StateName): Promise<void>;
  /** What axe finds in the state that is shown: rule and element. */
  violations(): Promise<string[]>;
  close(): Promise<void>;
}

/** How the page looks to the browser's media queries. */
export interface Look {
  scheme?: 'light' | 'dark';
  forced?: boolean;
}

/** The gallery as one script. */
const bundle = (): Promise<string> =>
  scriptForPage(`${ROOT}tests/gallery/main.tsx`, 'views', {
    root: ROOT,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // No extension, so no texts of the browser's: the English ones from their file.
    resolve: { alias: { '#messages': `${ROOT}lib/words/english-messages.ts` } },
  });

export async function openStage(): Promise<Stage> {
  const script = await bundle();
  const browser = await launchBrowser({ port: 9 });
  const page = await browser.newPage();
  await page.setContent(
    '<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Views</title></head><body><div id="stage"></div></body></html>',
  );
  await page.addScriptTag({ content: script });
  await page.addScriptTag({ path: AXE });
  const names = await page.evaluate(() => (window as unknown as { gallery: Gallery }).gallery.names);
  return {
    page,
    names,
    async show({ name, press }) {
      await page.evaluate(async (wanted) => {
        (window as unknown as { gallery: Gallery }).gallery.show(wanted);
        await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
      }, name);
      for (const selector of press) {
        await page.locator(selector.startsWith('>>>') ? `#stage > div ${selector}` : selector).click();
      }
    },
    violations: () => violationsIn(page),
    close: () => browser.close(),
  };
}

/** The size of the window that a state stands in. */
export const sizeFor = (place: StateName['place']): { width: number; height: number } =>
  place === 'popup' ? { width: 380, height: 600 } : { width: 1100, height: 900 };

export async function dress(page: Page, { scheme = 'light', forced = false }: Look): Promise<void> {
  await page.emulateMediaFeatures([
    { name: 'prefers-color-scheme', value: scheme },
    { name: 'forced-colors', value: forced ? 'active' : 'none' },
  ]);
}

function violationsIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    // biome-ignore lint/suspicious/noExplicitAny: axe puts itself on window, without types for it
    const { violations } = await (window as any).axe.run(document, {
      resultTypes: ['violations'],
      runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
      // A single view is no page: its landmarks and first heading belong to what is around it.
      rules: {
        region: { enabled: false },
        'landmark-one-main': { enabled: false },
        'page-has-heading-one': { enabled: false },
        'heading-order': { enabled: false },
      },
    });
    return violations.map(
      (one: { id: string; nodes: { html: string }[] }) => `${one.id}: ${one.nodes[0]?.html.slice(0, 160)}`,
    );
  });
}
