import { openPanel, temporaryFile } from '../support/import-panel.ts';
import { startSession } from '../support/session.ts';
import { upload } from '../support/test-ids.ts';
import { makeEntries } from './engine/lists.ts';
import { bareSplit, watchDrop } from './file/in-page.ts';

const kind = process.argv[2] ?? 'all';
const top = Number(process.argv[3] ?? 45);
const session = await startSession();
const lines = 100000;
try {
  const text = (
    kind === 'all'
      ? makeEntries(lines)
      : Array.from({ length: lines }, (_, n) => `https://app-${n}.example.com/callback`)
  ).join('\n');
  const path = await temporaryFile('entries.txt', text);
  const browser = session.browser;
  for (let round = 0; round < 2; round++) {
    const page = await session.openMcpPage();
    await openPanel(page);
    const bare = await page.evaluate(bareSplit, text);
    const target = await browser.waitForTarget((t) => t.type() === 'service_worker');
    const cdp = await target.createCDPSession();
    const pageCdp = await page.createCDPSession();
    for (const c of [cdp, pageCdp]) {
      await c.send('Profiler.enable');
      await c.send('Profiler.setSamplingInterval', { interval: 500 });
      await c.send('Profiler.start');
    }
    const dropped = page.evaluate(watchDrop);
    await upload(page, 'gate-import-file', path);
    const times = await dropped;
    console.log(
      kind,
      'total',
      times.total.toFixed(0),
      'bare',
      bare.first.toFixed(1),
      JSON.stringify(times.steps),
    );
    for (const [who, c] of [
      ['worker', cdp],
      ['page', pageCdp],
    ] as const) {
      const { profile } = await c.send('Profiler.stop');
      const self = new Map<number, number>();
      profile.samples!.forEach((id, i) => self.set(id, (self.get(id) ?? 0) + (profile.timeDeltas![i] ?? 0)));
      const by = new Map<string, number>();
      let total = 0,
        idle = 0;
      for (const node of profile.nodes) {
        const { functionName, url, lineNumber, columnNumber } = node.callFrame;
        const t = self.get(node.id) ?? 0;
        total += t;
        if (functionName === '(idle)') idle += t;
        const key = `${functionName || '(anon)'} ${url.split('/').pop()}:${lineNumber + 1}:${columnNumber}`;
        by.set(key, (by.get(key) ?? 0) + t);
      }
      console.log(who, 'total ms', (total / 1000).toFixed(0), 'idle', (idle / 1000).toFixed(0));
      for (const [k, t] of [...by].sort((a, b) => b[1] - a[1]).slice(0, who === 'page' ? 15 : top))
        console.log('  ', (t / 1000).toFixed(0).padStart(6), k);
    }
    await page.close();
  }
} finally {
  await session.close();
}
