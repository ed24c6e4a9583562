/** What is measured: every input is handed to `call`, `passes` times in one turn. */
export interface Task {
  inputs: readonly string[];
  call: (input: string) => unknown;
  passes?: number;
}

/**
 * Nanoseconds a call of each task. The tasks take turns, so that whatever else the machine does falls on all of them
 * alike, and each counts with the best of its turns: what makes the others longer is not ours.
 */
export function takeTurns<Name extends string>(tasks: Record<Name, Task>, rounds = 15): Record<Name, number> {
  const names = Object.keys(tasks) as Name[];
  const best = new Map<Name, number>();
  for (let round = 0; round < rounds; round++) {
    for (const name of names)
      best.set(name, Math.min(best.get(name) ?? Number.POSITIVE_INFINITY, turn(tasks[name])));
  }
  return Object.fromEntries(best) as Record<Name, number>;
}

/** Every input once to warm up, since the other tasks were in the caches meanwhile, then measured. */
function turn({ inputs, call, passes = 1 }: Task): number {
  run(inputs, call);
  let spent = Number.POSITIVE_INFINITY;
  for (let pass = 0; pass < passes; pass++) {
    const start = performance.now();
    run(inputs, call);
    spent = Math.min(spent, performance.now() - start);
  }
  return (spent * 1e6) / inputs.length;
}

function run(inputs: readonly string[], call: Task['call']): void {
  let sink = 0;
  for (const input of inputs) if (call(input)) sink++;
  if (sink < 0) throw new Error('unreachable; keeps the calls from being left out');
}

/** Milliseconds of one run: the best of several. */
export function milliseconds(work: () => unknown, rounds = 9): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}
