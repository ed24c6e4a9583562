import type { Replica } from './replica.ts';

/** A `fetch` that asks the replica directly, for tests without a network. Fails and aborts as the real one does. */
export function fetchFrom(replica: Replica): (url: string, init: RequestInit) => Promise<Response> {
  return async (url, init) => {
    const authorization = new Headers(init.headers).get('authorization') ?? undefined;
    const answer = replica.answer({ url: new URL(url), authorization });
    if (answer.broken) throw new TypeError('Failed to fetch');
    if (answer.delay > 0) {
      await new Promise<void>((resolve, reject) => {
        const timer = setTimeout(resolve, answer.delay);
        init.signal?.addEventListener('abort', () => {
          clearTimeout(timer);
          reject(new DOMException('Aborted', 'AbortError'));
        });
      });
    }
    init.signal?.throwIfAborted();
    return new Response(answer.body, { status: answer.status, headers: answer.headers });
  };
}
