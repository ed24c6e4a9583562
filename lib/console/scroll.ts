import { findListElement, visibleRows } from './list.ts';
import { type WaitOptions, waitFor, waitForRest } from './wait.ts';

/** How long the end of a list is looked at before it is believed to be the end, in milliseconds. */
const GROWS_WITHIN = 2000;

/**
 * Scrolls from the top through a list that keeps or loads only the rows near the window, until `enough` or its end.
 * Answers how to go back to where the admin had it.
 */
export async function scrollUntil(
  section: HTMLElement,
  enough: () => boolean,
  options: WaitOptions,
): Promise<() => void> {
  const box = () => scrollBox(findListElement(section) ?? section);
  const place = box()?.scrollTop ?? 0;
  for (let top = 0; !enough(); ) {
    const current = box();
    if (!current) break;
    current.scrollTop = top;
    await waitForRest(40, { ...options, timeout: 2000 });
    if (enough()) break;
    const end = current.scrollHeight - current.clientHeight;
    const rows = visibleRows().length;
    if (top >= end) {
      const grown = () =>
        enough() || visibleRows().length > rows || current.scrollHeight - current.clientHeight > end;
      if (!(await waitFor(grown, { ...options, timeout: GROWS_WITHIN }))) break;
    }
    top = Math.min(top + Math.max(40, current.clientHeight * 0.8), current.scrollHeight);
  }
  return () => {
    const last = box();
    if (last) last.scrollTop = place;
  };
}

function scrollBox(from: HTMLElement): HTMLElement | undefined {
  const scrolls = (element: HTMLElement) =>
    /auto|scroll/.test(getComputedStyle(element).overflowY) &&
    element.scrollHeight > element.clientHeight + 4;
  const inside = [...from.querySelectorAll<HTMLElement>('*')].slice(0, 200).find(scrolls);
  if (inside) return inside;
  for (
    let element: HTMLElement | null = from;
    element && element !== document.body;
    element = element.parentElement
  ) {
    if (scrolls(element)) return element;
  }
  const page = document.scrollingElement;
  return page instanceof HTMLElement && page.scrollHeight > page.clientHeight + 4 ? page : undefined;
}
