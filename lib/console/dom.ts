import { foldLabel } from './labels.ts';
import { OWN_MARK } from './own-mark.ts';

/** Longest text of the host that is looked at. An entry has at most 2,048 characters; rows may hold anything. */
export const TEXT_CAP = 4096;

/** Whether the page shows an element: a hidden one is no evidence. */
export function isVisible(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true });
}

/** Whether an element is ours, put into the page. */
export function isOwn(node: Node): boolean {
  return node instanceof Element && node.hasAttribute(OWN_MARK);
}

/** The name by which assistive technology would call a control. */
export function nameOf(element: Element): string {
  const label = element.getAttribute('aria-label');
  if (label) return label.slice(0, 200);
  const by = element.getAttribute('aria-labelledby');
  if (by) {
    const root = element.getRootNode() as Document | ShadowRoot;
    const texts = by
      .split(/\s+/)
      .slice(0, 4)
      .map((id) => root.getElementById(id)?.textContent ?? '');
    const text = texts.join(' ').trim();
    if (text) return text.slice(0, 200);
  }
  const labels = (element as Partial<HTMLInputElement>).labels;
  const text = labels?.length ? labels[0]?.textContent : element.textContent;
  return (text || element.getAttribute('title') || '').slice(0, 400).trim();
}

/** What an element says, in one line: capped, in the page's own words. */
export function sentenceOf(element: Element): string {
  return (element.textContent ?? '').slice(0, 1000).replace(/\s+/g, ' ').trim().slice(0, 300);
}

/**
 * All visible elements below `root` that match, ours left out. Whether one is visible is asked last, and only of what
 * passes `test`: it has the browser work out the styles of a page that has just changed.
 */
export function visibleAll<E extends HTMLElement>(
  root: ParentNode,
  selector: string,
  test: (element: E) => boolean = () => true,
): E[] {
  return [...root.querySelectorAll<E>(selector)].filter(
    (element) => test(element) && !element.closest(`[${OWN_MARK}]`) && isVisible(element),
  );
}

export const BUTTONS = 'button, [role="button"], input[type="submit"], input[type="button"]';
export const HEADINGS = 'h1, h2, h3, h4, [role="heading"]';
export const DIALOGS = '[role="dialog"], [role="alertdialog"], dialog[open]';
export const SWITCHES = 'input[type="checkbox"], [role="switch"]';
export const TEXT_FIELDS =
  'input:not([type]), input[type="text"], input[type="url"], input[type="search"], textarea';

/** Whether a control can be used now. */
export function isEnabled(control: Element): boolean {
  return (
    !(control as Partial<HTMLButtonElement>).disabled && control.getAttribute('aria-disabled') !== 'true'
  );
}

/** Whether a control is called so: `test` is given its name as labels are compared. */
export function hasLabel(element: Element, test: (text: string) => boolean): boolean {
  return test(foldLabel(nameOf(element)));
}
