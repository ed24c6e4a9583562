import type { AddOutcome, RemoveOutcome } from '../../console/types.ts';
import { guarded } from './guard.ts';
import { ListIndex } from './list-index.ts';
import type { Permit } from './permit.ts';
import { reasons } from './reasons.ts';
import type { Answer, PauseReason, RunOptions, RunPorts, RunRow } from './types.ts';

/** What came of acting on a row. `silent` = the page gave no answer within the limit. */
export type Said = AddOutcome | RemoveOutcome | { kind: 'silent' };

/**
 * The console's page as a run uses it: each act has a limit and keeps the lease alive, whatever the page throws
 * is a doubt, and the last list that was read to its end is at hand.
 */
export class RunPage {
  /** The list as it was last read, with what was seen in it since. */
  list: ListIndex | undefined;
  /** The page may not have fetched that list since something went wrong: an absence in it proves nothing. */
  stale = false;
  /** Another tab has taken the lease: nothing more may be done or written. */
  leaseLost = false;
  readonly #ports: RunPorts;
  readonly #options: Required<RunOptions>;
  readonly #stopped: AbortSignal;

  constructor(ports: RunPorts, options: Required<RunOptions>, stopped: AbortSignal) {
    this.#ports = ports;
    this.#options = options;
    this.#stopped = stopped;
  }

  /** Does with the entry what the row asks for; `entry` is its text as the list shows it. */
  async act(row: Readonly<RunRow>, entry: string, permit: Permit): Promise<Said> {
    const { driver } = this.#ports;
    const done = await this.#guard<Said>(
      (signal) =>
        row.action === 'add'
          ? driver.add(row.pattern, signal, () => permit.ask())
          : driver.remove(entry, signal),
      this.#options.actLimit,
    );
    // Whoever was given up and still goes on must not submit any more.
    permit.withdraw();
    if (done.kind === 'silent') return { kind: 'silent' };
    return done.kind === 'value' ? done.value : { kind: 'unknown', reason: done.message, unanswered: true };
  }

  /**
   * Reads the whole list; what can't be read to its end is no list at all.
   *
   * @param anew the page has to fetch it first: what stands on it may be older than what is asked for
   */
  async read(anew = false): Promise<PauseReason | undefined> {
    const read = await this.#guard(
      (signal) => this.#ports.driver.readList(signal, { anew }),
      this.#options.readLimit,
    );
    if (this.#stopped.aborted) return undefined;
    if (this.leaseLost) return reasons.leaseLost;
    if (read.kind !== 'value' || !read.value.complete) return reasons.listIncomplete;
    this.list = new ListIndex(read.value.entries);
    this.stale = read.value.mayBeStale === true;
    return undefined;
  }

  /** Whether a glance at the list on screen shows the entry; false also when that can't be said. */
  async isShown(pattern: string): Promise<boolean> {
    const { driver } = this.#ports;
    if (!driver.isShown) return false;
    const shown = await this.#guard(async (signal) => await driver.isShown?.(pattern, signal), 5_000);
    return shown.kind === 'value' && shown.value === true;
  }

  /** Renews the lease. A background that doesn't answer just now proves nothing: "trying" asks for the lease again. */
  async beat(): Promise<void> {
    const answer = await asked(() => this.#ports.lease.renew());
    if (answer.ok && !answer.value.held) this.leaseLost = true;
  }

  async #guard<T>(act: (signal: AbortSignal) => Promise<T>, limit: number) {
    return await guarded(act, limit, this.#ports.clock, this.#stopped, () => void this.beat());
  }
}

/** Asks a port. One that throws has not done what it was asked for as far as anybody knows. */
export async function asked<T>(ask: () => Promise<Answer<T>>): Promise<Answer<T>> {
  try {
    return await ask();
  } catch {
    return { ok: false, ...reasons.journalFailed };
  }
}
