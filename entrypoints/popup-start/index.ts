import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';

/**
 * Has the popup's script loaded once the skeleton has: the browser opens the popup's window only when the page and all
 * that it names have been loaded, and the figures come no later for it.
 */
export default defineUnlistedScript(() => {
  addEventListener('load', () => {
    const script = document.createElement('script');
    script.src = '/popup-script.js';
    document.head.append(script);
  });
});
