import type { RunClock } from './types.ts';

/** What came of an act of the page: its value, what it threw, or nothing within the limit. */
export type Guarded<T> =
  | { kind: 'value'; value: T }
  | { kind: 'error'; message: string }
  | { kind: 'silent' };

/** How often a lease is renewed while the page is at work: a third of the time that it holds. */
const BEAT = 5_000;

/**
 * Lets the page do one thing, but not for ever, and keeps the lease alive meanwhile: an entry can take longer
 * than a lease holds. What is silent is aborted; whether it still happens nobody knows.
 */
export async function guarded<T>(
  act: (signal: AbortSignal) => Promise<T>,
  limit: number,
  clock: RunClock,
  stopped: AbortSignal,
  beat: () => void,
): Promise<Guarded<T>> {
  const abort = new AbortController();
  const stop = (): void => abort.abort();
  stopped.addEventListener('abort', stop, { once: true });
  const settled = (async () => act(abort.signal))().then(
    (value): Guarded<T> => ({ kind: 'value', value }),
    (error): Guarded<T> => ({
      kind: 'error',
      message: String(error instanceof Error ? error.message : error).slice(0, 500),
    }),
  );
  const end = clock.now() + limit;
  try {
    for (;;) {
      const tick = new AbortController();
      const left = end - clock.now();
      if (left <= 0 || stopped.aborted) return { kind: 'silent' };
      const either = AbortSignal.any([tick.signal, abort.signal]);
      const winner = await Promise.race([
        settled,
        clock.wait(Math.min(BEAT, left), either).then(() => undefined),
      ]);
      tick.abort();
      if (winner) return winner;
      if (!stopped.aborted) beat();
    }
  } finally {
    stopped.removeEventListener('abort', stop);
    abort.abort();
  }
}
