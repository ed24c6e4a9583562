import type { Page } from 'puppeteer-core';
import { type LongestTask, longestTaskDuring } from './long-task.ts';

export interface Step {
  name: string;
  /** Until the answer stands in the page, in milliseconds. */
  time: number;
  longestTask: LongestTask;
}

export interface PageFigures {
  count: number;
  steps: Step[];
  /** What the browser says that the extension's data takes on disk. */
  bytes: number;
}

/** Far beyond any figure: a slow machine is to be measured, not given up on. */
const TIMEOUT = 1_500_000;
const withId = (testId: string, more = '') => `[data-testid="${testId}"]${more}`;

/** Opens the page on all events and does what a person does there. */
export async function measureActivityPage(page: Page, address: string, count: number): Promise<PageFigures> {
  const steps: Step[] = [];
  const step = async (name: string, work: () => Promise<unknown>) => {
    let time = 0;
    const longestTask = await longestTaskDuring(page, async () => {
      const start = performance.now();
      await work();
      time = performance.now() - start;
    });
    steps.push({ name, time, longestTask });
  };
  const options = { polling: 'mutation', timeout: TIMEOUT } as const;
  /** The answer to what was just asked: all events, or fewer. */
  const until = (all: boolean) =>
    page.waitForFunction(
      (selector, of, wanted) => {
        const { count: shown, state } = document.querySelector<HTMLElement>(selector)?.dataset ?? {};
        return state === 'ready' && (Number(shown) === of) === wanted;
      },
      options,
      withId('gate-activity-count'),
      count,
      all,
    );
  const row = withId('gate-activity-row');
  const firstRow = () => page.$eval(row, (element) => (element as HTMLElement).dataset.id);

  await step('open and read all', async () => {
    await page.goto(address);
    await until(true);
  });
  await page.waitForSelector(row);
  await step('filter by text', async () => {
    await page.click(withId('gate-activity-filter'));
    await page.keyboard.sendCharacter('delete');
    await until(false);
  });
  await step('clear the filter', async () => {
    await page.click(withId('gate-activity-clear'));
    await until(true);
  });
  for (const column of ['actor', 'tool', 'time']) {
    await page.waitForSelector(row);
    const before = await firstRow();
    await step(`sort by ${column}`, async () => {
      await page.click(withId('gate-activity-sort', `[data-value="${column}"]`));
      await page.waitForFunction(
        (selector, old) => {
          const first = document.querySelector<HTMLElement>(selector)?.dataset.id;
          return first !== undefined && first !== old;
        },
        options,
        row,
        before,
      );
    });
  }
  await step('scroll to and fro', () =>
    page.evaluate(async (selector) => {
      let list = document.querySelector(selector)?.parentElement ?? null;
      while (list && list.scrollHeight <= list.clientHeight) list = list.parentElement;
      const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
      // Far and near, as by the scroll bar and by the wheel.
      for (let turn = 0; turn < 60 && list; turn += 1) {
        const far = ((turn * 7_919) % 100) * (list.scrollHeight / 100);
        list.scrollTop = turn % 3 === 0 ? far : list.scrollTop + 400;
        await frame();
      }
    }, row),
  );
  const bytes = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  return { count, steps, bytes };
}
