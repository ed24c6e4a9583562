import type { ImportSummary, PanelMessage, ResultLookup } from '../../components/import/model.ts';
import {
  type ChosenRow,
  createImportRun,
  createUndoRun,
  type ImportPlan,
  outcomeOf,
  type Run,
  type RunPorts,
  type RunView,
  reportCsvInSlices,
  reportRecords,
  resumeUndoRun,
  summarise,
  undoRows,
} from '../../lib/import/index.ts';
import { letOthersRun } from '../../lib/import/let-others-run.ts';
import type { Send } from '../../lib/messages/send.ts';
import { download } from './download.ts';
import {
  keepRegister,
  loadRows,
  planOf,
  rowsForJournal,
  runRowsOf,
  undoRowsForJournal,
} from './journalled.ts';
import { readdEntry } from './readd.ts';
import {
  guardedDriver,
  journalOf,
  leaseOf,
  pageClock,
  type RunBeginning,
  type RunIdentity,
} from './run-ports.ts';
import type { PanelState } from './state.ts';

/** Rows whose new entry is not on screen (a paged table) are read back in batches of this size. */
const READ_BACK_EVERY = 10;

const JOURNAL_UNREAD: PanelMessage = {
  code: 'journal-unread',
  level: 'error',
  message:
    'The journal of the interrupted import could not be read, so it was not continued. Reload the page and try again.',
};
const REGISTER_FAILED: PanelMessage = {
  code: 'register-failed',
  level: 'warn',
  message: 'The domains were added, but what the file says of their owners and reasons could not be kept.',
};
const READDED: PanelMessage = {
  code: 'readded',
  level: 'info',
  message: 'The interrupted re-add is finished: the entry stands in the list again.',
};
const STOPPED: PanelMessage = {
  code: 'page-left',
  level: 'info',
  message: 'The page was left while the import ran, so it stopped. Resume to go on: the list is read first.',
};

/** One run and what the panel shows of it: from the confirmation to the report, and its undo. */
export class Running {
  readonly #state: PanelState;
  readonly #send: Send;
  readonly #org: string;
  #id: RunIdentity | undefined;
  #plan: ImportPlan = {
    rows: [],
    counts: { add: 0, present: 0, covered: 0, duplicate: 0, invalid: 0 },
    extra: [],
  };
  #chosen: readonly ChosenRow[] = [];
  #name = '';
  #run: Run | undefined;
  #undo: Run | undefined;
  #startedAt = 0;
  #doneBefore = 0;
  #drawing = false;

  constructor(state: PanelState, send: Send, org: string) {
    this.#state = state;
    this.#send = send;
    this.#org = org;
    addEventListener('pagehide', () => this.#current?.stop());
    document.addEventListener('visibilitychange', () => this.#draw());
  }

  /** Whether there is a run that has not ended. */
  get active(): boolean {
    const { phase } = this.#state;
    return phase.value === 'running' || phase.value === 'paused';
  }

  get #current(): Run | undefined {
    return this.#undo ?? this.#run;
  }

  /** Starts adding what was chosen. */
  async apply(
    plan: ImportPlan,
    chosen: readonly ChosenRow[],
    indices: readonly number[],
    name: string,
  ): Promise<void> {
    const rows = indices.flatMap((index) => {
      const pattern = plan.rows[index]?.pattern;
      return pattern === undefined ? [] : [{ index, pattern }];
    });
    this.#take(plan, chosen, name);
    const beginning = {
      kind: 'add' as const,
      file: name.slice(0, 255),
      rows: rowsForJournal(plan, [...chosen]),
    };
    this.#run = createImportRun(this.#ports(this.#newId(), beginning), rows, {
      readBackEvery: READ_BACK_EVERY,
    });
    await this.#go();
  }

  /** Takes up the run that the journal has for this organization; false when there is none. */
  async takeUp(): Promise<boolean> {
    const { messages } = this.#state;
    const org = this.#org;
    const found = await this.#send('imports/find', { org });
    if (!found.ok || !found.value) {
      if (!found.ok) messages.value = [{ code: found.code, level: 'error', message: found.message }];
      return false;
    }
    const { run } = found.value;
    if (run.kind === 'readd') {
      const outcome = await readdEntry(this.#send, org);
      messages.value =
        outcome.kind === 'done'
          ? [READDED]
          : [{ code: 'readd-unfinished', level: 'error', message: outcome.message }];
      return true;
    }
    const rows = await loadRows(this.#send, org, run.id);
    const original = run.kind === 'undo' && run.undoes ? await loadRows(this.#send, org, run.undoes) : rows;
    if (!rows || !original) {
      messages.value = [JOURNAL_UNREAD];
      return false;
    }
    const { plan, chosen } = planOf(original);
    this.#take(plan, chosen, run.file);
    const id = { org, run: run.id, token: crypto.randomUUID() };
    if (run.kind === 'undo') {
      this.#run = createImportRun(
        this.#ports({ ...id, run: run.undoes ?? '' }, undefined),
        runRowsOf(original),
        { begun: true },
      );
      this.#undo = resumeUndoRun(this.#ports(id, undefined), runRowsOf(rows));
      await this.#goUndo();
      return true;
    }
    this.#run = createImportRun(this.#ports(id, undefined), runRowsOf(rows), {
      begun: true,
      readBackEvery: READ_BACK_EVERY,
    });
    this.#id = id;
    await this.#go();
    return true;
  }

  pause(): void {
    this.#current?.pause();
  }

  async resume(): Promise<void> {
    if (this.#run?.phase === 'stopped') await this.takeUp();
    else await this.#go();
  }

  async cancel(): Promise<void> {
    const paused = this.#state.phase.value === 'paused';
    const cancelled = this.#run?.cancel();
    if (!paused) return;
    await cancelled;
    await this.#ended();
  }

  async undo(): Promise<void> {
    const run = this.#run;
    if (!run || !this.#id) return;
    const patterns = undoRows(run.rows).map((row) => row.stored ?? row.pattern);
    const beginning = {
      ...{ kind: 'undo' as const, file: this.#name.slice(0, 255), undoes: this.#id.run },
      rows: undoRowsForJournal(patterns),
    };
    const id = { org: this.#org, run: crypto.randomUUID(), token: crypto.randomUUID() };
    this.#undo = createUndoRun(this.#ports(id, beginning), run.rows, { readBackEvery: READ_BACK_EVERY });
    await this.#goUndo();
  }

  /** The report of the run: one record for each row of the file. */
  async report(): Promise<void> {
    const records = reportRecords(this.#plan.rows, this.#chosen, this.#run);
    const pieces = await reportCsvInSlices(records, letOthersRun);
    const name = (this.#name || 'pasted-list').replace(/\.[^.]*$/, '');
    download(new Blob(pieces, { type: 'text/csv' }), `${name}-import-report.csv`);
  }

  #take(plan: ImportPlan, chosen: readonly ChosenRow[], name: string): void {
    this.#plan = plan;
    this.#chosen = chosen;
    this.#name = name;
    this.#undo = undefined;
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

  #newId(): RunIdentity {
    this.#id = { org: this.#org, run: crypto.randomUUID(), token: crypto.randomUUID() };
    return this.#id;
  }

  #ports(id: RunIdentity, beginning: RunBeginning | undefined): RunPorts {
    return {
      driver: guardedDriver(this.#org),
      journal: journalOf(this.#send, id, beginning),
      lease: leaseOf(this.#send, id),
      clock: pageClock,
      onChange: () => this.#draw(),
    };
  }

  async #go(): Promise<void> {
    const run = this.#run;
    if (!run) return;
    this.#startedAt = performance.now();
    this.#doneBefore = settledIn(run);
    this.#state.phase.value = 'running';
    this.#state.pauseReason.value = undefined;
    this.#show();
    const phase = await run.start();
    if (phase === 'paused' || phase === 'stopped') {
      const reason = run.reason;
      this.#state.pauseReason.value =
        phase === 'stopped'
          ? STOPPED
          : reason && { code: reason.code, level: levelOf(reason.code), message: reason.message };
      this.#show();
      this.#state.phase.value = 'paused';
    } else await this.#ended();
  }

  async #ended(): Promise<void> {
    const run = this.#run;
    if (!run) return;
    const state = this.#state;
    const records = reportRecords(this.#plan.rows, this.#chosen, run);
    const summary: ImportSummary = summarise(records);
    state.summary.value = run.phase === 'cancelled' ? { ...summary, cancelled: true } : summary;
    if (summary.added > 0) state.undo.value = { kind: 'offered', count: summary.added };
    state.pauseReason.value = undefined;
    this.#show();
    state.phase.value = 'done';
    const added = run.rows.flatMap((row) => {
      const planned = this.#plan.rows[row.index];
      return row.state === 'added' && planned
        ? [{ pattern: row.stored ?? row.pattern, extra: planned.extra }]
        : [];
    });
    if (!(await keepRegister(this.#send, this.#org, added))) state.messages.value = [REGISTER_FAILED];
  }

  async #goUndo(): Promise<void> {
    const undo = this.#undo;
    const run = this.#run;
    if (!undo || !run) return;
    const state = this.#state;
    state.summary.value = summarise(
      reportRecords(this.#plan.rows, this.#chosen, { rows: run.rows, phase: 'done' }),
    );
    state.phase.value = 'done';
    const phase = await undo.start();
    const removed = undo.rows.filter((row) => row.state === 'removed' || row.state === 'skipped').length;
    this.#undo = undefined;
    state.undo.value = { kind: 'done', removed, failed: undo.rows.length - removed };
    if (phase === 'paused' && undo.reason) {
      state.messages.value = [{ code: undo.reason.code, level: 'warn', message: undo.reason.message }];
    }
  }

  /** Shows what changed, many changes of one turn at once. */
  #draw(): void {
    if (this.#drawing) return;
    this.#drawing = true;
    queueMicrotask(() => {
      this.#drawing = false;
      this.#show();
    });
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
    const current = run.rows.find((row) => row.state === 'trying')?.index;
    const pace = (performance.now() - this.#startedAt) / 1000 / Math.max(1, done - this.#doneBefore);
    progress.value = {
      ...{ done, total, inBackground: document.hidden, stopping: run.stopping },
      ...(current === undefined ? {} : { current }),
      ...(done - this.#doneBefore >= 3 ? { secondsLeft: Math.round(pace * (total - done)) } : {}),
    };
    results.value = lookup(run, this.#chosen);
  }
}

const settledIn = (run: RunView): number =>
  run.rows.filter(({ state }) => state !== 'open' && state !== 'trying').length;

const levelOf = (code: string): PanelMessage['level'] => (code === 'paused-by-admin' ? 'info' : 'warn');

function lookup(run: RunView, chosen: readonly ChosenRow[]): ResultLookup {
  const byIndex = new Map<number, RunView['rows'][number]>(run.rows.map((row) => [row.index, row]));
  const ended = run.phase === 'done' || run.phase === 'cancelled';
  return {
    get(index) {
      const row = byIndex.get(index);
      if (row)
        return { outcome: outcomeOf(row, ended), ...(row.words === undefined ? {} : { words: row.words }) };
      return chosen[index] ? { outcome: 'skipped' } : undefined;
    },
  };
}
