export interface WaitOptions {
  /** What is waited for, for the error's sentence. */
  what: string;
  /** Milliseconds; 10,000 unless said otherwise. */
  timeout?: number;
  /** Milliseconds between two looks. */
  every?: number;
}

/** Looks until the condition gives something true; throws with what was waited for and the last error met. */
export async function waitFor<T>(
  condition: () => T | Promise<T>,
  { what, timeout = 10_000, every = 50 }: WaitOptions,
): Promise<NonNullable<Exclude<T, false>>> {
  const end = performance.now() + timeout;
  let last: unknown;
  for (;;) {
    try {
      const value = await condition();
      if (value) return value as NonNullable<Exclude<T, false>>;
      last = undefined;
    } catch (error) {
      last = error;
    }
    if (performance.now() > end) {
      const reason = last instanceof Error ? ` (${last.message})` : '';
      throw new Error(`Waited ${timeout} ms in vain for ${what}${reason}`, { cause: last });
    }
    await new Promise((resolve) => setTimeout(resolve, every));
  }
}
