import type { browser } from 'wxt/browser';

export type ExtensionApi = typeof browser;

/**
 * The browser's own API. With manifest version 3 it answers with promises in every browser we support, so that the
 * polyfill would only add 3 kB (gzip) to a worker that is started for many a message.
 */
export function extensionApi(): ExtensionApi {
  const scope = globalThis as { browser?: ExtensionApi; chrome?: ExtensionApi };
  const api = scope.browser ?? scope.chrome;
  if (!api) throw new Error('This runs in an extension only.');
  return api;
}
