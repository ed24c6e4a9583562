import { type ComponentChild, render } from 'preact';
import css from '../../components/on-page.css?inline';
import { OWN_MARK } from '../../lib/console/dom.ts';

/** One piece of ours in the console's page: an element with a shadow root that page scripts and styles can't enter. */
export interface Mounted {
  host: HTMLElement;
  show(view: ComponentChild): void;
  remove(): void;
}

/** The checks of the e2e build look into the roots; everywhere else they are closed to the page. */
export const SHADOW_MODE: ShadowRootMode = import.meta.env.MODE === 'e2e' ? 'open' : 'closed';

/** Keys typed into our parts are ours: the console has shortcuts of its own. */
export function keepKeysInside(host: HTMLElement): void {
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    host.addEventListener(type, (event) => event.stopPropagation());
  }
}

/** The theme as the console says it; where it says nothing, the colour scheme is inherited. */
export function followTheme(host: HTMLElement): void {
  const mode = document.documentElement.dataset.colorMode;
  if (mode === 'light' || mode === 'dark') host.dataset.gateTheme = mode;
  else delete host.dataset.gateTheme;
}

/** Makes a host of the given kind; it is placed by the caller and taken away with the signal. */
export function mount(kind: string, signal: AbortSignal): Mounted {
  const host = document.createElement(`gate-${kind}`);
  host.setAttribute(OWN_MARK, kind);
  // Atlaskit's modal takes the focus back from everything outside it that is not marked so.
  host.dataset.noFocusLock = 'true';
  keepKeysInside(host);
  followTheme(host);
  const root = host.attachShadow({ mode: SHADOW_MODE });
  const style = document.createElement('style');
  style.textContent = css;
  const container = document.createElement('div');
  root.append(style, container);
  const remove = () => {
    render(null, container);
    host.remove();
  };
  signal.addEventListener('abort', remove);
  return { host, show: (view) => render(view, container), remove };
}
