import type { AddOutcome, ListReading, RemoveOutcome } from '../../../../lib/console/types.ts';
import type { RunDriver } from '../../../../lib/import/run/types.ts';
import type { Random } from './random.ts';
import type { VirtualClock } from './virtual-clock.ts';

export type Fault =
  | 'none'
  | 'refused'
  | 'silent'
  | 'silent-but-done'
  | 'refused-but-done'
  | 'late'
  | 'very-late'
  | 'never'
  | 'never-but-done'
  | 'throws'
  | 'not-possible';

export interface Stored {
  text: string;
  by: 'before' | 'run' | 'somebody';
}

export interface ConsoleTraits {
  /** Whether an entry that is there already is refused, or stored a second time. */
  refusesDuplicates: boolean;
  normalise: (text: string) => string;
  /** How often a reading of the list is cut short or fails. */
  badReadings: number;
  /** What the page does with the next act. */
  fault: (act: 'add' | 'remove', text: string) => Fault;
  /** Milliseconds that the page takes to open its form. */
  opens?: number;
  /** Milliseconds until its form has taken the text. */
  takesText?: number;
  /** Whether a glance at the list is offered. */
  glances: boolean;
}

/** A console with a store, as slow and as faulty as its traits say. What is on its way arrives even after a crash. */
export class SimulatedConsole {
  readonly store: Stored[] = [];
  readonly requests: { act: 'add' | 'remove'; text: string; at: number }[] = [];
  readonly #clock: VirtualClock;
  readonly #random: Random;
  readonly #traits: ConsoleTraits;

  constructor(clock: VirtualClock, random: Random, traits: ConsoleTraits) {
    this.#clock = clock;
    this.#random = random;
    this.#traits = traits;
  }

  texts(): string[] {
    return this.store.map(({ text }) => text);
  }

  /** The page as one tab sees it. */
  driver(): RunDriver {
    const driver: RunDriver = {
      readList: () => this.#read(),
      // As the real driver: asked once the form is open, and again right before the entry is submitted.
      add: async (pattern, _, permit) => {
        if (this.#traits.opens) await this.#clock.wait(this.#traits.opens);
        const early = permit();
        if (this.#traits.takesText) await this.#clock.wait(this.#traits.takesText);
        return (await early) && (await permit()) ? await this.#act('add', pattern) : { kind: 'withheld' };
      },
      remove: (pattern) => this.#act('remove', pattern),
    };
    if (this.#traits.glances) {
      driver.isShown = async (pattern) =>
        this.#random.chance(0.5) ? this.texts().includes(pattern) : undefined;
    }
    return driver;
  }

  async #read(): Promise<ListReading> {
    await this.#clock.wait(this.#random.between(5, 400));
    if (this.#random.chance(this.#traits.badReadings)) {
      if (this.#random.chance(0.3)) throw new Error('the list went away');
      return { entries: this.texts().slice(0, 1), complete: false };
    }
    return { entries: this.texts(), complete: true };
  }

  // biome-ignore lint/suspicious/noExplicitAny: one act with the outcomes of both
  async #act(act: 'add' | 'remove', text: string): Promise<any> {
    const fault = this.#traits.fault(act, text);
    if (fault === 'not-possible') {
      const outcome: AddOutcome | RemoveOutcome = {
        kind: 'not-possible',
        code: 'no-button',
        reason: 'The button is not there.',
      };
      return outcome;
    }
    this.requests.push({ act, text, at: this.#clock.now() });
    const travel = this.#random.between(100, 1_500);
    const done = fault !== 'refused' && fault !== 'silent' && fault !== 'never' && fault !== 'throws';
    const plain = act === 'add' ? 'added' : 'removed';
    let refusedAsDuplicate = false;
    if (done) {
      const delay =
        fault === 'late'
          ? this.#random.between(2_000, 8_000)
          : fault === 'very-late'
            ? this.#random.between(12_000, 55_000)
            : travel;
      this.#clock.at(delay, () => {
        refusedAsDuplicate = !this.#apply(act, text);
      });
    }
    await this.#clock.wait(travel + 1);
    if (fault === 'never' || fault === 'never-but-done') return await new Promise(() => undefined);
    if (fault === 'throws') throw new Error('the page was replaced');
    if (refusedAsDuplicate) return { kind: 'refused', words: 'This domain exists already.' };
    if (fault === 'refused' || fault === 'refused-but-done')
      return { kind: 'refused', words: 'Something went wrong.' };
    if (fault === 'none') return { kind: plain };
    const unanswered = fault === 'late' || fault === 'very-late';
    return { kind: 'unknown', reason: 'The page said nothing.', ...(unanswered ? { unanswered } : {}) };
  }

  #apply(act: 'add' | 'remove', text: string): boolean {
    const stored = this.#traits.normalise(text);
    const at = this.store.findIndex((entry) => entry.text === stored);
    if (act === 'remove') {
      if (at >= 0) this.store.splice(at, 1);
      return true;
    }
    if (at >= 0 && this.#traits.refusesDuplicates) return false;
    this.store.push({ text: stored, by: 'run' });
    return true;
  }
}
