import { mkdirSync, writeFileSync } from 'node:fs';
import { SANDBOX_ORG } from '../sandbox/api/index.ts';
import { extensionOf, launchBrowser } from '../support/browser.ts';
import { copyOfExtension } from '../support/built.ts';
import { fillActivity } from '../support/fill/index.ts';
import { measureActivityPage, type PageFigures } from './activity-page/measure.ts';
import { load } from './load.ts';

/**
 * The page with all stored events, at growing numbers of them: how long until it is read, filtered and sorted, and the
 * longest that the page itself was busy meanwhile. The shipped build, and a browser that reaches nothing.
 *
 *   node tests/bench/activity-page.ts [count ...]
 */

const asked = process.argv.slice(2).map(Number).filter(Number.isInteger);
const counts = asked.length > 0 ? asked : [5_000, 50_000, 500_000];

/** The longest that the page may be busy at a stretch, in milliseconds. */
const GOAL = 50;

async function at(count: number): Promise<PageFigures> {
  const copy = await copyOfExtension('production');
  const browser = await launchBrowser({ port: 9, extensionDir: copy.path, protocolTimeout: 1_800_000 });
  try {
    const origin = `chrome-extension://${(await extensionOf(browser)).id}`;
    const page = await browser.newPage();
    await page.goto(`${origin}/posture.html`);
    await fillActivity(page, { org: SANDBOX_ORG, count, now: Date.now() });
    return await measureActivityPage(page, `${origin}/activity.html?org=${SANDBOX_ORG}&range=180d`, count);
  } finally {
    await browser.close();
    await copy.remove();
  }
}

const figures: PageFigures[] = [];
console.log(`Load ${load()}. A task of the page may take ${GOAL} ms of the processor at most.`);
for (const count of counts) {
  const one = await at(count);
  figures.push(one);
  console.log(`${count} events, ${(one.bytes / 1e6).toFixed(0)} MB on disk`);
  for (const { name, time, longestTask } of one.steps) {
    const [own, wall] = [longestTask.own, longestTask.wall].map((one) => `${one.toFixed(0)} ms`);
    console.log(
      `  ${name.padEnd(22)}${time.toFixed(0).padStart(7)} ms   longest task ${own}, by the clock ${wall}`,
    );
  }
}
mkdirSync('.output/bench', { recursive: true });
writeFileSync(
  '.output/bench/activity-page.json',
  JSON.stringify({ goal: GOAL, load: load(), figures }, null, 2),
);
