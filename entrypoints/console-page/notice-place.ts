import { DIALOGS, HEADINGS, visibleAll } from '../../lib/console/dom.ts';
import { findListElement, findListSection } from '../../lib/console/list.ts';
import { FRAME, findAddButton, serverHeadings } from '../../lib/console/locate.ts';

/**
 * Puts a notice above the list, below the row with the page's own button: what comes late must not push away the button
 * to which an admin's pointer is on its way. Where there is no list, below the heading that names the server, or the main
 * one.
 */
export function placeNotice(host: HTMLElement): void {
  const section = findListSection();
  if (section) {
    if (host.parentElement === section) return;
    const row = childWith(section, findAddButton());
    const list = findListElement(section);
    if (row && !(list && row.contains(list))) row.after(host);
    else section.prepend(host);
    return;
  }
  const heading = serverHeadings()[0] ?? pageHeading();
  // A page without any heading that the admin said is the one: at its top.
  if (!heading) {
    const main = document.querySelector('main, [role="main"]') ?? document.body;
    if (host.parentElement !== main) main.prepend(host);
    return;
  }
  // A heading often stands in a row with buttons: climb to where things stand one below the other.
  let block: HTMLElement = heading;
  while (block.parentElement && block.parentElement !== document.body && isRow(block.parentElement))
    block = block.parentElement;
  if (host.previousElementSibling !== block) block.after(host);
}

function pageHeading(): HTMLElement | undefined {
  return visibleAll(document, HEADINGS).find(
    (heading) => !heading.closest(FRAME) && !heading.closest(DIALOGS),
  );
}

/** The child of `around` that holds the element. */
function childWith(around: HTMLElement, element: HTMLElement | undefined): Element | undefined {
  return element && [...around.children].find((child) => child.contains(element));
}

function isRow(element: HTMLElement): boolean {
  const { display, flexDirection } = getComputedStyle(element);
  return display.includes('flex') && flexDirection.startsWith('row');
}
