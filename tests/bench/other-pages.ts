// `npm run bench:other-pages`: script time and heap on the console's pages, with the extension and without.
import { mkdir, writeFile } from 'node:fs/promises';
import { type Session, startSession } from '../support/session.ts';
import { median } from './median.ts';

const PAGES = ['users', 'domains', 'connected-apps', 'overview', 'mcp'] as const;
const ROUNDS = 5;
/** Milliseconds for which each page is left alone after it has loaded, so that what listens or polls shows. */
const IDLE = 1000;

interface Cost {
  /** Milliseconds of script from the navigation to the end of the idle time, ours and the page's. */
  script: number;
  /** Milliseconds of all tasks of the page's main thread. */
  task: number;
  /** kB in use after a collection. */
  heap: number;
}

async function costOf(session: Session, path: (typeof PAGES)[number]): Promise<Cost> {
  const page = await session.newPage();
  const cdp = await page.createCDPSession();
  await cdp.send('Performance.enable', { timeDomain: 'threadTicks' });
  const { sandbox } = session;
  await page.goto(path === 'mcp' ? sandbox.mcpUrl() : sandbox.pageUrl(path), { waitUntil: 'load' });
  await new Promise((resolve) => setTimeout(resolve, IDLE));
  const read = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  };
  const { ScriptDuration = Number.NaN, TaskDuration = Number.NaN } = await read();
  await cdp.send('HeapProfiler.collectGarbage');
  const { JSHeapUsedSize = Number.NaN } = await read();
  await page.close();
  return { script: ScriptDuration * 1000, task: TaskDuration * 1000, heap: JSHeapUsedSize / 1024 };
}

const domains = Array.from({ length: 20 }, (_, n) => `https://tool-${n}.example.com/**`);
const bare = await startSession({ extension: 'none', domains });
const withOurs = await startSession({ extension: 'production', domains });
const table: Record<string, { without: Cost; with: Cost }> = {};
try {
  for (const path of PAGES) {
    const costs: { without: Cost[]; with: Cost[] } = { without: [], with: [] };
    // One of each to warm up, then in turns.
    for (let round = 0; round <= ROUNDS; round += 1) {
      const pair = { without: await costOf(bare, path), with: await costOf(withOurs, path) };
      if (round === 0) continue;
      costs.without.push(pair.without);
      costs.with.push(pair.with);
    }
    const middle = (all: Cost[]): Cost => ({
      script: median(all.map(({ script }) => script)),
      task: median(all.map(({ task }) => task)),
      heap: median(all.map(({ heap }) => heap)),
    });
    const row = { without: middle(costs.without), with: middle(costs.with) };
    table[path] = row;
    const added = (of: keyof Cost) =>
      `${row.without[of].toFixed(0).padStart(6)} ${row.with[of].toFixed(0).padStart(6)} ${(row.with[of] - row.without[of]).toFixed(1).padStart(7)}`;
    if (path === PAGES[0]) {
      console.log('medians of', ROUNDS, 'loads: without, with, added');
      console.log('page            script ms              all tasks ms           heap kB');
    }
    console.log(`${path.padEnd(15)} ${added('script')}  ${added('task')}  ${added('heap')}`);
  }
} finally {
  await Promise.all([bare.close(), withOurs.close()]);
}
await mkdir('.output/bench', { recursive: true });
await writeFile(
  '.output/bench/other-pages.json',
  JSON.stringify({ rounds: ROUNDS, idle: IDLE, table }, null, 2),
);
