/** Waiting for the host's page. Mutation records also arrive in a throttled background tab, timers hardly. */

export interface WaitOptions {
  signal: AbortSignal;
  /** Milliseconds until the wait ends with `undefined`. */
  timeout: number;
  /** Milliseconds between two looks while the page changes nothing; `POLL` when absent. */
  every?: number;
}

/** How often a condition is looked at when the page does not change its elements (a value, a style). */
const POLL = 100;

/** Waits until `condition` answers something; `undefined` after the timeout. Rejects when aborted. */
export function waitFor<T>(
  condition: () => T | undefined | null | false,
  options: WaitOptions,
): Promise<T | undefined> {
  const { signal, timeout, every = POLL } = options;
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    const first = condition();
    if (first) return resolve(first);
    const started = performance.now();
    let queued = false;
    const finish = (settle: () => void) => {
      observer.disconnect();
      clearInterval(timer);
      signal.removeEventListener('abort', abort);
      settle();
    };
    const look = () => {
      queued = false;
      let found: T | undefined | null | false;
      try {
        found = condition();
      } catch (error) {
        return finish(() => reject(error));
      }
      if (found) finish(() => resolve(found));
      else if (performance.now() - started >= timeout) finish(() => resolve(undefined));
    };
    const abort = () => finish(() => reject(signal.reason));
    // Records of one task are looked at once, in the microtask that delivers them.
    const observer = new MutationObserver(() => {
      if (queued) return;
      queued = true;
      queueMicrotask(look);
    });
    observer.observe(document, { childList: true, subtree: true, attributes: true, characterData: true });
    const timer = setInterval(look, every);
    signal.addEventListener('abort', abort);
  });
}

/** Waits until the page changes anything, or for the timeout. */
export async function nextChange({ signal, timeout }: WaitOptions): Promise<void> {
  let looks = 0;
  await waitFor(() => looks++ > 0, { signal, timeout, every: timeout });
}

/** Waits until the page has not changed for `quiet` milliseconds; false when it never rests within the timeout. */
export async function waitForRest(quiet: number, { signal, timeout }: WaitOptions): Promise<boolean> {
  let last = performance.now();
  const observer = new MutationObserver(() => {
    last = performance.now();
  });
  observer.observe(document, { childList: true, subtree: true, characterData: true });
  try {
    // A short rest must not take as long as a look that comes by itself.
    const every = Math.min(POLL, Math.max(10, quiet / 4));
    return (await waitFor(() => performance.now() - last >= quiet, { signal, timeout, every })) === true;
  } finally {
    observer.disconnect();
  }
}

/** Whether the page shows that it is working: marked as busy, or something in it moves without an end. */
export function isBusy(root: Element): boolean {
  if (
    root.querySelector(
      '[aria-busy="true"], [role="progressbar"], [data-testid*="skeleton" i], [data-testid*="spinner" i]',
    )
  ) {
    return true;
  }
  return root
    .getAnimations({ subtree: true })
    .some((animation) => animation.effect?.getTiming().iterations === Infinity);
}
