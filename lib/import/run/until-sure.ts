import type { RunPage } from './page.ts';
import { reasons } from './reasons.ts';
import { doubtful } from './rows.ts';
import type { PauseReason, RunClock, RunRow } from './types.ts';

/** How long an act usually takes to arrive at the console's store, also when nobody answered for it; milliseconds. */
const QUIET_TIME = 10_000;
/**
 * After this no server holds a request any more: the proxies in front of one give up after 30 to 60 s. Before it, what is
 * not in the list is neither called failed nor tried again.
 */
const SURELY_OVER = 60_000;

type Halt = PauseReason | undefined;

/** What waiting needs of the run's work. */
export interface Waiting {
  clock: RunClock;
  page: RunPage;
  /** Rows for which nothing came back: what was sent may still arrive. */
  unanswered: ReadonlySet<RunRow>;
  /** Whether somebody asked for a pause or the end. */
  over(): boolean;
  /** Ends a wait early. */
  wake(): AbortSignal;
  /** Settles what the list that was just read shows. */
  settle(): Promise<Halt>;
}

/**
 * Waits and has the list fetched anew until it has shown the rows, or until nothing that was sent for them can still
 * arrive. What was answered needs no more than the usual time.
 */
export async function untilSure(rows: readonly RunRow[], waiting: Waiting): Promise<Halt> {
  const { page } = waiting;
  const pending = () => doubtful(rows).filter((row) => waiting.unanswered.has(row));
  const halt =
    (await quiet(doubtful(rows), QUIET_TIME, waiting)) ?? (await page.read(doubtful(rows).length > 0));
  if (halt || waiting.over() || page.stale || pending().length === 0) return halt;
  const settled = await waiting.settle();
  if (settled || pending().length === 0) return settled;
  return (await quiet(pending(), SURELY_OVER, waiting)) ?? (await page.read(true));
}

/** Waits until so much time has passed since the rows were tried; shorter when something is asked for. */
async function quiet(rows: readonly RunRow[], time: number, waiting: Waiting): Promise<Halt> {
  const { clock, page } = waiting;
  const start = clock.now();
  // A clock that was set back must not make this endless.
  const end = Math.min(start, Math.max(...rows.map(({ at }) => at ?? start))) + time;
  while (rows.length > 0) {
    const left = end - clock.now();
    if (left <= 0 || waiting.over()) return undefined;
    await clock.wait(Math.min(left, 4_000), waiting.wake());
    await page.beat();
    if (page.leaseLost) return reasons.leaseLost;
  }
  return undefined;
}
