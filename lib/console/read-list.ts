import { findListElement, findListSection, shownCount, visibleRows } from './list.ts';
import { findMoreButton, findPager } from './pager.ts';
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
    const target = page + 1;
    if (!(await press(reading.next, () => currentPage() === target, options)))
      return { entries, complete: false };
  }
  return { entries, complete: false };
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
    entries = await scrollThrough(section, count, options);
  if (entries.length === 0 && count !== 0 && !(await waitForRest(REST_WHEN_EMPTY, options))) return undefined;
  if (entries.length === 0) entries = visibleRows().map((row) => row.text);
  return { entries, next: pager?.next, count };
}

/** How long the end of a list is looked at before it is believed to be the end, in milliseconds. */
const GROWS_WITHIN = 2000;

/** A list that keeps or loads only the rows near the window: scroll through it and collect until all were seen. */
async function scrollThrough(section: HTMLElement, count: number, options: WaitOptions): Promise<string[]> {
  const found = new Set<string>();
  const collect = () => {
    for (const row of visibleRows()) found.add(row.text);
    return found.size >= count;
  };
  const box = () => scrollBox(findListElement(section) ?? section);
  const place = box()?.scrollTop ?? 0;
  for (let top = 0; !collect(); ) {
    const current = box();
    if (!current) break;
    current.scrollTop = top;
    await waitForRest(40, { ...options, timeout: 2000 });
    if (collect()) break;
    const end = current.scrollHeight - current.clientHeight;
    const before = found.size;
    if (top >= end) {
      const grown = () =>
        collect() || found.size > before || current.scrollHeight - current.clientHeight > end;
      if (!(await waitFor(grown, { ...options, timeout: GROWS_WITHIN }))) break;
    }
    top = Math.min(top + Math.max(40, current.clientHeight * 0.8), current.scrollHeight);
  }
  const last = box();
  if (last) last.scrollTop = place;
  return [...found];
}

function scrollBox(from: HTMLElement): HTMLElement | undefined {
  let element: HTMLElement | null = from;
  for (; element && element !== document.body; element = element.parentElement) {
    const { overflowY } = getComputedStyle(element);
    if (/auto|scroll/.test(overflowY) && element.scrollHeight > element.clientHeight + 4) return element;
  }
  const page = document.scrollingElement;
  return page instanceof HTMLElement && page.scrollHeight > page.clientHeight + 4 ? page : undefined;
}
