import { letOthersRun } from '../slices/let-others-run.ts';
import { findListSection, shownCount, visibleRows } from './list.ts';
import { findMoreButton, findPager } from './pager.ts';
import { scrollUntil } from './scroll.ts';
import { currentPage, goTo, keepPlace, loaded, press, REST, setFilter, settled } from './turn-pages.ts';
import type { ListReading } from './types.ts';
import { type WaitOptions, waitFor, waitForRest } from './wait.ts';

/** An empty list is believed only after the page has been still for this long, unless it says "0 results". */
const REST_WHEN_EMPTY = 1500;
const MAX_PAGES = 2000;

/**
 * Reads the whole list: lifts the search filter, walks all pages, and puts everything back where the admin had it.
 * For runs that the admin has started; takes as long as the page takes.
 */
export async function readWholeList(signal: AbortSignal, timeout: number): Promise<ListReading> {
  const options = { signal, timeout };
  if (!(await loaded(options))) return { entries: [], complete: false };
  const place = keepPlace();
  try {
    if (place.filter && !(await setFilter('', options))) return { entries: [], complete: false };
    await waitForRest(REST, options);
    return await walk(options);
  } finally {
    if (!signal.aborted) await place.restore(options);
  }
}

async function walk(options: WaitOptions): Promise<ListReading> {
  const section = findListSection();
  if (!section) return { entries: [], complete: false };
  const start = findPager(section);
  if (start && start.current !== undefined && start.current !== 1 && !(await goTo(1, options))) {
    return { entries: [], complete: false };
  }
  const entries: string[] = [];
  for (let page = 1; page <= MAX_PAGES; page += 1) {
    const reading = await readPage(options);
    if (!reading) return { entries, complete: false };
    entries.push(...reading.entries);
    if (!reading.next)
      return { entries, complete: reading.count === undefined || reading.count === entries.length };
    // What we read of a page and what the page does when it is turned are a slice each.
    await letOthersRun();
    const next = reading.next.isConnected ? reading.next : nextOnScreen();
    const target = page + 1;
    if (!next || !(await press(next, () => currentPage() === target, options)))
      return { entries, complete: false };
  }
  return { entries, complete: false };
}

/** The page may have put another button in the place of the one that was found. */
function nextOnScreen(): HTMLElement | undefined {
  const section = findListSection();
  return section && findPager(section)?.next;
}

interface PageReading {
  entries: string[];
  next: HTMLElement | undefined;
  count: number | undefined;
}

async function readPage(options: WaitOptions): Promise<PageReading | undefined> {
  for (let more = 0; more < MAX_PAGES; more += 1) {
    const section = await loaded(options);
    if (!section) return undefined;
    const button = findMoreButton(section);
    if (!button) break;
    const before = visibleRows(section).length;
    button.click();
    if (!(await waitFor(() => visibleRows().length > before && settled(), options))) return undefined;
  }
  const section = findListSection();
  if (!section) return undefined;
  const count = shownCount(section);
  let entries = visibleRows(section).map((row) => row.text);
  const pager = findPager(section);
  if (!pager && count !== undefined && entries.length < count)
    entries = await collectByScrolling(section, count, options);
  if (entries.length === 0 && count !== 0 && !(await waitForRest(REST_WHEN_EMPTY, options))) return undefined;
  if (entries.length === 0) entries = visibleRows().map((row) => row.text);
  return { entries, next: pager?.next, count };
}

/** A list that keeps or loads only the rows near the window: what was seen while scrolling through all of it. */
async function collectByScrolling(
  section: HTMLElement,
  count: number,
  options: WaitOptions,
): Promise<string[]> {
  const found = new Set<string>();
  const collect = () => {
    for (const row of visibleRows()) found.add(row.text);
    return found.size >= count;
  };
  const goBack = await scrollUntil(section, collect, options);
  goBack();
  return [...found];
}
