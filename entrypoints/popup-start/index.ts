import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

const SCRIPT = '/popup-script.js';
/** Milliseconds after which a page that nobody looks at, and which is not painted therefore, goes on all the same. */
const UNSEEN = 500;

/**
 * Has the popup's script run once the skeleton has been painted. The browser opens the popup's window only when the page
 * and all that it names have been loaded, so the script is fetched then, and would hold the first paint up if it ran at
 * once: the figures come some 30 ms later for it, the skeleton as much earlier.
 */
export default defineUnlistedScript(() => {
  let started = false;
  const start = () => {
    if (started) return;
    started = true;
    const script = document.createElement('script');
    script.src = SCRIPT;
    document.head.append(script);
  };
  new PerformanceObserver((seen) => {
    if (seen.getEntriesByName('first-contentful-paint').length > 0) start();
  }).observe({ type: 'paint', buffered: true });
  addEventListener('load', () => {
    const early = document.createElement('link');
    early.rel = 'preload';
    early.as = 'script';
    early.href = SCRIPT;
    document.head.append(early);
    setTimeout(start, UNSEEN);
  });
});
