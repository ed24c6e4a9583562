/**
 * Puts a host beside one of the page's own buttons, on the side where that button stays where it is: an admin's pointer
 * may be on its way to it. Buttons that stand at the end of their row would be pushed away by one after them.
 */
export function placeBeside(button: HTMLElement, host: HTMLElement): void {
  const { left, top } = button.getBoundingClientRect();
  const moved = () => {
    const now = button.getBoundingClientRect();
    return Math.abs(now.left - left) > 1 || Math.abs(now.top - top) > 1;
  };
  // A row of buttons usually brings its own gap.
  const gap = Number.parseFloat(getComputedStyle(button.parentElement ?? button).columnGap) || 0;
  const margin = gap > 0 ? '0' : '8px';
  const place = (after: boolean) => {
    host.style.marginInlineStart = after ? margin : '0';
    host.style.marginInlineEnd = after ? '0' : margin;
    if (after) button.after(host);
    else button.before(host);
  };
  place(true);
  if (!moved()) return;
  place(false);
  if (moved()) place(true);
}
