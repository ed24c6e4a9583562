import { BUTTONS, DIALOGS, hasLabel, isEnabled, nameOf, visibleAll } from './dom.ts';
import { isLabel } from './labels.ts';
import { findListElement } from './list.ts';

/** The controls under a paged table. */
export interface Pager {
  /** Buttons with a page number, by number. */
  pages: Map<number, HTMLElement>;
  current: number | undefined;
  next: HTMLElement | undefined;
}

function buttonsAround(section: HTMLElement): HTMLElement[] {
  const list = findListElement(section);
  const outside = (button: HTMLElement) =>
    !list?.contains(button) && !button.closest(DIALOGS) && button.getAttribute('role') !== 'tab';
  let around: HTMLElement | null = section;
  // The pager may stand beside the part that holds button and list.
  for (let depth = 0; around && depth < 3; depth += 1, around = around.parentElement) {
    const buttons = visibleAll(around, BUTTONS).filter(outside);
    if (buttons.some((button) => pageNumber(button) !== undefined)) return buttons;
  }
  return [];
}

function pageNumber(button: HTMLElement): number | undefined {
  const text = (button.textContent ?? '').trim();
  const digits = /^\d{1,4}$/.exec(text)?.[0] ?? /^\D{0,12}(\d{1,4})$/.exec(nameOf(button))?.[1];
  return digits && (button.textContent ?? '').length < 12 ? Number(digits) : undefined;
}

/** The pager of the list, if it has one. */
export function findPager(section: HTMLElement): Pager | undefined {
  const buttons = buttonsAround(section);
  const pages = new Map<number, HTMLElement>();
  for (const button of buttons) {
    const number = pageNumber(button);
    if (number !== undefined && !pages.has(number)) pages.set(number, button);
  }
  if (pages.size === 0) return undefined;
  const marked = [...pages].find(([, button]) => {
    const current = button.getAttribute('aria-current');
    return (
      (current !== null && current !== 'false') ||
      button.getAttribute('aria-selected') === 'true' ||
      button.getAttribute('aria-pressed') === 'true'
    );
  });
  const last = [...pages.values()].at(-1);
  const after = last
    ? buttons.filter((button) => last.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING)
    : [];
  const next = buttons.find((button) => hasLabel(button, (text) => isLabel('next', text))) ?? after[0];
  return {
    pages,
    current: marked?.[0] ?? onlyDisabled(pages),
    next: next && isEnabled(next) ? next : undefined,
  };
}

function onlyDisabled(pages: Map<number, HTMLElement>): number | undefined {
  const disabled = [...pages].filter(([, button]) => !isEnabled(button));
  return disabled.length === 1 ? disabled[0]?.[0] : undefined;
}

/** The button that shows more rows below those on screen. */
export function findMoreButton(section: HTMLElement): HTMLElement | undefined {
  return visibleAll(section, BUTTONS).find(
    (button) =>
      isEnabled(button) && hasLabel(button, (text) => isLabel('more', text.replace(/\s*\(?\d+\)?$/, ''))),
  );
}
