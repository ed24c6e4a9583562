import { DIALOGS, visibleAll } from './dom.ts';
import { words } from './form.ts';

/** Messages outside the form (flags, toasts), by their element: the same words may be said again. */
export function alerts(): Map<Element, string> {
  const shown = visibleAll(document, '[role="alert"], [role="status"]').filter(
    (element) => !element.closest(DIALOGS),
  );
  return new Map(shown.map((element) => [element, words(element)]));
}

/** What such a message says that was not there before. */
export function newAlert(before: ReadonlyMap<Element, string>): string | undefined {
  return [...alerts()].find(([element, text]) => text && before.get(element) !== text)?.[1];
}
