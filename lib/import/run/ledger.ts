import type { Given } from './given.ts';
import { asked } from './page.ts';
import type { SettledRow } from './read-back.ts';
import { reasons } from './reasons.ts';
import type { Answer, PauseReason, RunRow } from './types.ts';

/**
 * What became of rows, on its way into the journal. A row shows its outcome only once it is written down: until then it
 * stays `trying`, here as in the journal, and whatever interrupts the run leaves it to the list.
 */
export class Ledger {
  readonly #given: Given;
  #kept: SettledRow[] = [];

  constructor(given: Given) {
    this.#given = given;
  }

  /** Keeps an outcome until the next row is tried: one message for both spares the page a wait in each row. */
  keep(settled: SettledRow): void {
    this.#kept.push(settled);
  }

  /** Forgets what was kept, before a run goes on: the list is read first, and settles those rows. */
  forget(): void {
    this.#kept = [];
  }

  /** Writes down that a row is about to be acted on, and with it what was kept. */
  async trying(row: RunRow): Promise<Answer<{ go: boolean; state: string }>> {
    const kept = this.#kept;
    const answer = await asked(() => this.#given.ports.journal.trying(row.index, kept.map(stepOf)));
    row.at = this.#now();
    if (answer.ok) this.#written(kept);
    return answer;
  }

  /** Writes down that a row was not tried after all, though it was to be. */
  async untried(row: RunRow): Promise<PauseReason | undefined> {
    const answer = await asked(() => this.#given.ports.journal.untried(row.index));
    return answer.ok ? undefined : this.lost(answer);
  }

  /** Writes down what became of rows and what was kept, then shows it. */
  async settle(settled: readonly SettledRow[]): Promise<PauseReason | undefined> {
    const all = [...this.#kept, ...settled];
    if (all.length === 0 || this.#stopped) return undefined;
    if (this.#given.page.leaseLost) return reasons.leaseLost;
    const answer = await asked(() => this.#given.ports.journal.settled(all.map(stepOf)));
    if (this.#stopped) return undefined;
    // The rows stay as they were: `trying` ones are settled by the list when the run goes on.
    if (!answer.ok) return this.lost(answer);
    this.#written(all);
    return undefined;
  }

  /** Why the run can't go on after the journal refused. */
  lost({ code, message }: PauseReason): PauseReason {
    if (code === 'lease-lost') this.#given.page.leaseLost = true;
    return { code, message };
  }

  #written(settled: readonly SettledRow[]): void {
    if (this.#stopped) return;
    this.#kept = this.#kept.filter((one) => !settled.includes(one));
    for (const { row, settlement } of settled) {
      row.state = settlement.state;
      row.at = settlement.state === 'unknown' && row.at !== undefined ? row.at : this.#now();
      delete row.words;
      if (settlement.words !== undefined) row.words = settlement.words;
      if (settlement.stored !== undefined) row.stored = settlement.stored;
      this.#given.changed(row);
    }
  }

  #now(): number {
    return this.#given.ports.clock.now();
  }

  get #stopped(): boolean {
    return this.#given.asked().stopped.aborted;
  }
}

function stepOf({ row, settlement: { state, words } }: SettledRow) {
  return { index: row.index, state, ...(words === undefined ? {} : { words }) };
}
