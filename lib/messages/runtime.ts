import type { MessageRuntime } from './send.ts';

interface ConnectingRuntime extends MessageRuntime {
  connect(options: { name: string }): unknown;
}

/**
 * The extension's runtime, without the polyfill: scripts in the console's page only send messages, which answers
 * with promises in every browser we support, and the polyfill would double the size of the one that is always there.
 */
export function extensionRuntime(): ConnectingRuntime | undefined {
  const scope = globalThis as {
    browser?: { runtime?: ConnectingRuntime };
    chrome?: { runtime?: ConnectingRuntime };
  };
  const { browser, chrome } = scope;
  // Where there is no `browser`, an element of the page with that id stands in its place.
  return typeof browser?.runtime?.sendMessage === 'function' ? browser.runtime : chrome?.runtime;
}
