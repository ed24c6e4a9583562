import type { Browser, Extension, Page } from 'puppeteer-core';
import { median } from '../median.ts';

/** Times since the navigation began, in milliseconds. */
interface Opening {
  paint: number;
  /** When the activity's figures stood in the page; absent for a page without any. */
  figures?: number;
}

/** How a page is opened: in a tab, or over the toolbar as its popup. */
export type Way = 'tab' | 'toolbar';

export interface PopupFigures {
  way: Way;
  count: number;
  /** Medians of all rounds, in milliseconds. */
  empty: number;
  paint: number;
  figures: number;
  /** What each cost beside the empty page of its own round; medians. A busy moment meets both pages of a round. */
  paintTimes: number;
  figuresTimes: number;
}

/** Notes in the page's own clock when the figures stand there; a hook of the document, not of the extension. */
const WATCH = `(() => {
  const noteFigures = () => {
    if ('figuresAt' in window || !document.querySelector('[data-testid="gate-activity"][data-events]')) return;
    window.figuresAt = performance.now();
  };
  noteFigures();
  new MutationObserver(noteFigures).observe(document, { childList: true, subtree: true, attributes: true });
})()`;

async function timesOf(page: Page, withFigures: boolean): Promise<Opening> {
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0);
  if (withFigures) await page.waitForFunction(() => 'figuresAt' in window);
  return await page.evaluate(() => ({
    paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
    ...('figuresAt' in window ? { figures: Number(window.figuresAt) } : {}),
  }));
}

async function inTab(browser: Browser, address: string, withFigures: boolean): Promise<Opening> {
  const page = await browser.newPage();
  try {
    await page.evaluateOnNewDocument(WATCH);
    await page.goto(address, { waitUntil: 'domcontentloaded' });
    return await timesOf(page, withFigures);
  } finally {
    await page.close();
  }
}

/**
 * As a click on the icon does it. The watch begins once the popup can be reached, which is before its figures or,
 * seldom, after them: then they count later than they were.
 */
async function overToolbar(
  { extension, control, front }: { extension: Extension; control: Page; front: Page },
  address: string,
  withFigures: boolean,
): Promise<Opening> {
  await front.bringToFront();
  await control.evaluate((popup) => {
    const { action } = (
      globalThis as unknown as { chrome: { action: { setPopup(o: object): Promise<void> } } }
    ).chrome;
    return action.setPopup({ popup });
  }, address);
  const coming = control.browser().waitForTarget((target) => target.url() === address);
  await extension.triggerAction(front);
  const popup = await (await coming).asPage();
  await popup.evaluate(WATCH);
  const times = await timesOf(popup, withFigures);
  // It is gone before it can answer.
  await popup.evaluate(() => window.close()).catch(() => undefined);
  return times;
}

/** Both pages in turns. The first round warms up and is left out. */
export async function measurePopup(
  browser: Browser,
  extension: Extension,
  { way, count, rounds }: { way: Way; count: number; rounds: number },
): Promise<PopupFigures> {
  const origin = `chrome-extension://${extension.id}`;
  const control = await browser.newPage();
  await control.goto(`${origin}/posture.html`);
  const front = await browser.newPage();
  const open = (name: string, withFigures: boolean) =>
    way === 'tab'
      ? inTab(browser, `${origin}/${name}.html`, withFigures)
      : overToolbar({ extension, control, front }, `${origin}/${name}.html`, withFigures);
  const all: { empty: number; paint: number; figures: number }[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    const bare = await open('empty', false);
    const popup = await open('popup', true);
    if (round > 0) all.push({ empty: bare.paint, paint: popup.paint, figures: popup.figures ?? Number.NaN });
  }
  await control.close();
  await front.close();
  return {
    way,
    count,
    empty: median(all.map(({ empty }) => empty)),
    paint: median(all.map(({ paint }) => paint)),
    figures: median(all.map(({ figures }) => figures)),
    paintTimes: median(all.map(({ paint, empty }) => paint / empty)),
    figuresTimes: median(all.map(({ figures, empty }) => figures / empty)),
  };
}
