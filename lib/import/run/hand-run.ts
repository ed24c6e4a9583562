import type { JournalledRow } from './index.ts';
import { asked } from './page.ts';
import { reasons } from './reasons.ts';
import type { PauseReason, Run, RunClock, RunJournal, RunLease, RunPhase, RunRow, RunView } from './types.ts';

/** What the admin says of the entry that is next. */
export type HandAnswer = 'added' | 'refused' | 'left-out';

/** What an import by hand needs of the world: no page, since it reads and drives none. */
export interface HandPorts {
  journal: RunJournal;
  lease: RunLease;
  clock: RunClock;
  onChange?: (run: RunView) => void;
}

/** An import that the admin does by hand, entry by entry. */
export interface HandRun extends Run {
  readonly byHand: true;
  /** Settles the entry that is next. Nothing happens while none is asked for. */
  answer(answer: HandAnswer): void;
}

/** How often the lease is renewed while the admin is at work; a third of the time that it holds. */
const BEAT = 5_000;

const STATES = { added: 'added', refused: 'failed', 'left-out': 'skipped' } as const;

/**
 * One entry at a time: shown, done by the admin, ticked off, journalled. What is written down is their word and was not
 * read from the page. An entry that was not ticked off is shown again after whatever came between.
 *
 *   idle or paused ── start ──▶ running ── the last is ticked off ──▶ done
 *     ▲                           │  └── cancel ──▶ cancelled
 *     └── pause, lease or journal lost ┘      any ── stop ──▶ stopped
 */
export function createHandRun(
  ports: HandPorts,
  given: readonly JournalledRow[],
  { begun: hasBegun = false } = {},
): HandRun {
  const { journal, lease, clock } = ports;
  const rows = given.map(
    ({ index, pattern, state, at }): RunRow => ({
      ...{ index, pattern, action: 'add' },
      state: state === undefined || state === 'trying' ? 'open' : state,
      ...(at === undefined ? {} : { at }),
    }),
  );
  const stopped = new AbortController();
  let begun = hasBegun;
  let phase: RunPhase = 'idle';
  let reason: PauseReason | undefined;
  let working: Promise<RunPhase> | undefined;
  let hear: ((said: HandAnswer | 'pause' | 'cancel') => void) | undefined;

  const move = (to: RunPhase) => {
    if (phase !== 'stopped') phase = to;
    ports.onChange?.(run);
  };

  /** Waits for the admin's word and keeps the lease meanwhile. */
  const listen = async (): Promise<HandAnswer | 'pause' | 'cancel' | PauseReason> => {
    const heard = new Promise<HandAnswer | 'pause' | 'cancel'>((resolve) => {
      hear = resolve;
    });
    try {
      for (;;) {
        const tick = new AbortController();
        const either = AbortSignal.any([tick.signal, stopped.signal]);
        const said = await Promise.race([heard, clock.wait(BEAT, either).then(() => undefined)]);
        tick.abort();
        if (said !== undefined || stopped.signal.aborted) return said ?? 'pause';
        const renewed = await asked(() => lease.renew());
        if (renewed.ok && !renewed.value.held) return reasons.leaseLost;
      }
    } finally {
      hear = undefined;
    }
  };

  const keep = async (row: RunRow, answer: HandAnswer): Promise<PauseReason | undefined> => {
    const permit = await asked(() => journal.trying(row.index));
    if (!permit.ok) return permit;
    const state = STATES[answer];
    const kept = await asked(() => journal.settled([{ index: row.index, state }]));
    if (!kept.ok) return kept;
    row.state = state;
    row.at = clock.now();
    return undefined;
  };

  const end = async (state: 'done' | 'cancelled'): Promise<PauseReason | undefined> => {
    const ended = await asked(() => journal.finish(state));
    if (!ended.ok) return ended;
    move(state);
    return undefined;
  };

  const work = async (): Promise<PauseReason | undefined> => {
    const held = await asked(() => lease.acquire());
    if (!held.ok) return held;
    if (!held.value.held) return reasons.leaseHeld;
    const opened = await asked(() => (begun ? journal.resume() : journal.begin()));
    if (!opened.ok) return opened;
    begun = true;
    for (let row = rows.find(({ state }) => state === 'open'); row; ) {
      row.state = 'trying';
      move('running');
      const said = await listen();
      row.state = 'open';
      if (stopped.signal.aborted) return undefined;
      if (typeof said === 'object') return said;
      if (said === 'pause') return reasons.byAdmin;
      if (said === 'cancel') return await end('cancelled');
      const halt = await keep(row, said);
      if (halt) return halt;
      row = rows.find(({ state }) => state === 'open');
    }
    return await end('done');
  };

  const go = async (): Promise<RunPhase> => {
    reason = undefined;
    move('starting');
    const halt = await work();
    if (stopped.signal.aborted) return phase;
    if (halt) {
      const elsewhere = halt.code === 'lease-lost' || halt.code === 'lease-held';
      if (begun && !elsewhere) await asked(() => journal.pause(halt));
      reason = halt;
      move('paused');
    }
    if (halt?.code !== 'lease-lost') await lease.release().catch(() => undefined);
    return phase;
  };

  const run: HandRun = {
    byHand: true,
    rows,
    stopping: false,
    get phase() {
      return phase;
    },
    get reason() {
      return reason;
    },
    start() {
      if (phase === 'done' || phase === 'cancelled' || phase === 'stopped') return Promise.resolve(phase);
      working ??= go().finally(() => {
        working = undefined;
      });
      return working;
    },
    answer: (answer) => hear?.(answer),
    pause: () => hear?.('pause'),
    async cancel() {
      if (working) {
        hear?.('cancel');
        return await working;
      }
      if (phase !== 'paused' && phase !== 'idle') return phase;
      const halt = begun ? await end('cancelled') : undefined;
      if (!begun) move('cancelled');
      reason = halt;
      return phase;
    },
    stop() {
      if (phase === 'done' || phase === 'cancelled') return;
      stopped.abort();
      move('stopped');
    },
  };
  return run;
}
