import { findListElement, findListSection } from '../../lib/console/list.ts';
import { findAddButton, serverHeadings } from '../../lib/console/locate.ts';

/**
 * Puts a notice above the list, below the row with the page's own button: what comes late must not push away the button
 * to which an admin's pointer is on its way. Where there is no list, below the heading that names the server.
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
  const [heading] = serverHeadings();
  if (!heading) return;
  // A heading often stands in a row with buttons: climb to where things stand one below the other.
  let block: HTMLElement = heading;
  while (block.parentElement && block.parentElement !== document.body && isRow(block.parentElement))
    block = block.parentElement;
  if (host.previousElementSibling !== block) block.after(host);
}

/** The child of `around` that holds the element. */
function childWith(around: HTMLElement, element: HTMLElement | undefined): Element | undefined {
  return element && [...around.children].find((child) => child.contains(element));
}

function isRow(element: HTMLElement): boolean {
  const { display, flexDirection } = getComputedStyle(element);
  return display.includes('flex') && flexDirection.startsWith('row');
}
