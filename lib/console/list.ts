import { BUTTONS, DIALOGS, hasLabel, isOwn, isVisible, TEXT_CAP, visibleAll } from './dom.ts';
import { DOMAIN_STEM, foldLabel, isLabel } from './labels.ts';
import { findAddButton } from './locate.ts';
import { findTaughtList, taught, taughtRows } from './taught.ts';

/** One row of the page's list of domains. */
export interface ListRow {
  element: HTMLElement;
  /** The element that shows the entry and nothing else. */
  cell: HTMLElement;
  /** The entry as the page shows it, capped. */
  text: string;
}

const LISTS = 'table, [role="table"], [role="grid"], ul, ol, [role="list"]';

/** The part of the page that holds the list: the nearest one around the "Add domain" button that has a list in it. */
export function findListSection(button = findAddButton()): HTMLElement | undefined {
  let section = button?.parentElement ?? undefined;
  for (; section && section !== document.body; section = section.parentElement ?? undefined) {
    if (findListElement(section)) return section;
    if (section.matches('main, [role="main"], [role="tabpanel"]')) return section;
  }
  return section ?? button?.parentElement ?? undefined;
}

/** The list itself. Several may be there (tabs, a menu): the one that was taught, else the one whose rows or header speak of domains. */
export function findListElement(section: HTMLElement): HTMLElement | undefined {
  const shown = findTaughtList(section);
  if (shown) return shown;
  return [...section.querySelectorAll<HTMLElement>(LISTS)].find(
    (list) =>
      !list.closest(`nav, [role="navigation"], [role="tablist"], [role="menu"], ${DIALOGS}`) &&
      holdsDomains(list) &&
      isVisible(list),
  );
}

function holdsDomains(list: HTMLElement): boolean {
  const head = list.querySelector('th, [role="columnheader"]');
  if (head && DOMAIN_STEM.test((head.textContent ?? '').slice(0, 60))) return true;
  const row = rowElements(list)[0];
  return row ? (row.textContent ?? '').slice(0, TEXT_CAP).includes('://') : false;
}

function rowElements(list: HTMLElement): HTMLElement[] {
  const row = taught()?.controls.list?.row;
  if (row !== undefined && !list.matches(LISTS)) return taughtRows(list, row);
  const rows = list.matches('ul, ol, [role="list"]')
    ? [...list.querySelectorAll<HTMLElement>(':scope > li, :scope > [role="listitem"]')]
    : [...list.querySelectorAll<HTMLElement>('tr, [role="row"]')].filter(
        (row) => !row.querySelector('th, [role="columnheader"]'),
      );
  return rows;
}

/** Texts of an element without buttons and without what is ours, in pieces as the page wrote them. */
function pieces(root: HTMLElement): { text: string; parent: HTMLElement }[] {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT, (node) => {
    if (node instanceof Element) {
      return isOwn(node) || node.matches(BUTTONS) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    }
    return (node.nodeValue ?? '').trim() ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT;
  });
  const found: { text: string; parent: HTMLElement }[] = [];
  for (let node = walker.nextNode(); node && found.length < 64; node = walker.nextNode()) {
    if (node.parentElement)
      found.push({ text: (node.nodeValue ?? '').slice(0, TEXT_CAP), parent: node.parentElement });
  }
  return found;
}

function readRow(element: HTMLElement): ListRow | undefined {
  const cells = [
    ...element.querySelectorAll<HTMLElement>(
      ':scope > td, :scope > [role="cell"], :scope > [role="gridcell"]',
    ),
  ];
  const parts = cells.length ? cells : [element];
  let fallback: ListRow | undefined;
  for (const part of parts) {
    const found = pieces(part);
    const piece = found.find(({ text }) => text.includes('://')) ?? found[0];
    if (!piece) continue;
    // In a table a cell holds one entry, perhaps cut into several pieces by the page; a list item may say more.
    const own = cells.length ? found : found.filter(({ parent }) => parent === piece.parent);
    const row = {
      element,
      cell: cells.length ? part : piece.parent,
      text: own
        .map(({ text }) => text)
        .join('')
        .trim()
        .slice(0, TEXT_CAP),
    };
    if (row.text.includes('://')) return row;
    fallback ??= row;
  }
  return fallback;
}

/** The rows on screen, in the page's order. An empty list where the page shows none. */
export function visibleRows(section = findListSection()): ListRow[] {
  const list = section && findListElement(section);
  if (!list) return [];
  return rowElements(list).flatMap((element) => readRow(element) ?? []);
}

/** How many rows on screen show exactly this entry. Only rows that hold its text are read, however long the list is. */
export function countShown(entry: string): number {
  const section = findListSection();
  const list = section && findListElement(section);
  if (!list) return 0;
  // The page may have cut the entry into pieces, with white space between them.
  const wanted = entry.replace(/\s+/g, '');
  const holds = (row: HTMLElement) => (row.textContent ?? '').replace(/\s+/g, '').includes(wanted);
  return rowElements(list).filter((row) => holds(row) && readRow(row)?.text === entry).length;
}

/** "Showing 12 results" in any language: the number, where the page tells it. */
export function shownCount(section: HTMLElement): number | undefined {
  const words =
    /(\d[\d.,\u00A0\u202F ]*)\s*(?:results?|ergebnis|résultat|resultado|risultat|resulta|wynik|件|개|个|条|個)|(?:结果|結果)\D{0,4}(\d+)/i;
  const walker = document.createTreeWalker(section, NodeFilter.SHOW_ELEMENT, (node) =>
    isOwn(node) || (node as Element).matches(`${LISTS}, ${BUTTONS}`)
      ? NodeFilter.FILTER_REJECT
      : NodeFilter.FILTER_ACCEPT,
  );
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node as HTMLElement;
    if (element.childElementCount > 4) continue;
    const text = element.textContent ?? '';
    if (text.length > 80) continue;
    const match = words.exec(text);
    const digits = (match?.[1] ?? match?.[2])?.replace(/\D/g, '');
    if (digits) return Number(digits);
  }
  return undefined;
}

/** The button that deletes a row: by its label, else the only button in it. */
export function findDeleteButton(row: HTMLElement): HTMLElement | undefined {
  const buttons = visibleAll(row, BUTTONS);
  const named = buttons.find((button) =>
    hasLabel(
      button,
      (text) => isLabel('delete', text) || isLabel('delete', foldLabel(text.split(' ')[0] ?? '')),
    ),
  );
  return named ?? (buttons.length === 1 ? buttons[0] : undefined);
}
