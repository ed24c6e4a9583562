import { seededRandom } from './random.ts';

export type RequestKind = 'add' | 'delete' | 'list' | 'settings';

export type FaultKind =
  /** The change is made, the answer is an error. */
  | 'stored-but-failed'
  /** The change is not made, the answer is an error. */
  | 'failed'
  /** No answer ever; `stored` says whether the change is made (it is, unless false). */
  | 'never-answers'
  /** The connection breaks; `stored` as above. */
  | 'dropped'
  | 'refuse-field'
  | 'refuse-flag'
  /** Not stored; the form closes as if all were well. */
  | 'silent'
  /** Not stored; the form stays as it is, without a word. */
  | 'silent-open'
  /** `ms` pass before anything happens. */
  | 'delay'
  /** The change is made at once, the answer comes after `ms`. */
  | 'slow-answer';

export interface ConsoleFault {
  on: RequestKind;
  kind: FaultKind;
  /** Only for this text (of an add or delete). */
  text?: string;
  stored?: boolean;
  ms?: number;
  /** How many requests it hits; 1 when absent. */
  times?: number;
}

export interface RandomFaults {
  seed: number;
  /** Share of requests that are hit, 0 to 1. */
  rate: number;
  kinds: readonly FaultKind[];
  on?: readonly RequestKind[];
  /** For `delay` and `slow-answer`, milliseconds. */
  ms?: number;
}

/** Faults that wait for their request: queued ones first, then random ones with a seed. */
export class Faults {
  /** What requests were hit by, oldest first. */
  readonly met: ConsoleFault[] = [];
  #queue: ConsoleFault[] = [];
  #random: (() => Omit<ConsoleFault, 'on'> | undefined) | undefined;
  #randomOn: readonly RequestKind[] = [];

  push(...faults: ConsoleFault[]): void {
    for (const fault of faults) this.#queue.push({ ...fault });
  }

  /** Hits requests at random, reproducibly for a seed, until `clear`. */
  random({ seed, rate, kinds, on = ['add'], ms = 500 }: RandomFaults): void {
    const next = seededRandom(seed);
    this.#randomOn = on;
    this.#random = () => {
      if (next() >= rate) return undefined;
      const kind = kinds[Math.floor(next() * kinds.length)];
      return kind ? { kind, ms, stored: next() < 0.5 } : undefined;
    };
  }

  clear(): void {
    this.#queue = [];
    this.#random = undefined;
    this.met.length = 0;
  }

  /** How many queued faults have not been met yet. */
  get waiting(): number {
    return this.#queue.length;
  }

  /** The fault for a request, taken out of the queue when it is used up. */
  take(on: RequestKind, text?: string): ConsoleFault | undefined {
    const fault = this.#next(on, text);
    if (fault) this.met.push({ ...fault });
    return fault;
  }

  #next(on: RequestKind, text?: string): ConsoleFault | undefined {
    const index = this.#queue.findIndex(
      (fault) => fault.on === on && (fault.text === undefined || fault.text === text),
    );
    const fault = this.#queue[index];
    if (fault) {
      const left = (fault.times ?? 1) - 1;
      if (left > 0) fault.times = left;
      else this.#queue.splice(index, 1);
      return fault;
    }
    const drawn = this.#randomOn.includes(on) ? this.#random?.() : undefined;
    return drawn ? { ...drawn, on } : undefined;
  }
}
