import { DIALOGS, sentenceOf, visibleAll } from './dom.ts';

const MESSAGES = '[role="alert"], [role="status"]';

/** Messages outside the form (flags, toasts), by their element: the same words may be said again. */
export function alerts(selector = MESSAGES): Map<Element, string> {
  const shown = visibleAll(document, selector, (element) => !element.closest(DIALOGS));
  return new Map(shown.map((element) => [element, sentenceOf(element)]));
}

/** What such a message says that was not there before. */
export function newAlert(before: ReadonlyMap<Element, string>): string | undefined {
  const isNew = (element: Element) => {
    const text = sentenceOf(element);
    return text !== '' && before.get(element) !== text && !element.closest(DIALOGS);
  };
  const [alert] = visibleAll(document, MESSAGES, isNew);
  return alert && sentenceOf(alert);
}

/** Alerts in the strict sense: what a page says of its state, such as the number of its results, is none. */
export const complaints = () => alerts('[role="alert"]');

/** Whether there is an alert that was not there before. A banner of the page's own that was only drawn anew is none. */
export function newComplaint(before: ReadonlyMap<Element, string>): boolean {
  const said = new Set(before.values());
  return [...complaints()].some(
    ([element, text]) =>
      text !== '' &&
      before.get(element) !== text &&
      !(said.has(text) && element.closest('[role="tabpanel"], main, [role="main"]')),
  );
}
