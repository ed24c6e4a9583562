import { findListSection, visibleRows } from './list.ts';
import { findAddButton, findSearchBox } from './locate.ts';
import { findPager } from './pager.ts';
import { typeInto } from './type-into.ts';
import { isBusy, type WaitOptions, waitFor, waitForRest } from './wait.ts';

/** Milliseconds without a change after which the list counts as settled. */
export const REST = 120;

/** The part with the list, once it has loaded. */
export const settled = () => {
  const section = findListSection();
  return findAddButton() && section && !isBusy(section) ? section : undefined;
};

/**
 * Waits for the part with the list. A spinner below rows that stay as they are belongs to a list that loads more when
 * it is scrolled: that one is never done by itself.
 */
export async function loaded(options: WaitOptions): Promise<HTMLElement | undefined> {
  const soon = await waitFor(settled, { ...options, timeout: Math.min(options.timeout, 3000) });
  if (soon) return soon;
  const still = visibleRows().length > 0 && (await waitForRest(500, { ...options, timeout: 3000 }));
  return still ? findListSection() : await waitFor(settled, options);
}

/** Texts of the rows on screen as one string: it differs once the page has changed them. */
const signature = () =>
  visibleRows()
    .map((row) => row.text)
    .join('\n');

/** Types into the search box over the list and waits for the rows to follow. */
export async function setFilter(text: string, options: WaitOptions): Promise<boolean> {
  const box = findSearchBox();
  if (!box) return false;
  const before = signature();
  typeInto(box, text);
  // A filter that changes nothing on screen can't be told from a slow one: give it a moment, then go by rest.
  await waitFor(() => signature() !== before, { ...options, timeout: 600 });
  return waitForRest(REST, options);
}

/** Turns to a page by its number. */
export async function goTo(page: number, options: WaitOptions): Promise<boolean> {
  const section = findListSection();
  const button = section && findPager(section)?.pages.get(page);
  if (!button) return false;
  return press(button, () => currentPage() === page, options);
}

/** The number of the page on screen. */
export const currentPage = () => {
  const section = findListSection();
  return section && findPager(section)?.current;
};

/** Presses a control of the pager and waits until other rows are shown. */
export async function press(
  button: HTMLElement,
  arrived: () => boolean,
  options: WaitOptions,
): Promise<boolean> {
  const before = signature();
  button.click();
  const changed = await waitFor(() => (signature() !== before || arrived()) && settled(), options);
  // Page mark and rows may change in two steps.
  return (
    Boolean(changed) &&
    ((await waitFor(() => signature() !== before && settled(), { ...options, timeout: 1000 })) !==
      undefined ||
      arrived())
  );
}

/** Remembers filter, page and scroll position, to put them back. */
export function keepPlace() {
  const filter = findSearchBox()?.value ?? '';
  const page = currentPage();
  const scroll = document.scrollingElement?.scrollTop ?? 0;
  return {
    filter,
    async restore(options: WaitOptions): Promise<void> {
      if (filter && findSearchBox()?.value === '') await setFilter(filter, options);
      if (page !== undefined && page !== currentPage()) await goTo(page, options);
      if (document.scrollingElement) document.scrollingElement.scrollTop = scroll;
    },
  };
}
