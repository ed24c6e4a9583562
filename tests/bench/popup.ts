import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { SANDBOX_ORG } from '../sandbox/api/index.ts';
import { extensionOf, launchBrowser } from '../support/browser.ts';
import { copyOfExtension } from '../support/built.ts';
import { fillActivity } from '../support/fill/index.ts';
import { measurePopup, type PopupFigures } from './popup/measure.ts';

/**
 * The popup beside an empty page of the same extension, opened in turns in one run, at growing numbers of stored events.
 * The shipped build, and a browser that reaches nothing.
 *
 *   node tests/bench/popup.ts [count ...]
 */

const asked = process.argv.slice(2).map(Number).filter(Number.isInteger);
const counts = asked.length > 0 ? asked : [0, 50_000, 500_000];
const ROUNDS = 15;

/** What each figure may be at most, as a multiple of the empty page's first paint. */
const GOALS = { paint: 1.3, figures: 2.5 } as const;

async function at(count: number): Promise<PopupFigures> {
  const copy = await copyOfExtension('production');
  writeFileSync(join(copy.path, 'empty.html'), '<!doctype html><title>Empty</title><p>Empty</p>');
  const browser = await launchBrowser({ port: 9, extensionDir: copy.path });
  try {
    const origin = `chrome-extension://${(await extensionOf(browser)).id}`;
    const page = await browser.newPage();
    await page.goto(`${origin}/empty.html`);
    await fillActivity(page, { org: SANDBOX_ORG, count, now: Date.now() });
    await page.close();
    return await measurePopup(browser, origin, count, ROUNDS);
  } finally {
    await browser.close();
    await copy.remove();
  }
}

const figures: PopupFigures[] = [];
console.log('events      empty page    first paint            figures');
for (const count of counts) {
  const one = await at(count);
  figures.push(one);
  const times = (time: number, goal: number) =>
    `${time.toFixed(0).padStart(4)} ms, ${(time / one.empty).toFixed(2)} times (at most ${goal})`;
  console.log(
    `${String(count).padStart(7)}   ${one.empty.toFixed(0).padStart(6)} ms   ${times(one.paint, GOALS.paint)}   ${times(one.figures, GOALS.figures)}`,
  );
}
// Against the empty page of its own run, since the machine is not equally busy in all of them.
const shares = figures.map((one) => one.figures / one.empty);
const spread = Math.max(...shares) / Math.min(...shares) - 1;
console.log(`Figures differ by ${(spread * 100).toFixed(0)} % between these numbers of events (at most 20).`);
mkdirSync('.output/bench', { recursive: true });
writeFileSync('.output/bench/popup.json', JSON.stringify({ goals: GOALS, spread, figures }, null, 2));
