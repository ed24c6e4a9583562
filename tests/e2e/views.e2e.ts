/**
 * Every state of every view, in one browser: no violation of accessibility rules in light, dark and high contrast, nothing that leaves
 * the window from right to left, at 200 % zoom, or with the system's own colours.
 */
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'puppeteer-core';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gallery } from '../gallery/main.tsx';
import { launchBrowser } from '../support/browser.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js');
type Names = Gallery['names'];

let browser: Browser;
let page: Page;
let names: Names;

/** The gallery as one script: no server, and nothing is loaded between two states. */
async function bundle(): Promise<string> {
  const built = await build({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    // No extension, so no texts of the browser's: the English ones from their file.
    resolve: { alias: { '#messages': `${ROOT}lib/words/english-messages.ts` } },
    build: {
      write: false,
      minify: false,
      lib: { entry: `${ROOT}tests/gallery/main.tsx`, formats: ['iife'], name: 'views' },
    },
  });
  const [first] = Array.isArray(built) ? built : [built];
  if (!first || !('output' in first)) throw new Error('The gallery was not built.');
  return first.output[0].code;
}

beforeAll(async () => {
  const script = await bundle();
  browser = await launchBrowser({ port: 9 });
  page = await browser.newPage();
  await page.setContent(
    '<!doctype html><html lang="en"><head><meta name="viewport" content="width=device-width"><title>Views</title></head><body><div id="stage"></div></body></html>',
  );
  await page.addScriptTag({ content: script });
  await page.addScriptTag({ path: AXE });
  names = await page.evaluate(() => (window as unknown as { gallery: Gallery }).gallery.names);
}, 180_000);
afterAll(() => browser?.close());

async function show({ name, press }: Names[number]): Promise<void> {
  await page.evaluate(async (wanted) => {
    (window as unknown as { gallery: Gallery }).gallery.show(wanted);
    await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
  }, name);
  for (const selector of press) {
    await page.locator(selector.startsWith('>>>') ? `#stage > div ${selector}` : selector).click();
  }
}

const sizeFor = (place: Names[number]['place']) =>
  place === 'popup' ? { width: 380, height: 600 } : { width: 1100, height: 900 };

/** What axe finds in the state that is shown: rule and element. */
function violations(): Promise<string[]> {
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

/** How far the view is wider than the window, in pixels. */
const overflow = () =>
  page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

test('there are states of every kind of view', () => {
  const places = new Set(names.map(({ place }) => place));
  expect([...places].sort()).toEqual(['activity', 'on-page', 'options', 'page', 'panel', 'popup', 'tools']);
  expect(names.length).toBeGreaterThan(70);
});

test.each([
  ['light', 'light', 'none'],
  ['dark', 'dark', 'none'],
  ['high contrast', 'dark', 'active'],
] as const)(
  'no violation in any state, %s',
  async (look, scheme, forced) => {
    await page.emulateMediaFeatures([
      { name: 'prefers-color-scheme', value: scheme },
      { name: 'forced-colors', value: forced },
    ]);
    const found: string[] = [];
    for (const state of names) {
      await page.setViewport(sizeFor(state.place));
      await show(state);
      for (const violation of await violations()) found.push(`${state.name} ${look}: ${violation}`);
    }
    expect(found).toEqual([]);
  },
  240_000,
);

test('nothing leaves the window from right to left, at 200 % zoom, or in the system’s own colours', async () => {
  const looks = {
    'right to left': { dir: 'rtl', zoom: 1, forced: 'none' },
    'at 200 %': { dir: 'ltr', zoom: 2, forced: 'none' },
    'forced colours': { dir: 'ltr', zoom: 1, forced: 'active' },
  } as const;
  const found: string[] = [];
  for (const [look, { dir, zoom, forced }] of Object.entries(looks)) {
    await page.emulateMediaFeatures([{ name: 'forced-colors', value: forced }]);
    await page.evaluate((direction) => {
      document.documentElement.dir = direction;
    }, dir);
    for (const state of names) {
      const { width, height } = sizeFor(state.place);
      // The popup's window grows with the zoom, a page's does not.
      const room =
        state.place === 'popup' ? { width, height } : { width: width / zoom, height: height / zoom };
      await page.setViewport({ ...room, deviceScaleFactor: zoom });
      await show(state);
      const over = await overflow();
      if (over > 1) found.push(`${state.name} ${look}: ${over} px`);
      const folder = process.env.GATEHOUSE_PICTURES;
      if (folder) await page.screenshot({ path: `${folder}/${state.name}-${dir}-${zoom}-${forced}.png` });
    }
  }
  expect(found).toEqual([]);
}, 240_000);
