import type { Given } from './given.ts';
import { Ledger } from './ledger.ts';
import { asked } from './page.ts';
import { Permit } from './permit.ts';
import {
  type Pending,
  type SettledRow,
  settleDoubtful,
  settlePending,
  stands,
  vanished,
} from './read-back.ts';
import { readdMissing, reasons, rowWords, threeFailures } from './reasons.ts';
import { doubtful, isEntryAtRisk, nextOpen, prerequisite } from './rows.ts';
import type { PauseReason, RunRow } from './types.ts';
import { untilSure, type Waiting } from './until-sure.ts';

const FAILURES_IN_A_ROW = 3;

/** Why the work can't go on; undefined = it can. */
type Halt = PauseReason | undefined;

/** The work of a run on its rows, from reading the list to the last settled row; `run.ts` draws its states. */
export class RunWork {
  readonly #given: Given;
  readonly #ledger: Ledger;
  #pending: Pending[] = [];
  #failures = 0;
  /** Rows for which nothing came back: what was sent may still arrive. */
  readonly #unanswered = new Set<RunRow>();

  constructor(given: Given) {
    this.#given = given;
    this.#ledger = new Ledger(given);
  }

  /** Makes ready for going on after a pause. */
  reset(): void {
    this.#failures = 0;
    this.#ledger.forget();
    // Rows that were never read back: the list settles them, the page's words are kept for those it doesn't show.
    for (const { row, refused, doubt } of this.#pending) {
      const words = refused ?? doubt;
      if (words !== undefined) row.words ??= words;
    }
    this.#pending = [];
  }

  /** Works until the rows are settled and the journal is closed, or something is in the way. */
  async run(): Promise<Halt> {
    const halt = await this.#given.page.read();
    if (halt && !this.#given.asked().force) return halt;
    // Of what a journal leaves in doubt nobody knows whether it was answered.
    for (const row of doubtful(this.#given.rows)) this.#unanswered.add(row);
    for (const row of this.#given.rows) {
      // An entry that was deleted to be added again is tried again, whatever came of the first time.
      if (
        row.state === 'failed' &&
        row.after !== undefined &&
        isEntryAtRisk(this.#given.rows) &&
        !this.#given.asked().force
      )
        row.state = 'open';
    }
    if (!halt) {
      const journal = await this.#settleDoubtful(false);
      if (journal) return journal;
    }
    this.#given.move('running');
    return await this.#round();
  }

  /** Tries all open rows, then settles; once more when a row in doubt turns out not to be there. */
  async #round(): Promise<Halt> {
    const retried = new Set<RunRow>();
    for (;;) {
      for (let row = nextOpen(this.#given.rows); row; row = nextOpen(this.#given.rows)) {
        if (this.#halted()) return await this.#endEarly();
        const halt = await this.#step(row);
        if (halt) return await this.#halt(halt);
      }
      const halt = await this.#flush();
      if (halt) return await this.#halt(halt);
      if (this.#halted()) return await this.#endEarly();
      this.#given.move('settling');
      const unsettled = await untilSure(doubtful(this.#given.rows), this.#waiting());
      if (unsettled) return await this.#halt(unsettled);
      if (this.#halted()) return await this.#endEarly();
      if (this.#given.page.stale)
        return (await this.#leaveInDoubt()) ?? this.#atRisk() ?? (await this.#end('done'));
      const again = doubtful(this.#given.rows).filter((row) => row.state === 'trying' && !retried.has(row));
      const settled = await this.#settleDoubtful(true, new Set(again));
      if (settled) return settled;
      for (const row of again) {
        if (row.state !== 'trying') continue;
        retried.add(row);
        row.state = 'open';
      }
      if (nextOpen(this.#given.rows)) {
        this.#given.move('running');
        continue;
      }
      return (await this.#ledger.settle(await this.#otherwise())) ?? (await this.#end('done'));
    }
  }

  /**
   * Rows that were added and are gone again, and rows that were refused and are there after all, since somebody else was
   * quicker; said only of a list that was fetched for it.
   */
  async #otherwise(): Promise<SettledRow[]> {
    const { page, rows } = this.#given;
    const refused = rows.some(({ state, action }) => state === 'failed' && action === 'add');
    const gone = () => (page.list ? vanished(rows, page.list) : []);
    if (!refused && gone().length === 0) return [];
    if ((await page.read(true)) || page.stale || !page.list) return [];
    return [...gone(), ...settleDoubtful(rows, page.list, true)];
  }

  /** Something is in the way: whoever asked to cancel gets the end all the same, unless the run isn't ours to end. */
  async #halt(reason: PauseReason): Promise<Halt> {
    const ours = reason.code !== 'lease-lost' && reason.code !== 'journal-failed';
    return this.#given.asked().wish === 'cancel' && this.#halted() && ours ? await this.#endEarly() : reason;
  }

  #halted(): boolean {
    if (this.#stopped) return true;
    // Between deleting an entry and adding it again nobody may stop.
    return (
      this.#given.asked().wish !== undefined &&
      (this.#given.asked().force || !isEntryAtRisk(this.#given.rows))
    );
  }

  async #step(row: RunRow): Promise<Halt> {
    const first = prerequisite(this.#given.rows, row);
    if (first && first.state !== 'removed' && first.state !== 'skipped')
      return await this.#skipAfter(first, row);
    if (this.#given.page.leaseLost) return reasons.leaseLost;
    const glance = row.action === 'add' && (await this.#given.page.isShown(row.pattern));
    const found = this.#given.page.list?.find(row.stored ?? row.pattern);
    const stands = row.action === 'add' ? found !== undefined || glance : found === undefined;
    if (stands) {
      const words = row.action === 'add' ? rowWords.present : rowWords.absent;
      return await this.#ledger.settle([{ row, settlement: { state: 'skipped', words } }]);
    }
    const permit = new Permit(() => this.#ledger.trying(row), this.#given.ports.clock);
    // Asked at once for a removal; for an addition only once the page's form is open.
    if (row.action === 'remove') await permit.ask();
    if (this.#stopped) return undefined;
    if (row.action === 'remove' && !permit.given) return this.#withheld(row, permit);
    row.state = 'trying';
    row.at = this.#now();
    this.#given.changed(row);
    return await this.#act(row, found?.entry ?? row.pattern, permit);
  }

  /** The journal doesn't let the row be tried: it is done, or the run isn't this tab's any more. */
  #withheld(row: RunRow, { answer }: Permit): Halt {
    const done = answer?.ok && !answer.value.go ? answer.value.state : undefined;
    row.state = done === undefined ? 'open' : done === 'removed' ? 'removed' : 'added';
    this.#given.changed(row);
    return answer && !answer.ok ? this.#ledger.lost(answer) : undefined;
  }

  async #act(row: RunRow, entry: string, permit: Permit): Promise<Halt> {
    const said = await this.#given.page.act(row, entry, permit);
    if (this.#stopped) return undefined;
    if (permit.answer && !permit.given) {
      const halt = this.#withheld(row, permit);
      await this.#flush();
      return halt;
    }
    if (this.#given.page.leaseLost) return reasons.leaseLost;
    if (said.kind === 'silent' && permit.given) return await this.#silent(row);
    if (said.kind === 'silent' || said.kind === 'not-possible' || said.kind === 'withheld') {
      // Nothing was submitted: the row is open again, in the journal too.
      row.state = 'open';
      this.#given.changed(row);
      const lost = permit.given ? await this.#ledger.untried(row) : undefined;
      await this.#flush();
      if (lost) return lost;
      return said.kind === 'not-possible' ? { code: said.code, message: said.reason } : reasons.pageSilent;
    }
    if (said.kind === 'unknown' && said.unanswered) this.#unanswered.add(row);
    const plain = said.kind === 'added' || said.kind === 'removed';
    if (plain && row.action === 'add' && (await this.#given.page.isShown(row.pattern))) {
      this.#given.page.list = this.#given.page.list?.with(row.pattern);
      this.#failures = 0;
      this.#ledger.keep({ row, settlement: { state: 'added' } });
      return undefined;
    }
    this.#pending.push({
      row,
      ...(said.kind === 'refused' ? { refused: said.words, doubtful: said.doubtful === true } : {}),
      ...(said.kind === 'unknown' ? { doubt: said.reason } : {}),
    });
    return plain && this.#pending.length < this.#given.readBackEvery ? undefined : await this.#flush();
  }

  /** The page didn't answer at all: the row is left to the list, and nothing else is begun before somebody looks. */
  async #silent(row: RunRow): Promise<Halt> {
    this.#unanswered.add(row);
    const settlement = { state: 'unknown' as const, words: rowWords.silent };
    const flushed = await this.#flush();
    return (await this.#ledger.settle([{ row, settlement }])) ?? flushed ?? reasons.pageSilent;
  }

  /** Writes down what is known, reads the list back and settles what waits for it. */
  async #flush(): Promise<Halt> {
    if (this.#pending.length === 0) return await this.#ledger.settle([]);
    const before = this.#given.page.list;
    let halt = await this.#given.page.read();
    const missing = () =>
      this.#pending.some(
        ({ row, refused }) =>
          refused === undefined && this.#given.page.list && !stands(row, this.#given.page.list),
      );
    // A list may show an entry a little late, and a fetch that failed leaves the one of before: looks are cheaper than
    // a doubt, the first at what is shown.
    if (!halt && missing()) halt = await this.#given.page.read();
    if (!halt && missing()) halt = await this.#given.page.read(true);
    if (halt || !this.#given.page.list || this.#stopped) return halt;
    const settled = settlePending(this.#pending, this.#given.page.list, before, this.#given.page.stale);
    this.#pending = [];
    return (await this.#ledger.settle(settled)) ?? this.#countFailures(settled);
  }

  #countFailures(settled: readonly SettledRow[]): Halt {
    for (const { row, settlement } of settled) {
      if (settlement.state === 'failed' && row.after !== undefined) return readdMissing(row.pattern);
      if (settlement.state !== 'failed' && settlement.state !== 'unknown') this.#failures = 0;
      else if (++this.#failures >= FAILURES_IN_A_ROW && nextOpen(this.#given.rows)) {
        return threeFailures(settlement.words ?? '');
      }
    }
    return undefined;
  }

  /** Holds rows in doubt against the list that was just read. */
  async #settleDoubtful(final: boolean, except?: ReadonlySet<RunRow>): Promise<Halt> {
    const { list } = this.#given.page;
    if (!list || this.#stopped) return undefined;
    const settled = settleDoubtful(this.#given.rows, list, final, except);
    const lost = settled.find(
      ({ row, settlement }) => settlement.state === 'failed' && row.after !== undefined,
    );
    return (await this.#ledger.settle(settled)) ?? (lost && readdMissing(lost.row.pattern));
  }

  /** The entry that should be gone first is not: either that can't be told yet, or it stays. */
  async #skipAfter(first: RunRow, row: RunRow): Promise<Halt> {
    if (first.state === 'unknown' || first.state === 'trying') {
      const again = first.state === 'trying' ? new Set([first]) : undefined;
      const halt = (await untilSure([first], this.#waiting())) ?? (await this.#settleDoubtful(true, again));
      // Interrupted before, and still there: it is tried again first.
      if (!halt && again && doubtful([first]).length > 0) first.state = 'open';
      return halt;
    }
    return await this.#ledger.settle([{ row, settlement: { state: 'skipped', words: rowWords.notRemoved } }]);
  }

  /** A pause or a cancellation was asked for: what was done is read back first. */
  async #endEarly(): Promise<Halt> {
    if (this.#stopped) return undefined;
    const halt = await this.#flush();
    if (this.#stopped) return undefined;
    if (this.#given.asked().wish === 'pause') return halt ?? reasons.byAdmin;
    if (halt && (halt.code === 'lease-lost' || halt.code === 'journal-failed')) return halt;
    if (this.#given.rows.some(({ state }) => state !== 'open') && !(await this.#given.page.read())) {
      const journal = await this.#settleDoubtful(false);
      if (journal) return journal;
    }
    return (await this.#leaveInDoubt()) ?? (await this.#end('cancelled'));
  }

  /** An entry was deleted and is not known to be back: the run must not end so. */
  #atRisk(): Halt {
    const lost = this.#given.rows.find((row) => row.after !== undefined && row.state !== 'added');
    return lost && isEntryAtRisk(this.#given.rows) ? readdMissing(lost.pattern) : undefined;
  }

  /** What the list shows is settled; the rest stays unknown, since nobody can tell without a reload or more time. */
  async #leaveInDoubt(): Promise<Halt> {
    const halt = await this.#settleDoubtful(false);
    if (halt) return halt;
    const left = doubtful(this.#given.rows).map((row) => ({
      row,
      settlement: {
        state: 'unknown' as const,
        words: row.words ?? (this.#given.page.stale ? rowWords.listMayBeStale : rowWords.mayStillCome),
      },
    }));
    return await this.#ledger.settle(left);
  }

  async #end(state: 'done' | 'cancelled'): Promise<Halt> {
    if (this.#stopped) return undefined;
    const answer = await asked(() => this.#given.ports.journal.finish(state));
    if (!answer.ok) return this.#ledger.lost(answer);
    this.#given.move(state);
    return undefined;
  }

  #waiting(): Waiting {
    return {
      ...{ clock: this.#given.ports.clock, page: this.#given.page, unanswered: this.#unanswered },
      over: () => this.#stopped || this.#halted(),
      wake: () =>
        isEntryAtRisk(this.#given.rows) ? this.#given.asked().stopped : this.#given.asked().wished,
      settle: () => this.#settleDoubtful(false),
    };
  }

  #now(): number {
    return this.#given.ports.clock.now();
  }

  get #stopped(): boolean {
    return this.#given.asked().stopped.aborted;
  }
}
