/**
 * A page that presses everything that isn't its own. Events made by a page are not trusted (`isTrusted` is false):
 * whoever acts on them can be driven by any script in the console.
 */
const MAKERS: ReadonlyArray<() => Event> = [
  () => new PointerEvent('pointerdown', { bubbles: true, composed: true, cancelable: true }),
  () => new MouseEvent('mousedown', { bubbles: true, composed: true, cancelable: true }),
  () => new MouseEvent('mouseup', { bubbles: true, composed: true, cancelable: true }),
  () => new MouseEvent('click', { bubbles: true, composed: true, cancelable: true }),
  () => new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', bubbles: true, composed: true }),
  () => new KeyboardEvent('keydown', { key: ' ', code: 'Space', bubbles: true, composed: true }),
  () => new InputEvent('input', { data: 'x', bubbles: true, composed: true }),
  () => new Event('change', { bubbles: true, composed: true }),
  () => new SubmitEvent('submit', { bubbles: true, cancelable: true }),
  () => new DragEvent('drop', { bubbles: true, composed: true, dataTransfer: new DataTransfer() }),
];

/** React marks its elements with keys of its own; what has none came from somebody else. */
const isOwn = (element: Element): boolean => Object.keys(element).some((key) => key.startsWith('__react'));

function foreignElements(root: ParentNode, into: Element[] = []): Element[] {
  const inPage = root === document.body;
  for (const element of root.querySelectorAll('*')) {
    // The inside of the page's own icons carries no mark either: pressing it would press the page's buttons.
    if (!inPage || !(isOwn(element) || element instanceof SVGElement)) into.push(element);
    if (element.shadowRoot) foreignElements(element.shadowRoot, into);
  }
  return into;
}

/** Milliseconds between two attacks. */
const EVERY = 300;

export function startHostilePage(): void {
  setInterval(() => {
    const strangers = foreignElements(document.body);
    for (const element of strangers) {
      for (const make of MAKERS) element.dispatchEvent(make());
      if (element instanceof HTMLElement && element.isConnected) element.click();
    }
    window.postMessage({ type: 'import', patterns: ['https://evil.example/**'] }, '*');
  }, EVERY);
}
