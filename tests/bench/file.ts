import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openPanel, temporaryFile } from '../support/import-panel.ts';
import { startSession } from '../support/session.ts';
import { upload } from '../support/test-ids.ts';
import { makeEntries } from './engine/lists.ts';
import { bareSplit, watchDrop } from './file/in-page.ts';

/**
 * A file of 100,000 lines in a real browser, from its arrival in the panel to the review on screen, beside what cutting
 * it into lines and one regular expression a line cost in the same page. Prints the figures and writes them as JSON.
 *
 *   node tests/bench/file.ts [lines] [rounds]
 */

const [lines = 100_000, rounds = 3] = process.argv.slice(2).map(Number);
const KINDS: Record<string, () => string[]> = {
  'as organizations have them': () => makeEntries(lines),
  'one callback each': () => Array.from({ length: lines }, (_, n) => `https://app-${n}.example.com/callback`),
};

const session = await startSession();
const figures: Record<string, unknown>[] = [];
try {
  for (const [kind, make] of Object.entries(KINDS)) {
    const text = make().join('\n');
    const path = await temporaryFile('entries.txt', text);
    for (let round = 0; round < rounds; round += 1) {
      const page = await session.openMcpPage();
      await openPanel(page);
      const bare = await page.evaluate(bareSplit, text);
      const dropped = page.evaluate(watchDrop);
      await upload(page, 'gate-import-file', path);
      const times = await dropped;
      await page.close();
      const ratio = times.total / bare.first;
      figures.push({ kind, round, lines, bare, ratio, ...times });
      const steps = Object.entries(times.steps).map(([step, at]) => `${step} at ${at.toFixed(0)}`);
      console.log(
        `${kind}: ${times.total.toFixed(0)} ms, bare ${bare.first.toFixed(1)} ms (warm ${bare.warm.toFixed(1)}): ` +
          `${ratio.toFixed(0)} times (goal: at most 60); ` +
          `longest task ${times.longest ? `${times.longest.toFixed(0)} ms` : 'below 50 ms'}; ${times.rowsInPage} rows in the page; ${steps.join(', ')}`,
      );
    }
  }
} finally {
  await session.close();
}
mkdirSync('.output/bench', { recursive: true });
writeFileSync(join('.output/bench', 'file.json'), JSON.stringify(figures, null, 2));
