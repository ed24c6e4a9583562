import { countShown, findListSection } from './list.ts';
import { findSearchBox } from './locate.ts';
import { findPager } from './pager.ts';
import { scrollUntil } from './scroll.ts';
import { currentPage, goTo, press, setFilter, settled } from './turn-pages.ts';
import { waitFor } from './wait.ts';

/** Brings the row of an entry on screen: lifts the filter, then turns the pages or scrolls until it is there. */
export async function walkTo(pattern: string, signal: AbortSignal, timeout: number): Promise<boolean> {
  const options = { signal, timeout };
  const shown = () => countShown(pattern) > 0;
  if (!(await waitFor(settled, options))) return false;
  if (shown()) return true;
  if (findSearchBox()?.value) await setFilter('', options);
  if (shown()) return true;
  const page = currentPage();
  if (page !== undefined && page !== 1 && !(await goTo(1, options))) return false;
  for (let target = 2; !shown(); target += 1) {
    const section = findListSection();
    const next = section && findPager(section)?.next;
    if (next && (await press(next, () => currentPage() === target, options))) continue;
    // Not paged, or at its end: a long list may keep only the rows near the window.
    if (section && !findPager(section)) await scrollUntil(section, shown, options);
    return shown();
  }
  return true;
}
