/** Nanoseconds a call: the best of several rounds, each over the whole input. */
export function nanosecondsPerCall(
  inputs: readonly string[],
  call: (input: string) => unknown,
  rounds = 7,
): number {
  let best = Number.POSITIVE_INFINITY;
  let sink = 0;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    for (const input of inputs) if (call(input)) sink++;
    best = Math.min(best, performance.now() - start);
  }
  if (sink < 0) throw new Error('unreachable; keeps the calls from being left out');
  return (best * 1e6) / inputs.length;
}

/** Milliseconds of one run: the median of several. */
export function milliseconds(work: () => unknown, rounds = 5): number {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work();
    times.push(performance.now() - start);
  }
  return times.sort((a, b) => a - b)[Math.floor(rounds / 2)] ?? 0;
}
