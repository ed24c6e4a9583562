/**
 * Every state of every view, in one browser: no violation of accessibility rules in light, dark and high contrast, nothing that leaves
 * the window from right to left, at 200 % zoom, or with the system's own colours.
 */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dress, openStage, type Stage, sizeFor } from '../gallery/stage.ts';

let stage: Stage;

beforeAll(async () => {
  stage = await openStage();
}, 180_000);
afterAll(() => stage?.close());

/** How far the view is wider than the window, in pixels. */
const overflow = () =>
  stage.page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return scrollWidth - clientWidth;
  });

test('there are states of every kind of view', () => {
  const places = new Set(stage.names.map(({ place }) => place));
  expect([...places].sort()).toEqual([
    'activity',
    'on-page',
    'options',
    'panel',
    'popup',
    'posture',
    'register',
    'tools',
  ]);
  expect(stage.names.length).toBeGreaterThan(70);
});

test.each([
  ['light', {}],
  ['dark', { scheme: 'dark' }],
  ['high contrast', { scheme: 'dark', forced: true }],
] as const)(
  'no violation in any state, %s',
  async (name, look) => {
    await dress(stage.page, look);
    const found: string[] = [];
    for (const state of stage.names) {
      await stage.page.setViewport(sizeFor(state.place));
      await stage.show(state);
      for (const violation of await stage.violations()) found.push(`${state.name} ${name}: ${violation}`);
    }
    expect(found).toEqual([]);
  },
  240_000,
);

test('nothing leaves the window from right to left, at 200 % zoom, or in the system’s own colours', async () => {
  const looks = {
    'right to left': { dir: 'rtl', zoom: 1, forced: false },
    'at 200 %': { dir: 'ltr', zoom: 2, forced: false },
    'forced colours': { dir: 'ltr', zoom: 1, forced: true },
  } as const;
  const found: string[] = [];
  for (const [look, { dir, zoom, forced }] of Object.entries(looks)) {
    await dress(stage.page, { forced });
    await stage.page.evaluate((direction) => {
      document.documentElement.dir = direction;
    }, dir);
    for (const state of stage.names) {
      const { width, height } = sizeFor(state.place);
      // The popup's window grows with the zoom, a page's does not.
      const room =
        state.place === 'popup' ? { width, height } : { width: width / zoom, height: height / zoom };
      await stage.page.setViewport({ ...room, deviceScaleFactor: zoom });
      await stage.show(state);
      const over = await overflow();
      if (over > 1) found.push(`${state.name} ${look}: ${over} px`);
    }
  }
  expect(found).toEqual([]);
}, 240_000);
