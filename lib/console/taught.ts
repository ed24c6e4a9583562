import { BUTTONS, DIALOGS, isOwn, nameOf, TEXT_FIELDS, visibleAll } from './dom.ts';
import { foldLabel } from './labels.ts';
import { OWN_MARK } from './own-mark.ts';
import { scriptBridge } from './script-bridge.ts';

/** What an admin can point out on a page that is not recognised by itself. */
export type TaughtName = 'list' | 'button' | 'field' | 'submit';

/**
 * How a control is found again: what it is and what it is called, and its place only to choose between several. Class
 * names are left out, since they are other ones after each release.
 */
export interface TaughtControl {
  tag: string;
  role: string;
  /** The accessible name, folded as labels are. */
  name: string;
  /** From the element up: tag and number among its like, such as `button:1`. */
  path: string[];
  /** Of a list: the tag of its rows; empty when it had none and was shown by what said so. */
  row?: string;
}

export interface Taught {
  controls: Partial<Record<TaughtName, TaughtControl>>;
  /** The folded main heading of the page, and the selected one of its tabs. */
  heading: string;
  tab: string;
}

/** What was taught for this console and language, shared by our scripts in the page. */
export const taught = (): Taught | undefined => scriptBridge().taught;

/** Segments of a path that are kept. */
const DEPTH = 12;

/** The place of an element, from itself up: see `TaughtControl.path`. */
export function pathOf(element: Element): string[] {
  const path: string[] = [];
  for (
    let at: Element | null = element;
    at && at !== document.body && path.length < DEPTH;
    at = at.parentElement
  ) {
    let number = 1;
    for (let before = at.previousElementSibling; before; before = before.previousElementSibling)
      if (before.localName === at.localName) number += 1;
    path.push(`${at.localName}:${number}`);
  }
  return path;
}

/** How alike two places are, 0 to 1: a part that moved down by one still counts a half. */
function likeness(a: readonly string[], b: readonly string[]): number {
  let score = 0;
  const tag = (segment = '') => segment.slice(0, segment.indexOf(':'));
  for (const [index, segment] of a.entries()) {
    if (segment === b[index]) score += 1;
    else if (tag(segment) === tag(b[index])) score += 0.5;
    else break;
  }
  return score / Math.max(a.length, b.length, 1);
}

/** A place that is all there is to go by must be as alike as this. */
const SAME_PLACE = 0.75;

function nearest(candidates: readonly HTMLElement[], { path, name }: TaughtControl): HTMLElement | undefined {
  let best: HTMLElement | undefined;
  let most = name === '' ? SAME_PLACE : 0;
  for (const candidate of candidates) {
    const like = likeness(pathOf(candidate), path);
    if (like > most) [best, most] = [candidate, like];
  }
  return best;
}

const isLike = (element: HTMLElement, { tag, role, name }: TaughtControl) =>
  element.localName === tag &&
  (element.getAttribute('role') ?? '') === role &&
  foldLabel(nameOf(element)) === name;

/** The control as it was taught, where it is on screen now. */
export function findTaught(
  name: 'button' | 'field' | 'submit',
  root: ParentNode = document,
): HTMLElement | undefined {
  const wanted = taught()?.controls[name];
  if (!wanted) return undefined;
  const candidates = visibleAll(root, name === 'field' ? TEXT_FIELDS : BUTTONS);
  const open = name === 'button' ? candidates.filter((element) => !element.closest(DIALOGS)) : candidates;
  return nearest(
    open.filter((element) => isLike(element, wanted)),
    wanted,
  );
}

/** Rows of a taught list that is neither table nor list by its markup. */
export function taughtRows(list: Element, row: string): HTMLElement[] {
  return [...list.children].filter(
    (child): child is HTMLElement =>
      child instanceof HTMLElement &&
      (row === '' || child.localName === row) &&
      !isOwn(child) &&
      holdsEntry(child),
  );
}

function holdsEntry(row: HTMLElement): boolean {
  return (row.textContent ?? '').slice(0, 8192).includes('://') || row.querySelector(BUTTONS) !== null;
}

/** The list as it was taught, below `section`. */
export function findTaughtList(section: HTMLElement): HTMLElement | undefined {
  const wanted = taught()?.controls.list;
  if (!wanted) return undefined;
  if (!wanted.row) return listAround(entryTexts(section));
  const lists = visibleAll(section, wanted.tag).filter(
    (list) =>
      (list.getAttribute('role') ?? '') === wanted.role &&
      !list.closest(`${DIALOGS}, form, nav`) &&
      taughtRows(list, wanted.row ?? '').some((row) => row.textContent?.includes('://')),
  );
  return nearest(lists, { ...wanted, name: 'any' });
}

/** Elements of the page whose own text is an entry; not in forms, where an example may stand. */
export function entryTexts(root: ParentNode): HTMLElement[] {
  const found: HTMLElement[] = [];
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node && found.length < 200; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (!parent || !/^\s*[a-z][a-z0-9+.-]*:\/\/\S+\s*$/i.test((node.nodeValue ?? '').slice(0, 4096)))
      continue;
    if (!parent.closest(`${DIALOGS}, form, nav, header, a, script, style, [${OWN_MARK}]`)) found.push(parent);
  }
  return found;
}

/** The element whose children are the rows that these texts stand in; a single row is known by the button in it. */
export function listAround(texts: readonly HTMLElement[]): HTMLElement | undefined {
  const [first, second] = texts;
  let at = first?.parentElement;
  if (second) {
    while (at && !at.contains(second)) at = at.parentElement;
    return at ?? undefined;
  }
  while (at && !at.querySelector(BUTTONS)) at = at.parentElement;
  return at?.parentElement ?? undefined;
}

/** The page's main heading, folded; empty where it has none. */
export function mainHeading(): string {
  const [heading] = visibleAll(document, 'h1, [role="heading"][aria-level="1"]');
  return heading ? foldLabel(heading.textContent ?? '') : '';
}

/** The name of the selected tab of the page; empty where it has none. */
export function selectedTab(): string {
  const [tab] = visibleAll(document, '[role="tab"][aria-selected="true"]');
  return tab ? foldLabel(nameOf(tab)) : '';
}
