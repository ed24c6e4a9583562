import type { PanelMessage, ResultLookup } from '../../components/import/model.ts';
import {
  type ChosenRow,
  type ImportPlan,
  outcomeOf,
  type RunView,
  summarise,
} from '../../lib/import/index.ts';
import type { PanelState } from '../import-panel/state.ts';
import { messages } from './messages.ts';

/** Milliseconds after which a change is shown although the page is never idle. */
const SHOWN_WITHIN = 200;
/** Milliseconds in the background after which an admin who comes back is told why the import is not further. */
const WORTH_SAYING = 5000;

/** What the panel shows of a run and of its undo. The run itself is somebody else's. */
export class ShownRun {
  readonly #state: PanelState;
  #run: RunView | undefined;
  #undo: RunView | undefined;
  #plan: ImportPlan | undefined;
  #chosen: readonly ChosenRow[] = [];
  #rows = new Map<number, RunView['rows'][number]>();
  #startedAt = 0;
  #doneBefore = 0;
  #drawing = false;
  #hiddenAt = Number.POSITIVE_INFINITY;
  /** The tab was in the background for a while, where the browser slows it down. */
  #slowed = false;

  constructor(state: PanelState) {
    this.#state = state;
    document.addEventListener('visibilitychange', () => this.#seen());
  }

  /** The plan and the choices that the run was confirmed with. */
  take(plan: ImportPlan, chosen: readonly ChosenRow[]): void {
    this.#plan = plan;
    this.#chosen = chosen;
    const state = this.#state;
    state.plan.value = plan;
    state.undo.value = { kind: 'none' };
    state.summary.value = undefined;
    state.messages.value = [];
    const ticked = new Set(
      chosen.flatMap(({ add }, index) => (add && plan.rows[index]?.needsTick ? [index] : [])),
    );
    state.selection.value = {
      includeWarnings: !chosen.some(({ why }) => why === 'warning'),
      ticked,
      count: chosen.filter(({ add }) => add).length,
    };
  }

  begin(run: RunView): void {
    if (this.#run !== run) this.#rows = new Map(run.rows.map((row) => [row.index, row]));
    this.#run = run;
    this.#undo = undefined;
    this.#startedAt = performance.now();
    this.#doneBefore = settledIn(run);
    this.#slowed = false;
    this.#hiddenAt = document.hidden ? this.#startedAt : Number.POSITIVE_INFINITY;
    this.#state.phase.value = 'running';
    this.#state.pauseReason.value = undefined;
    this.#show();
  }

  standsStill(run: RunView): void {
    const { reason } = run;
    this.#state.pauseReason.value =
      run.phase === 'stopped'
        ? messages.pageLeft
        : reason && { code: reason.code, level: levelOf(reason.code), message: reason.message };
    this.#show();
    this.#state.phase.value = 'paused';
  }

  ended(run: RunView): void {
    const state = this.#state;
    const summary = this.#summary(run);
    state.summary.value = {
      ...summary,
      ...(run.phase === 'cancelled' ? { cancelled: true } : {}),
      ...(run.byHand ? { byHand: true } : {}),
    };
    if (summary.added > 0 && !run.byHand) state.undo.value = { kind: 'offered', count: summary.added };
    state.pauseReason.value = undefined;
    this.#show();
    state.phase.value = 'done';
  }

  beginUndo(undo: RunView, run: RunView): void {
    this.#undo = undo;
    this.#state.summary.value = this.#summary({ ...run, rows: run.rows, phase: 'done' });
    this.#state.phase.value = 'done';
  }

  undone(undo: RunView): void {
    const removed = undo.rows.filter(({ state }) => state === 'removed' || state === 'skipped').length;
    this.#undo = undefined;
    this.#state.undo.value = { kind: 'done', removed, failed: undo.rows.length - removed };
    if (undo.phase !== 'paused' || !undo.reason) return;
    const { code, message } = undo.reason;
    this.#state.messages.value = [{ code, level: 'warn', message }];
  }

  /** The tab went out of sight or came back: the pace of before says nothing of the time that is left. */
  #seen(): void {
    const now = performance.now();
    if (!document.hidden && now - this.#hiddenAt >= WORTH_SAYING) this.#slowed = true;
    this.#hiddenAt = document.hidden ? now : Number.POSITIVE_INFINITY;
    this.#startedAt = now;
    this.#doneBefore = this.#run ? settledIn(this.#run) : 0;
    this.draw();
  }

  /** Shows what changed, many changes at once, while the page waits for its server: drawing must not hold a row up. */
  draw(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    const show = () => {
      this.#drawing = false;
      this.#show();
    };
    requestIdleCallback(show, { timeout: SHOWN_WITHIN });
  }

  #show(): void {
    const { undo: undoState, progress, results } = this.#state;
    if (this.#undo) {
      undoState.value = { kind: 'running', done: settledIn(this.#undo), total: this.#undo.rows.length };
      return;
    }
    const run = this.#run;
    if (!run) return;
    const done = settledIn(run);
    const total = run.rows.length;
    // The last: those before it may wait for being read back or written down.
    const current = run.rows.findLast((row) => row.state === 'trying')?.index;
    const pace = (performance.now() - this.#startedAt) / 1000 / Math.max(1, done - this.#doneBefore);
    const byHand = run.byHand === true;
    progress.value = {
      ...{ done, total, byHand, stopping: run.stopping },
      inBackground: !byHand && (document.hidden || this.#slowed),
      ...(current === undefined ? {} : { current }),
      ...(!byHand && done - this.#doneBefore >= 3 ? { secondsLeft: Math.round(pace * (total - done)) } : {}),
    };
    results.value = this.#lookup(run);
  }

  /** Adds up to the rows of the file: those that the run did not have were left out. */
  #summary({ rows, phase }: Pick<RunView, 'rows' | 'phase'>) {
    const ended = phase === 'done' || phase === 'cancelled';
    const summary = summarise(rows.map((row) => ({ outcome: outcomeOf(row, ended) })));
    const untried = (this.#plan?.rows.length ?? 0) - rows.length;
    return { ...summary, skipped: summary.skipped + untried };
  }

  #lookup(run: RunView): ResultLookup {
    const rows = this.#rows;
    const chosen = this.#chosen;
    const ended = run.phase === 'done' || run.phase === 'cancelled';
    return {
      get(index) {
        const row = rows.get(index);
        if (!row) return chosen[index] ? { outcome: 'skipped' } : undefined;
        const { words } = row;
        return { outcome: outcomeOf(row, ended), ...(words === undefined ? {} : { words }) };
      },
    };
  }
}

function settledIn({ rows }: RunView): number {
  let settled = 0;
  for (const { state } of rows) if (state !== 'open' && state !== 'trying') settled += 1;
  return settled;
}

const levelOf = (code: string): PanelMessage['level'] => (code === 'paused-by-admin' ? 'info' : 'warn');
