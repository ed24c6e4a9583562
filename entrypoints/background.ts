import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { browserPorts } from '../lib/background/browser-ports.ts';
import { createHandlers } from '../lib/background/handlers.ts';
import { createReceiver } from '../lib/messages/handle.ts';

/**
 * Wiring only. A worker is started by the event it then has to answer, so every listener is registered at once, in
 * the first turn.
 */
export default defineBackground({
  type: 'module',
  main() {
    const self = {
      id: browser.runtime.id,
      baseUrl: (browser.runtime as unknown as { getURL(path: string): string }).getURL('/'),
    };
    const receive = createReceiver(createHandlers(browserPorts()), self);
    browser.runtime.onMessage.addListener((message: unknown, sender: unknown) =>
      receive(message, sender ?? {}),
    );
  },
});
