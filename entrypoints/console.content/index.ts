import { defineContentScript } from 'wxt/utils/define-content-script';
import { scriptBridge } from '../../lib/console/script-bridge.ts';
import { watchConsole } from '../../lib/console/watch.ts';
import { send } from '../../lib/messages/send.ts';

/**
 * Always there on the console, so it is small: it watches the single-page app and has the features loaded when the
 * MCP page shows itself. On every other page nothing of ours is loaded.
 */
export default defineContentScript({
  matches: ['https://admin.atlassian.com/*'],
  runAt: 'document_idle',
  noScriptStartedPostMessage: true,
  main() {
    const bridge = scriptBridge();
    let asking = false;
    bridge.look = watchConsole((recognition) => {
      bridge.recognition = recognition;
      if (bridge.onLook) return bridge.onLook(recognition);
      if (asking || recognition.kind === 'other') return;
      asking = true;
      // Without an answer the next look asks again.
      void send('scripts/inject', { script: 'page' }).then(() => {
        asking = false;
      });
    }, new AbortController().signal);
  },
});
