import type { AddOutcome, ListReading, Permission, RemoveOutcome } from '../../console/types.ts';

/** What is to be done with an entry. */
export type RunAction = 'add' | 'remove';

/** `open`: not tried · `trying`: journalled, perhaps done · the others: settled, `unknown` until the list tells. */
export type RowState = 'open' | 'trying' | 'added' | 'removed' | 'failed' | 'unknown' | 'skipped';
export type SettledState = Exclude<RowState, 'open' | 'trying'>;

/** One entry of a run. */
export interface RunRow {
  /** Its number in the journal; for an import its index in the plan. */
  readonly index: number;
  readonly action: RunAction;
  /** The entry as it is to be typed, or as it stands in the list. */
  readonly pattern: string;
  state: RowState;
  /** The page's words, or our sentence. */
  words?: string;
  /** When it was last tried or settled, in milliseconds since 1970. */
  at?: number;
  /** How the list shows it, where that differs from `pattern`. */
  stored?: string;
  /** The row whose removal must come first (re-add); without it this row is left out. */
  readonly after?: number;
}

/** Why a run stands still. */
export interface PauseReason {
  code: string;
  /** What happened, what it means, what to do. */
  message: string;
}

/**
 * Where a run is. `paused` goes on with `start`; `done` and `cancelled` are its ends; `stopped` = cut off on the
 * spot (the page goes away), to be taken up from the journal.
 */
export type RunPhase =
  | 'idle'
  | 'starting'
  | 'running'
  | 'settling'
  | 'paused'
  | 'done'
  | 'cancelled'
  | 'stopped';

/** An answer of a port: a value, or a code and a sentence. A port may also reject; that is taken for a failure. */
export type Answer<T> = { ok: true; value: T } | { ok: false; code: string; message: string };

/** The page: what adds, removes and reads. */
export interface RunDriver {
  readList(signal: AbortSignal, options?: { anew?: boolean }): Promise<ListReading>;
  add(pattern: string, signal: AbortSignal, permit: Permission): Promise<AddOutcome>;
  remove(pattern: string, signal: AbortSignal): Promise<RemoveOutcome>;
  /**
   * A glance at the part of the list that is on screen: true when the entry stands there exactly, false or
   * undefined when that can't be said. Spares a whole reading after each row; may be absent.
   */
  isShown?(pattern: string, signal: AbortSignal): Promise<boolean | undefined>;
}

/** What became of a row, as it is written down. */
export interface SettledStep {
  index: number;
  state: SettledState;
  words?: string;
}

/** What is written down before and after each act. */
export interface RunJournal {
  /** All rows, before the first is tried. */
  begin(): Promise<Answer<unknown>>;
  /**
   * Before an entry is submitted or deleted. `go: false` when the journal knows that the row is done.
   *
   * @param settled what became of rows before it, written down in the same step: all of it, or nothing
   */
  trying(index: number, settled?: readonly SettledStep[]): Promise<Answer<{ go: boolean; state: string }>>;
  /** Takes back that a row was about to be tried: nothing was submitted. */
  untried(index: number): Promise<Answer<unknown>>;
  settled(rows: readonly SettledStep[]): Promise<Answer<unknown>>;
  pause(reason: PauseReason): Promise<Answer<unknown>>;
  resume(): Promise<Answer<unknown>>;
  finish(state: 'done' | 'cancelled'): Promise<Answer<unknown>>;
}

/** One run per organization at a time, in all tabs. */
export interface RunLease {
  acquire(): Promise<Answer<{ held: boolean }>>;
  renew(): Promise<Answer<{ held: boolean }>>;
  release(): Promise<unknown>;
}

export interface RunClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when the signal is aborted; never rejects. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export interface RunPorts {
  driver: RunDriver;
  journal: RunJournal;
  lease: RunLease;
  clock: RunClock;
  /** Called after every change, with the row that changed where it was a row. */
  onChange?: (run: RunView, row?: Readonly<RunRow>) => void;
}

/** What can be seen of a run from outside. */
export interface RunView {
  readonly phase: RunPhase;
  /** Set while `paused`. */
  readonly reason: PauseReason | undefined;
  readonly rows: readonly Readonly<RunRow>[];
  /** A pause or a cancellation waits for the row at hand. */
  readonly stopping: boolean;
  /** Done by the admin: its outcomes are their word, and were not read from the page. */
  readonly byHand?: true;
}

export interface RunOptions {
  /** The journal has this run already (it is taken up again after an interruption). */
  begun?: boolean;
  /**
   * After how many rows the whole list is read back when a glance doesn't settle them; 1 by default. Rows in
   * between stay `trying`, which a resumed run settles all the same.
   */
  readBackEvery?: number;
  /** Milliseconds for one act of the page; 60,000 by default. What takes longer is `unknown`. */
  actLimit?: number;
  /** Milliseconds for one reading of the whole list; 180,000 by default. */
  readLimit?: number;
}

/** A run, driven from outside. */
export interface Run extends RunView {
  /** Starts or goes on. Resolves when the run is paused, done, cancelled or stopped; never rejects. */
  start(): Promise<RunPhase>;
  /** Asks for a pause after the row at hand. */
  pause(): void;
  /** Finishes the row at hand, reads back, ends. Resolves like `start`. */
  cancel(): Promise<RunPhase>;
  /** Cuts off on the spot: nothing more is done or written. For a page that goes away. */
  stop(): void;
}
