import { type ComponentChild, render } from 'preact';

/** Renders into a fresh element of the document and answers it. */
export function mount(view: ComponentChild): HTMLElement {
  const root = document.createElement('div');
  document.body.replaceChildren(root);
  render(view, root);
  return root;
}

/** The one element with a test id; throws when there is none, so that a test can't pass on nothing. */
export function byTestId<T extends HTMLElement = HTMLElement>(root: ParentNode, id: string): T {
  const element = root.querySelector<T>(`[data-testid="${id}"]`);
  if (!element) throw new Error(`no element with the test id ${id}`);
  return element;
}

/** A person's event: only browsers may mark events as trusted, so the mark is put on by hand. */
export function personally(target: EventTarget, event: Event): void {
  Object.defineProperty(event, 'isTrusted', { value: true });
  target.dispatchEvent(event);
}

export const click = (target: EventTarget) =>
  personally(target, new MouseEvent('click', { bubbles: true, cancelable: true }));

export const press = (target: EventTarget, key: string, more: KeyboardEventInit = {}) =>
  personally(target, new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

/** One turn of the event loop, after which scheduled renders are done. */
export const settled = () => new Promise<void>((done) => setTimeout(done, 0));

/** Puts a text into a field as typing it would. */
export function type(field: HTMLElement, text: string): void {
  (field as HTMLInputElement).value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}
