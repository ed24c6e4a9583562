import { markLanguage } from '../words/page-language.ts';
import { OWN_MARK } from './own-mark.ts';

/** Whether the checks of the e2e build may look into our roots; everywhere else they are closed to the page. */
const SHADOW_MODE: ShadowRootMode = import.meta.env.MODE === 'e2e' ? 'open' : 'closed';

/** Keys typed into our parts are ours: the console has shortcuts of its own. */
function keepKeysInside(host: HTMLElement): void {
  for (const type of ['keydown', 'keyup', 'keypress'] as const) {
    host.addEventListener(type, (event) => event.stopPropagation());
  }
}

/** The theme as the console says it; where it says nothing, the colour scheme is inherited. */
function followTheme(host: HTMLElement): void {
  const mode = document.documentElement.dataset.colorMode;
  if (mode === 'light' || mode === 'dark') host.dataset.gateTheme = mode;
}

/**
 * An element of ours in the host's page: a shadow root that the page's scripts and styles can't enter, with the given
 * style sheets, and a container to render into. The caller places it.
 */
export function createOwnHost(
  kind: string,
  styles: readonly string[],
): { host: HTMLElement; container: HTMLElement } {
  const host = document.createElement(`gate-${kind}`);
  host.setAttribute(OWN_MARK, kind);
  // Atlaskit's modal takes the focus back from everything outside it that is not marked so.
  host.dataset.noFocusLock = 'true';
  keepKeysInside(host);
  followTheme(host);
  const root = host.attachShadow({ mode: SHADOW_MODE });
  const style = document.createElement('style');
  style.textContent = styles.join('\n');
  const container = document.createElement('div');
  markLanguage(container);
  root.append(style, container);
  return { host, container };
}
