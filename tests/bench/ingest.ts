import { mkdirSync, writeFileSync } from 'node:fs';
import { EventColumns } from '../../lib/activity/table/columns.ts';
import { queryRows, type TableQuery } from '../../lib/activity/table/query.ts';
import { compareWithScript } from './ingest/by-script.ts';
import { measureInChromium } from './ingest/in-chromium.ts';
import { storedCalls } from './ingest/measure.ts';
import type { PageFigures } from './ingest/page.ts';
import { load } from './load.ts';

/**
 * Ingest of 50,000 events against bare adds of the same records in the same run, the summary's time at growing
 * caches, and the table at 500,000 rows. IndexedDB is measured in Chromium only: its stand-in for Node says nothing.
 *
 *   node tests/bench/ingest.ts [count ...]
 */

const counts = process.argv
  .slice(2)
  .map(Number)
  .filter((count) => Number.isInteger(count) && count >= 0);
const ms = (time: number) => `${time.toFixed(time < 10 ? 1 : 0)} ms`;

function tableInMemory(count: number): void {
  const columns = new EventColumns();
  for (const call of storedCalls(count).reverse()) columns.add(call);
  const ask = (name: string, query: TableQuery) => {
    const start = performance.now();
    const rows = queryRows(columns, query);
    console.log(`  ${name.padEnd(34)}${ms(performance.now() - start).padStart(9)}  ${rows.length} rows`);
  };
  console.log(`Table of ${count} rows in memory (Node)`);
  ask('all, newest first', {});
  ask('text "ada", newest first', { text: 'ada' });
  ask('class write, by tool', { classes: ['write'], sort: 'tool' });
  ask('all, by person', { sort: 'actor' });
}

function byScript(count: number): void {
  const { events, exports, script, table, pairs, calls } = compareWithScript(count);
  console.log(
    `Who wrote what, last 7 days, of ${events} events (Node): ${calls} calls, ${pairs} pairs, by both`,
  );
  console.log(
    `  script over the exported CSV      ${ms(script).padStart(9)}  after ${exports} exports by hand`,
  );
  console.log(`  the table's own filter            ${ms(table).padStart(9)}`);
}

function print(figures: PageFigures): void {
  const { count, bare, ingest, ratio, longestBatch, summaries, table, pruned, bytes, longestTask } = figures;
  console.log(`${count} events (Chromium), ${(bytes / 1e6).toFixed(1)} MB on disk`);
  console.log(`  bare adds, one store              ${ms(bare).padStart(9)}`);
  console.log(
    `  ingest with counters and people   ${ms(ingest).padStart(9)}  ${ratio.toFixed(2)} times (goal: at most 4)`,
  );
  console.log(
    `  a page beside it was held up for  ${ms(longestTask).padStart(9)}  at most (0: never more than 50 ms)`,
  );
  console.log(`  longest transaction of 500        ${ms(longestBatch).padStart(9)}`);
  console.log(`  pruning of the older half         ${ms(pruned.time).padStart(9)}  ${pruned.events} events`);
  for (const [window, time] of Object.entries(summaries))
    console.log(`  summary ${window.padEnd(26)}${ms(time).padStart(9)}`);
  console.log(
    `  table: load ${ms(table.load ?? 0)}, text ${ms(table.text ?? 0)}, filter ${ms(table.filter ?? 0)}, sort ${ms(table.sort ?? 0)}`,
  );
}

console.log(`Load ${load()}.`);
tableInMemory(500_000);
byScript(50_000);
const figures = await measureInChromium(counts.length > 0 ? counts : [0, 5_000, 50_000, 500_000], print);
if (!figures) console.log('No Chromium was found (set CHROME_PATH), so ingest was not measured.');
mkdirSync('.output/bench', { recursive: true });
writeFileSync(
  '.output/bench/ingest.json',
  JSON.stringify({ goals: { ratio: 4 }, load: load(), figures: figures ?? [] }, null, 2),
);
