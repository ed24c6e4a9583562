/**
 * Work that stops by itself every few milliseconds, counted in records and not by the clock, so that every
 * machine takes the same steps. Drained at once it is synchronous; with a pause between its steps it leaves
 * the page alive.
 */
export type Sliced<T> = Generator<void, T, void>;

/** Gives the browser its turn between two slices of work. */
export type Pause = () => Promise<void>;

/** Does all the work at once. */
export function drain<T>(work: Sliced<T>): T {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Does the work with `pause` awaited after each slice. What `pause` throws (an abort, say) ends the work. */
export async function drainInSlices<T>(work: Sliced<T>, pause: Pause): Promise<T> {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
    await pause();
  }
}
