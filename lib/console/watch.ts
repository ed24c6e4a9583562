import { isDriven } from './driven.ts';
import { type Recognition, recognise } from './recognise.ts';

/** Milliseconds between two looks at a page that keeps changing. */
const LOOK_EVERY = 150;
/** The same while a run drives the page: it changes all the time then, and each row would wait for several looks. */
const LOOK_WHILE_DRIVEN = 1000;
/** A page that is not recognised this long after a navigation is taken for another page, and left alone. */
const SEARCH_FOR = 90_000;
/** A recognised page may take its parts away for a moment while it draws itself anew. */
const GRACE = 1500;

/**
 * Watches the single-page app for the MCP page. `onLook` is called with what the page is, whenever it has changed while it is
 * (or may become) the MCP page. Elsewhere, after the search, nothing listens but the navigation.
 *
 * @returns has the page looked at anew, as after a navigation
 */
export function watchConsole(onLook: (recognition: Recognition) => void, signal: AbortSignal): () => void {
  let path = location.pathname;
  let last: Recognition = { kind: 'other', domains: false, evidence: [] };
  let lastGood = 0;
  let searchUntil = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let looked = 0;

  const observer = new MutationObserver(() => {
    if (timer === undefined) schedule(isDriven() ? LOOK_WHILE_DRIVEN : LOOK_EVERY);
  });
  const schedule = (every: number) => {
    clearTimeout(timer);
    timer = setTimeout(look, Math.max(0, every - (performance.now() - looked)));
  };
  const look = () => {
    timer = undefined;
    if (signal.aborted) return;
    const now = performance.now();
    looked = now;
    // Where the navigation API is missing, a push of history tells nobody: the next look sees it.
    if (location.pathname !== path) moved();
    let recognition = recognise();
    if (recognition.kind === 'mcp') lastGood = now;
    else if (last.kind === 'mcp' && now - lastGood < GRACE) {
      recognition = last;
      timer = setTimeout(look, GRACE);
    }
    if (recognition.kind !== 'other' || last.kind !== 'other') onLook(recognition);
    last = recognition;
    if (recognition.kind === 'other' && now > searchUntil) observer.disconnect();
  };
  const moved = () => {
    path = location.pathname;
    searchUntil = performance.now() + SEARCH_FOR;
    lastGood = 0;
    observer.observe(document.documentElement, {
      childList: true,
      subtree: true,
      characterData: true,
      attributes: true,
      attributeFilter: ['aria-selected', 'aria-checked', 'aria-busy', 'hidden', 'open'],
    });
  };
  const navigated = () => {
    moved();
    schedule(LOOK_EVERY);
  };

  navigated();
  const { navigation } = globalThis as { navigation?: EventTarget };
  navigation?.addEventListener('currententrychange', navigated, { signal });
  addEventListener('popstate', navigated, { signal });
  addEventListener('pageshow', navigated, { signal });
  if (!navigation) {
    const poll = setInterval(() => location.pathname !== path && navigated(), 1000);
    signal.addEventListener('abort', () => clearInterval(poll));
  }
  signal.addEventListener('abort', () => {
    observer.disconnect();
    clearTimeout(timer);
  });
  return navigated;
}
