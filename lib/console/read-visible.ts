import { findListSection, shownCount, visibleRows } from './list.ts';
import { findSearchBox } from './locate.ts';
import { findMoreButton, findPager } from './pager.ts';
import type { ListReading } from './types.ts';
import { isBusy } from './wait.ts';

/**
 * What is on screen now, without touching anything: for marks and the status. `complete` only where nothing filters
 * or pages the list.
 */
export function readVisible(): ListReading | undefined {
  const section = findListSection();
  if (!section || isBusy(section)) return undefined;
  const entries = visibleRows(section).map((row) => row.text);
  const partial = Boolean(findSearchBox()?.value || findPager(section)?.next || findMoreButton(section));
  const count = shownCount(section);
  const current = findPager(section)?.current ?? 1;
  const complete =
    !partial && current === 1 && (count === undefined ? entries.length > 0 : count === entries.length);
  return { entries, complete };
}
