import { asked, RunPage } from './page.ts';
import { reasons } from './reasons.ts';
import type { PauseReason, Run, RunOptions, RunPhase, RunPorts, RunRow } from './types.ts';
import { RunWork } from './work.ts';

/*
 * The run of an import, an undo or a re-add. It knows neither page nor storage, only ports.
 *
 *            start                list read                 no open row left
 *   idle ───────────▶ starting ─────────────▶ running ───────────────────────▶ settling ──────▶ done
 *                       ▲  │                   │   ▲                            │    │
 *                 start │  │ another tab,      │   └── a row in doubt proved ───┘    │
 *                       │  │ list unread       │       not to be there: once more    │
 *                       │  ▼                   ▼                                     │
 *                      paused ◀── asked, three failures in a row, page silent, ──────┘
 *                       │         list unread, journal failed, lease lost
 *                       └── cancel ──▶ the row at hand is finished and read back ──▶ cancelled
 *   any ── stop ──▶ stopped: nothing more is done or written; the journal has the rest
 *
 * A row:
 *   open ── journal "trying" ──▶ trying ── the page acts ── the list is read ──▶ added | removed | failed
 *    │                             │                                  └── not to be told yet ──▶ unknown
 *    └── stands as wanted ──▶ skipped
 *   trying (found in a journal) and unknown are held against the list on each start and at the end, after a
 *   quiet time in which what was on its way would have arrived. Only then is a row that was interrupted tried again.
 */

export class ListRun implements Run {
  phase: RunPhase = 'idle';
  reason: PauseReason | undefined;
  readonly rows: RunRow[];
  readonly #ports: RunPorts;
  readonly #page: RunPage;
  readonly #work: RunWork;
  readonly #stopped = new AbortController();
  #begun: boolean;
  #wish: 'pause' | 'cancel' | undefined;
  /** Cancelled while it stood still: then even an entry that was not added again doesn't hold it up. */
  #force = false;
  /** Ends a quiet time early when something is asked for. */
  #wished = new AbortController();
  #working: Promise<RunPhase> | undefined;

  constructor(ports: RunPorts, rows: readonly RunRow[], options: RunOptions = {}) {
    const all = { begun: false, readBackEvery: 1, actLimit: 60_000, readLimit: 180_000, ...options };
    this.#ports = ports;
    this.#begun = all.begun;
    this.rows = rows.map((row) => ({ ...row }));
    this.#page = new RunPage(ports, all, this.#stopped.signal);
    this.#work = new RunWork({
      ...{ ports, rows: this.rows, page: this.#page, readBackEvery: all.readBackEvery },
      asked: () => ({
        wish: this.#wish,
        force: this.#force,
        wished: this.#wished.signal,
        stopped: this.#stopped.signal,
      }),
      move: (phase) => this.#move(phase),
      changed: (row) => this.#changed(row),
    });
  }

  get stopping(): boolean {
    return this.#wish !== undefined && this.#working !== undefined;
  }

  start(): Promise<RunPhase> {
    return this.#begin(undefined);
  }

  pause(): void {
    this.#ask('pause');
  }

  cancel(): Promise<RunPhase> {
    this.#ask('cancel');
    return this.#working ?? this.#begin('cancel');
  }

  stop(): void {
    if (this.phase === 'done' || this.phase === 'cancelled') return;
    this.#stopped.abort();
    this.#wished.abort();
    this.#move('stopped');
  }

  #ask(wish: 'pause' | 'cancel'): void {
    if (!this.#working || this.#wish === 'cancel') return;
    this.#wish = wish;
    this.#wished.abort();
    this.#changed();
  }

  #begin(wish: 'cancel' | undefined): Promise<RunPhase> {
    if (this.#working) return this.#working;
    if (this.phase === 'done' || this.phase === 'cancelled' || this.phase === 'stopped')
      return Promise.resolve(this.phase);
    this.#wish = wish;
    this.#force = wish === 'cancel';
    this.#wished = new AbortController();
    this.#page.leaseLost = false;
    this.#work.reset();
    this.#working = this.#go().finally(() => {
      this.#working = undefined;
    });
    return this.#working;
  }

  async #go(): Promise<RunPhase> {
    this.reason = undefined;
    this.#move('starting');
    let halt: PauseReason | undefined;
    try {
      halt = (await this.#open()) ?? (await this.#workOrCancel());
    } catch {
      // Ports answer with values; whatever is thrown here is a defect, and the journal has all that was done.
      halt = reasons.unexpected;
    }
    if (this.#stopped.signal.aborted) return this.phase;
    if (halt) {
      const elsewhere = halt.code === 'lease-lost' || halt.code === 'lease-held';
      // Another tab may be running it: then the journal is its, not ours.
      if (this.#begun && !elsewhere) await asked(() => this.#ports.journal.pause(halt));
      this.reason = halt;
      this.#move('paused');
    }
    if (!this.#page.leaseLost) await this.#ports.lease.release().catch(() => undefined);
    return this.phase;
  }

  /** Takes the lease and opens the journal. */
  async #open(): Promise<PauseReason | undefined> {
    const lease = await asked(() => this.#ports.lease.acquire());
    if (!lease.ok) return lease;
    if (!lease.value.held) return reasons.leaseHeld;
    if (!this.#begun && this.#wish === 'cancel') return undefined;
    const answer = await asked(() =>
      this.#begun ? this.#ports.journal.resume() : this.#ports.journal.begin(),
    );
    if (!answer.ok) return answer;
    this.#begun = true;
    return undefined;
  }

  async #workOrCancel(): Promise<PauseReason | undefined> {
    if (this.#begun) return await this.#work.run();
    // Cancelled before anything was written down.
    this.#move('cancelled');
    return undefined;
  }

  #move(phase: RunPhase): void {
    if (this.phase === 'stopped') return;
    this.phase = phase;
    this.#changed();
  }

  #changed(row?: RunRow): void {
    this.#ports.onChange?.(this, row);
  }
}
