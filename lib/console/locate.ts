import {
  BUTTONS,
  DIALOGS,
  HEADINGS,
  hasLabel,
  isVisible,
  nameOf,
  SWITCHES,
  TEXT_FIELDS,
  visibleAll,
} from './dom.ts';
import { DOMAIN_STEM, EXTERNAL_STEM, foldLabel, isLabel } from './labels.ts';
import { findTaught } from './taught.ts';

/** Parts of the console that never hold the page's own controls. */
export const FRAME = 'nav, [role="navigation"], header, [role="banner"], [role="tablist"]';
const ROWS = 'tr, li, [role="row"], [role="listitem"]';
const SERVER_STEM = /rovo|atlassian|server|serv[ei]|serwer|サーバー|서버|服务器/i;

/** Headings that name Atlassian's MCP server, under any of its names, and not the MCP servers of others. */
export function serverHeadings(root: ParentNode = document): HTMLElement[] {
  const headings = [...root.querySelectorAll<HTMLElement>(HEADINGS)];
  return headings.filter((heading) => {
    const text = (heading.textContent ?? '').slice(0, 120);
    return /\bMCP\b/i.test(text) && SERVER_STEM.test(text) && !EXTERNAL_STEM.test(text) && isVisible(heading);
  });
}

/** Whether the page's first visible heading names the server: then this is its page and no mention elsewhere. */
export function isMainHeading(heading: HTMLElement): boolean {
  if (heading.localName === 'h1' || heading.getAttribute('aria-level') === '1') return true;
  const first = visibleAll(document, HEADINGS).find(
    (element) => !element.closest(FRAME) && !element.closest(DIALOGS),
  );
  return first === heading;
}

/** Buttons of the page itself: not in its frame, a dialog or a row. */
function pageButtons(test: (button: HTMLElement) => boolean): HTMLElement[] {
  return visibleAll(
    document,
    BUTTONS,
    (button) =>
      !button.closest(`${ROWS}, ${FRAME}, ${DIALOGS}`) &&
      button.getAttribute('role') !== 'tab' &&
      test(button),
  );
}

function yourDomainsHeading(): HTMLElement | undefined {
  const headings = visibleAll(document, HEADINGS).filter((heading) => !heading.closest(DIALOGS));
  return headings.find((heading) => hasLabel(heading, (text) => isLabel('yourDomains', text)));
}

/** The page's "Add domain" button: as it was taught, by its label in a known language, else by the word "domain" in it. */
export function findAddButton(): HTMLElement | undefined {
  const shown = findTaught('button');
  if (shown) return shown;
  const exact = pageButtons((button) => hasLabel(button, (text) => isLabel('addDomain', text)));
  const candidates = exact.length
    ? exact
    : pageButtons(
        (button) =>
          button.getAttribute('aria-expanded') === null && DOMAIN_STEM.test(nameOf(button).slice(0, 60)),
      );
  if (candidates.length < 2) return candidates[0];
  const heading = yourDomainsHeading();
  const follows = (button: HTMLElement) =>
    heading && heading.compareDocumentPosition(button) & Node.DOCUMENT_POSITION_FOLLOWING;
  return candidates.find(follows) ?? candidates[0];
}

export interface PageTab {
  element: HTMLElement;
  name: 'domains' | 'authentication' | 'permissions' | 'other';
  selected: boolean;
}

/** The tabs of the page, where it has them. */
export function findTabs(): PageTab[] {
  return visibleAll(document, '[role="tab"]').map((element) => {
    const text = foldLabel(nameOf(element));
    const name = (['domains', 'authentication', 'permissions'] as const).find((label) =>
      isLabel(label, text),
    );
    return {
      element,
      name: name ?? (DOMAIN_STEM.test(text) ? 'domains' : 'other'),
      selected: element.getAttribute('aria-selected') === 'true',
    };
  });
}

/** Label of a switch: its own, else the nearest text around it. */
export function switchLabel(control: HTMLElement): string {
  const own = nameOf(control);
  if (own) return own;
  let around: Element | null = control.parentElement;
  for (let depth = 0; around && depth < 4; depth += 1, around = around.parentElement) {
    const text = (around.textContent ?? '').slice(0, 400).trim();
    if (text) return text;
  }
  return '';
}

/** Whether a switch is on. */
export function isOn(control: HTMLElement): boolean {
  if (control instanceof HTMLInputElement) return control.checked;
  return control.getAttribute('aria-checked') === 'true';
}

/** Switches of the page itself; a checkbox is often visually hidden behind its drawing, so visibility is no test. */
export function pageSwitches(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>(SWITCHES)].filter(
    (control) => !control.closest(`${FRAME}, ${DIALOGS}`) && !control.closest(ROWS),
  );
}

/** Japanese and Korean texts may write the name in their own script. */
const ATLASSIAN = /atlassian|アトラシアン|아틀라시안/i;

/** Whether the label belongs to the switch of Atlassian's own supported list. */
export function isSupportedDomainsLabel(label: string): boolean {
  return (
    isLabel('supportedDomains', label) ||
    (ATLASSIAN.test(label.slice(0, 120)) && DOMAIN_STEM.test(label.slice(0, 120)))
  );
}

const SEARCHING =
  /search|filter|filtr|such|recherch|busc|pesquis|cerca|zoek|szukaj|wyszuk|sök|検索|絞り込|검색|필터|搜索|筛选/i;

/** Whether a field is named as one that searches or filters. */
export function isSearching(field: HTMLInputElement | HTMLTextAreaElement): boolean {
  return SEARCHING.test(`${field.type} ${field.placeholder} ${field.name} ${nameOf(field)}`.slice(0, 300));
}

/** The search box over the list. */
export function findSearchBox(): HTMLInputElement | undefined {
  return visibleAll<HTMLInputElement>(
    document,
    TEXT_FIELDS,
    (field) =>
      field instanceof HTMLInputElement &&
      !field.closest(`${FRAME}, ${DIALOGS}`) &&
      isSearching(field) &&
      !field.closest('form:has([type="submit"])'),
  )[0];
}
