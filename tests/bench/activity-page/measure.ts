import type { Page } from 'puppeteer-core';
import { click, seen, type, waitForId } from '../../support/test-ids.ts';
import { waitFor } from '../../support/wait.ts';

export interface Step {
  name: string;
  /** Until the answer stands in the page, in milliseconds; the asking over the browser's protocol counts as well. */
  time: number;
  /** The longest that the page was busy at a stretch, in milliseconds; 0 when never for more than 50. */
  longestTask: number;
}

export interface PageFigures {
  count: number;
  steps: Step[];
  /** What the browser says that the extension's data takes on disk. */
  bytes: number;
}

/** Notes long tasks from the page's first moment on. */
const WATCH = `window.longTasks = [];
new PerformanceObserver((list) => window.longTasks.push(...list.getEntries().map(({ duration }) => duration)))
  .observe({ type: 'longtask', buffered: true });`;

const longestTask = (page: Page) =>
  page.evaluate(() => {
    const tasks = (globalThis as unknown as { longTasks: number[] }).longTasks.splice(0);
    return Math.max(0, ...tasks);
  });

/** Opens the page on all events and does what a person does there. */
export async function measureActivityPage(page: Page, address: string, count: number): Promise<PageFigures> {
  const steps: Step[] = [];
  const step = async (name: string, work: () => Promise<unknown>) => {
    const start = performance.now();
    await work();
    steps.push({ name, time: performance.now() - start, longestTask: await longestTask(page) });
  };
  const shown = () => seen(page, 'gate-activity-count');
  const until = (passes: (count: number) => boolean) =>
    waitFor(
      async () => {
        const { 'data-count': now, 'data-state': state } = await shown();
        return state === 'ready' && passes(Number(now));
      },
      { what: 'the count', timeout: 120_000, every: 20 },
    );
  const first = async () => (await seen(page, 'gate-activity-row'))['data-id'];

  await page.evaluateOnNewDocument(WATCH);
  await step('open and read all', async () => {
    await page.goto(address);
    await until((now) => now === count);
  });
  await step('filter by text', async () => {
    await type(page, 'gate-activity-filter', 'delete');
    await until((now) => now < count);
  });
  await step('clear the filter', async () => {
    await click(page, 'gate-activity-clear');
    await until((now) => now === count);
  });
  for (const column of ['actor', 'tool', 'time']) {
    const before = await first();
    await step(`sort by ${column}`, async () => {
      await click(page, 'gate-activity-sort', { with: { 'data-value': column } });
      await waitFor(async () => (await first()) !== before, {
        what: 'another first row',
        every: 20,
        timeout: 60_000,
      });
    });
  }
  await step('scroll to and fro', async () => {
    await waitForId(page, 'gate-activity-row');
    await page.evaluate(async () => {
      const row = document.querySelector('[data-testid="gate-activity-row"]');
      let list = row?.parentElement ?? null;
      while (list && list.scrollHeight <= list.clientHeight) list = list.parentElement;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      // Far and near, as by the scroll bar and by the wheel.
      for (let turn = 0; turn < 120 && list; turn += 1) {
        list.scrollTop =
          turn % 3 === 0 ? ((turn * 7_919) % 100) * (list.scrollHeight / 100) : list.scrollTop + 400;
        await frame();
      }
    });
  });
  const bytes = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  return { count, steps, bytes };
}
