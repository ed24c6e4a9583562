import type { Answer, RunClock } from './types.ts';

type Leave = Answer<{ go: boolean; state: string }>;

/** Milliseconds for which an answer holds: far less than the lease behind it, which asking has renewed. */
const HOLDS = 1000;

/** The journal's leave to act on one row now. It holds for one act, for a moment, and only until it is withdrawn. */
export class Permit {
  /** What the journal said; undefined while it was not asked, and then nothing was submitted. */
  answer: Leave | undefined;
  readonly #journal: () => Promise<Leave>;
  readonly #clock: Pick<RunClock, 'now'>;
  #asked: { at: number; leave: Promise<Leave> } | undefined;
  #withdrawn = false;

  constructor(journal: () => Promise<Leave>, clock: Pick<RunClock, 'now'>) {
    this.#journal = journal;
    this.#clock = clock;
  }

  /** Whether the page may be asked to store or delete something, and may have been. */
  get given(): boolean {
    return this.answer?.ok === true && this.answer.value.go;
  }

  /** Asks the journal, unless it has just been asked. */
  async ask(): Promise<boolean> {
    if (this.#withdrawn) return false;
    // By the calendar's clock, which goes on while the machine sleeps; one that was set back counts as old too.
    const at = this.#clock.now();
    if (!this.#asked || Math.abs(at - this.#asked.at) > HOLDS) this.#asked = { at, leave: this.#journal() };
    const answer = await this.#asked.leave;
    if (this.#withdrawn) return false;
    this.answer = answer;
    return this.given;
  }

  withdraw(): void {
    this.#withdrawn = true;
  }
}
