import { type ComponentChild, render } from 'preact';
import onPageCss from '../../components/on-page.css?inline';
import teachCss from '../../components/teach.css?inline';
import { createOwnHost } from '../../lib/console/own-host.ts';

/** Our guide and the frame around what is pointed at, above whatever dialog the page has open. */
export interface TopLayer {
  show(view: ComponentChild): void;
  /** Draws the frame around an element, or takes it away. */
  frame(element: Element | undefined): void;
}

/** Pixels between the control and the frame. */
const AROUND = 4;

export function openTopLayer(signal: AbortSignal): TopLayer {
  const guide = createOwnHost('teach', [onPageCss, teachCss]);
  const frame = createOwnHost('teach-frame', [onPageCss, teachCss]);
  guide.container.className = 'guide';
  frame.container.className = 'frame';
  for (const { host } of [frame, guide]) {
    host.popover = 'manual';
    // The browser's own look of a popover, and nothing of it in the way of the pointer.
    host.style.cssText =
      'position:fixed;inset:0;width:auto;height:auto;margin:0;padding:0;border:0;background:none;overflow:visible;pointer-events:none';
    document.documentElement.append(host);
    host.showPopover();
  }
  let framed: Element | undefined;
  const place = () => {
    const { style } = frame.container;
    const box = framed?.isConnected ? framed.getBoundingClientRect() : undefined;
    style.display = box ? 'block' : 'none';
    if (!box) return;
    style.left = `${box.left - AROUND}px`;
    style.top = `${box.top - AROUND}px`;
    style.width = `${box.width + 2 * AROUND}px`;
    style.height = `${box.height + 2 * AROUND}px`;
  };
  addEventListener('scroll', place, { capture: true, passive: true, signal });
  addEventListener('resize', place, { signal });
  signal.addEventListener('abort', () => {
    render(null, guide.container);
    guide.host.remove();
    frame.host.remove();
  });
  place();
  return {
    show(view) {
      render(view, guide.container);
      // A dialog that the page opened meanwhile may be in the top layer as well: come before it again.
      for (const { host } of [frame, guide]) {
        host.hidePopover();
        host.showPopover();
      }
    },
    frame(element) {
      framed = element;
      place();
    },
  };
}
