import type { Browser, Page } from 'puppeteer-core';

/** Times since the navigation began, in milliseconds. */
export interface Opening {
  paint: number;
  /** When the activity's figures stood in the page; absent for a page without any. */
  figures?: number;
}

/** Notes when the figures come, in the page's own clock; a hook of the document, not of the extension. */
const WATCH = `new MutationObserver((_, watcher) => {
  if (!document.querySelector('[data-testid="gate-activity"][data-events]')) return;
  watcher.disconnect();
  requestAnimationFrame(() => { window.figuresAt = performance.now(); });
}).observe(document, { childList: true, subtree: true, attributes: true });`;

async function openOnce(browser: Browser, address: string, withFigures: boolean): Promise<Opening> {
  const page: Page = await browser.newPage();
  try {
    await page.evaluateOnNewDocument(WATCH);
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
    if (withFigures) await page.waitForFunction(() => 'figuresAt' in window);
    return await page.evaluate(() => ({
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
      ...('figuresAt' in window ? { figures: Number(window.figuresAt) } : {}),
    }));
  } finally {
    await page.close();
  }
}

const median = (values: number[]) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;

export interface PopupFigures {
  count: number;
  empty: number;
  paint: number;
  figures: number;
}

/** Both pages in turns, so that a busy moment meets both; medians. The first round warms up and is left out. */
export async function measurePopup(
  browser: Browser,
  origin: string,
  count: number,
  rounds: number,
): Promise<PopupFigures> {
  const empty: number[] = [];
  const paint: number[] = [];
  const figures: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const bare = await openOnce(browser, `${origin}/empty.html`, false);
    const popup = await openOnce(browser, `${origin}/popup.html`, true);
    if (round === 0) continue;
    empty.push(bare.paint);
    paint.push(popup.paint);
    figures.push(popup.figures ?? Number.NaN);
  }
  return { count, empty: median(empty), paint: median(paint), figures: median(figures) };
}
