import { scriptBridge } from '../../lib/console/script-bridge.ts';
import { fail, ok, type Reply } from '../../lib/messages/reply.ts';
import type { Send } from '../../lib/messages/send.ts';
import { say } from '../../lib/words/say.ts';
import type { CreateHandRun } from '../by-hand/script.ts';

/** Has the script of imports by hand loaded; few admins need it, so it is no part of this one. */
export async function loadHandRuns(send: Send): Promise<Reply<CreateHandRun>> {
  const bridge = scriptBridge();
  if (!bridge.handRun) {
    const loaded = await send('scripts/inject', { script: 'hand' });
    if (!loaded.ok) return loaded;
  }
  return bridge.handRun ? ok(bridge.handRun) : fail('script-not-loaded', say('failure_partNotLoaded'));
}
