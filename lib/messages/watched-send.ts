import { type Send, send, UPDATED } from './send.ts';

/**
 * `send` that also tells when an answer says that the extension was updated under the page: nothing else tells a
 * script that stayed behind.
 */
export function watchedSend(onUpdated: () => void, ask: Send = send): Send {
  return async (name, request) => {
    const reply = await ask(name, request);
    if (!reply.ok && reply.code === UPDATED.code) onUpdated();
    return reply;
  };
}
