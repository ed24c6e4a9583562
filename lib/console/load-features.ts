import type { Reply } from '../messages/reply.ts';
import type { Recognition } from './recognise.ts';
import type { ScriptBridge } from './script-bridge.ts';

/** Milliseconds until it is asked again for what was not loaded: a page at rest gives no other occasion. */
const ASK_AGAIN = 2000;

/**
 * What is done at each look: tells the features, and has them loaded where the MCP page shows itself and they are not
 * there yet. When they could not be loaded, such as by a background that was stopped in the middle, it is asked again
 * until they are; only after an update of the extension nobody is left to ask.
 */
export function loadFeatures(
  bridge: ScriptBridge,
  load: () => Promise<Reply<unknown>>,
  place: () => string = () => location.pathname.split('/', 3).join('/'),
): (recognition: Recognition) => void {
  let asking = false;
  /** The organization's part of the address where a policy refuses us, or that is said to be in another cloud: nothing changes that but another address. */
  let refused: string | undefined;
  return (recognition) => {
    bridge.recognition = recognition;
    if (bridge.onLook) return bridge.onLook(recognition);
    if (asking || recognition.kind === 'other') return;
    const here = place();
    if (here === refused) return;
    asking = true;
    void load().then((reply) => {
      asking = false;
      if (reply.ok || reply.code === 'extension-updated') return;
      if (reply.code === 'policy-organization' || reply.code === 'other-cloud') refused = here;
      else setTimeout(() => bridge.look?.(), ASK_AGAIN);
    });
  };
}
