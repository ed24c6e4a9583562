import { scriptBridge } from '../../lib/console/script-bridge.ts';
import { fail, ok, type Reply } from '../../lib/messages/reply.ts';
import type { Send } from '../../lib/messages/send.ts';
import { say } from '../../lib/words/say.ts';
import type { ByHandScript } from '../by-hand/offer.ts';

/** Has the script of imports by hand loaded; few admins need it, so it is no part of this one. */
export async function loadByHand(send: Send): Promise<Reply<ByHandScript>> {
  const bridge = scriptBridge();
  if (!bridge.byHand) {
    const loaded = await send('scripts/inject', { script: 'hand' });
    if (!loaded.ok) return loaded;
  }
  return bridge.byHand ? ok(bridge.byHand) : fail('script-not-loaded', say('failure_partNotLoaded'));
}
