import { defineContentScript } from 'wxt/utils/define-content-script';
import { COMMERCIAL, consoleHost, patternOf } from '../../lib/catalogue/clouds.ts';
import { bringClaimed } from '../../lib/console/claimed.ts';
import { loadFeatures } from '../../lib/console/load-features.ts';
import { scriptBridge } from '../../lib/console/script-bridge.ts';
import { watchConsole } from '../../lib/console/watch.ts';
import { send } from '../../lib/messages/send.ts';

/**
 * Always there on the console, so it is small: it watches the single-page app and has the features loaded when the
 * MCP page shows itself. On every other page nothing of ours is loaded.
 */
export default defineContentScript({
  // Consoles of other clouds: `lib/background/consoles.ts`, once the admin has allowed one.
  matches: [patternOf(consoleHost(COMMERCIAL))],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {
    const bridge = scriptBridge();
    const onLook = loadFeatures(bridge, () => send('scripts/inject', { script: 'page' }));
    bridge.look = watchConsole(onLook, new AbortController().signal);
    void bringClaimed(bridge.look);
  },
});
