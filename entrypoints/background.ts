import { defineBackground } from 'wxt/utils/define-background';
import { browserPorts } from '../lib/background/browser-ports.ts';
import { extensionApi } from '../lib/background/extension-api.ts';
import { createHandlers } from '../lib/background/handlers.ts';
import { listen } from '../lib/background/listen.ts';
import { planFile } from '../lib/background/planner.ts';

/**
 * Wiring only. A worker is started by the event it then has to answer, so every listener is registered at once, in
 * the first turn.
 */
export default defineBackground({
  type: 'module',
  main() {
    const api = extensionApi();
    listen(api.runtime, createHandlers(browserPorts(api)), planFile);
  },
});
