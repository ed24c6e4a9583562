import { findListSection } from '../../lib/console/list.ts';
import { serverHeadings } from '../../lib/console/locate.ts';

/** Puts a notice above the list; where there is no list, below the heading that names the server. */
export function placeNotice(host: HTMLElement): void {
  const section = findListSection();
  if (section) {
    if (host.parentElement !== section) section.prepend(host);
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

function isRow(element: HTMLElement): boolean {
  const { display, flexDirection } = getComputedStyle(element);
  return display.includes('flex') && flexDirection.startsWith('row');
}
