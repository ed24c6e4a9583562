import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SANDBOX_ORG } from '../sandbox/api/index.ts';
import { extensionOf, launchBrowser } from '../support/browser.ts';
import { copyOfExtension } from '../support/built.ts';
import { fillActivity } from '../support/fill/index.ts';
import { load } from './load.ts';
import { measurePopup, type PopupFigures, type Way } from './popup/measure.ts';

/**
 * The popup beside an empty page of the same extension, opened in turns in one run, at growing numbers of stored events:
 * both in a tab, of equal size, and both over the toolbar. The shipped build, and a browser that reaches nothing.
 *
 *   node tests/bench/popup.ts [count ...]
 */

const asked = process.argv.slice(2).map(Number).filter(Number.isInteger);
const counts = asked.length > 0 ? asked : [0, 5_000, 50_000, 500_000];
const ROUNDS = 25;
const WAYS: readonly Way[] = ['tab', 'toolbar'];

/** What each figure may be at most, as a multiple of the empty page's first paint, and how far the sizes may differ. */
const GOALS = { paint: 1.3, figures: 2.5, spread: 0.2 } as const;

const EMPTY = '<!doctype html><title>Empty</title><p>Empty</p>';

async function at(count: number): Promise<PopupFigures[]> {
  const copy = await copyOfExtension('production');
  writeFileSync(join(copy.path, 'empty.html'), EMPTY);
  const browser = await launchBrowser({ port: 9, extensionDir: copy.path, protocolTimeout: 1_800_000 });
  try {
    const extension = await extensionOf(browser);
    const page = await browser.newPage();
    await page.goto(`chrome-extension://${extension.id}/empty.html`);
    await fillActivity(page, { org: SANDBOX_ORG, count, now: Date.now() });
    await page.close();
    const figures: PopupFigures[] = [];
    for (const way of WAYS)
      figures.push(await measurePopup(browser, extension, { way, count, rounds: ROUNDS }));
    return figures;
  } finally {
    await browser.close();
    await copy.remove();
  }
}

const ms = (time: number) => `${time.toFixed(0).padStart(4)} ms`;

const figures: PopupFigures[] = [];
console.log(`Medians of ${ROUNDS} rounds; load ${load()}.`);
console.log('opened in  events   empty page   first paint            figures');
for (const count of counts) {
  for (const one of await at(count)) {
    figures.push(one);
    const { way, empty, paint, figures: shown, paintTimes, figuresTimes } = one;
    console.log(
      `${way.padEnd(8)} ${String(count).padStart(8)}   ${ms(empty)}      ${ms(paint)}, ${paintTimes.toFixed(2)} times (${GOALS.paint})   ${ms(shown)}, ${figuresTimes.toFixed(2)} times (${GOALS.figures})`,
    );
  }
}
const spreads = Object.fromEntries(
  WAYS.map((way) => {
    // Against the empty page of its own run, since the machine is not equally busy in all of them.
    const times = figures.filter((one) => one.way === way).map(({ figuresTimes }) => figuresTimes);
    const spread = Math.max(...times) / Math.min(...times) - 1;
    console.log(
      `${way}: figures differ by ${(spread * 100).toFixed(0)} % between these numbers of events (at most 20).`,
    );
    return [way, spread];
  }),
);
console.log(`Load ${load()}.`);
mkdirSync('.output/bench', { recursive: true });
writeFileSync(
  '.output/bench/popup.json',
  JSON.stringify({ goals: GOALS, load: load(), spreads, figures }, null, 2),
);
