import { OWN_MARK } from '../../lib/console/own-mark.ts';

/** What happens while the admin points at something. */
export interface PointingEvents {
  /** The pointer is over, or the focus on, this element. */
  aim(target: Element, x: number, y: number): void;
  choose(target: Element, x: number, y: number): void;
  /** An arrow key: the next (1) or the one before (-1) of what could be chosen. */
  step(by: 1 | -1): void;
  /** Enter, while something was aimed at by the arrow keys. Answers whether there was. */
  chooseAimed(): boolean;
  leave(): void;
}

/** What a click of the admin consists of: none of it may reach the page, which would act on it. */
const SWALLOWED = [
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
  'click',
  'dblclick',
  'auxclick',
  'contextmenu',
];
const KEYS = ['keydown', 'keyup', 'keypress'];

const isOurs = (event: Event) =>
  event.composedPath().some((node) => node instanceof Element && node.hasAttribute(OWN_MARK));

const centre = (element: Element): [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [left + width / 2, top + height / 2];
};

/**
 * Listens until the signal is aborted. What the page dispatches by itself is kept from acting as well, but never
 * taken for the admin.
 */
export function startPointing(events: PointingEvents, signal: AbortSignal): void {
  const options = { capture: true, signal };
  const swallow = (event: Event) => {
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const onPointer = (event: Event) => {
    // Our own presses of the page's controls are not the browser's.
    if (!event.isTrusted || isOurs(event)) return;
    swallow(event);
    // Disabled controls tell of this event only.
    if (event.type !== 'pointerdown') return;
    const { clientX, clientY, button } = event as PointerEvent;
    const target = document.elementFromPoint(clientX, clientY);
    if (button === 0 && target) events.choose(target, clientX, clientY);
  };
  const onKey = (event: Event) => {
    const { key } = event as KeyboardEvent;
    if (!event.isTrusted || key === 'Tab' || key === 'Shift') return;
    if (key !== 'Escape' && isOurs(event)) return;
    swallow(event);
    if (event.type !== 'keydown') return;
    if (key === 'Escape') events.leave();
    else if (key === 'ArrowDown' || key === 'ArrowRight') events.step(1);
    else if (key === 'ArrowUp' || key === 'ArrowLeft') events.step(-1);
    else if ((key === 'Enter' || key === ' ') && !events.chooseAimed()) {
      const { activeElement } = document;
      if (activeElement && activeElement !== document.body)
        events.choose(activeElement, ...centre(activeElement));
    }
  };
  for (const type of SWALLOWED) addEventListener(type, onPointer, options);
  for (const type of KEYS) addEventListener(type, onKey, options);
  addEventListener(
    'pointermove',
    (event) => {
      if (!event.isTrusted || isOurs(event)) return;
      const target = document.elementFromPoint(event.clientX, event.clientY);
      if (target) events.aim(target, event.clientX, event.clientY);
    },
    options,
  );
  addEventListener(
    'focusin',
    (event) => {
      if (event.isTrusted && event.target instanceof Element && !isOurs(event))
        events.aim(event.target, ...centre(event.target));
    },
    options,
  );
}
