import { mkdirSync, writeFileSync } from 'node:fs';
import { EventColumns } from '../../lib/activity/table/columns.ts';
import { queryRows, type TableQuery } from '../../lib/activity/table/query.ts';
import { writeCsv } from '../../lib/activity/table/write.ts';
import { measureInChromium } from './ingest/in-chromium.ts';
import { type IngestFigures, storedCalls } from './ingest/measure.ts';

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

/** Who wrote what in the last 7 days, as an admin would get it from an exported CSV with a script. */
function byScript(count: number): void {
  const columns = new EventColumns();
  for (const call of storedCalls(count).reverse()) columns.add(call);
  const file = [...writeCsv(columns, queryRows(columns, {}))].join('');
  const newest = columns.times[columns.length - 1] ?? 0;
  const start = performance.now();
  const counts = new Map<string, number>();
  for (const line of file.split('\r\n').slice(1)) {
    const [time = '', tool, toolClass, actor] = line.split(',');
    if (toolClass !== 'write' || Date.parse(time) <= newest - 7 * 86_400_000) continue;
    const key = `${actor} ${tool}`;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const script = performance.now() - start;
  const again = performance.now();
  const rows = queryRows(columns, { classes: ['write'], from: newest - 7 * 86_400_000, sort: 'actor' });
  const ours = performance.now() - again;
  console.log(`Who wrote what, last 7 days, of ${count} events (Node)`);
  console.log(
    `  script over an exported CSV       ${ms(script).padStart(9)}  ${counts.size} pairs, after the export by hand`,
  );
  console.log(`  the table's own filter            ${ms(ours).padStart(9)}  ${rows.length} rows`);
}

function print({ count, bare, ingest, ratio, longestBatch, summaries, table, bytes }: IngestFigures): void {
  console.log(`${count} events (Chromium), ${(bytes / 1e6).toFixed(1)} MB on disk`);
  console.log(`  bare adds, one store              ${ms(bare).padStart(9)}`);
  console.log(
    `  ingest with counters and people   ${ms(ingest).padStart(9)}  ${ratio.toFixed(2)} times (goal: at most 4)`,
  );
  console.log(`  longest transaction of 500        ${ms(longestBatch).padStart(9)}`);
  for (const [window, time] of Object.entries(summaries))
    console.log(`  summary ${window.padEnd(26)}${ms(time).padStart(9)}`);
  console.log(
    `  table: load ${ms(table.load ?? 0)}, text ${ms(table.text ?? 0)}, filter ${ms(table.filter ?? 0)}, sort ${ms(table.sort ?? 0)}`,
  );
}

tableInMemory(500_000);
byScript(50_000);
const figures = await measureInChromium(counts.length > 0 ? counts : [0, 50_000]);
if (!figures) console.log('No Chromium was found (set CHROME_PATH), so ingest was not measured.');
for (const figure of figures ?? []) print(figure);
mkdirSync('.output/bench', { recursive: true });
writeFileSync('.output/bench/ingest.json', JSON.stringify(figures ?? [], null, 2));
