import type { RunClock } from '../../../../lib/import/run/types.ts';

interface Timer {
  at: number;
  order: number;
  fire: () => void;
}

/** Time that passes only when nothing else is left to do: a minute of waiting costs no time at all. */
export class VirtualClock implements RunClock {
  #now = Date.UTC(2026, 10, 23);
  #timers: Timer[] = [];
  #order = 0;

  now(): number {
    return this.#now;
  }

  wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const timer = this.at(milliseconds, resolve);
      signal?.addEventListener('abort', () => {
        this.#timers = this.#timers.filter((other) => other !== timer);
        resolve();
      });
    });
  }

  /** Calls after so many milliseconds. */
  at(milliseconds: number, fire: () => void): Timer {
    const timer = { at: this.#now + milliseconds, order: this.#order++, fire };
    this.#timers.push(timer);
    return timer;
  }

  /** Lets time pass until the promise is settled or `until` is reached. */
  async run<T>(promise: Promise<T>, until = Number.POSITIVE_INFINITY): Promise<T | undefined> {
    let done = false;
    const settled = promise.finally(() => {
      done = true;
    });
    settled.catch(() => undefined);
    for (;;) {
      await new Promise((resolve) => setImmediate(resolve));
      if (done) return await settled;
      const next = this.#timers.reduce<Timer | undefined>(
        (best, timer) =>
          !best || timer.at < best.at || (timer.at === best.at && timer.order < best.order) ? timer : best,
        undefined,
      );
      if (!next) throw new Error('nothing is left to wait for, and the promise is not settled');
      if (next.at > until) {
        this.#now = until;
        return undefined;
      }
      this.#timers = this.#timers.filter((timer) => timer !== next);
      this.#now = Math.max(this.#now, next.at);
      next.fire();
    }
  }

  /** Lets so much time pass. */
  async pass(milliseconds: number): Promise<void> {
    await this.run(this.wait(milliseconds));
  }
}
