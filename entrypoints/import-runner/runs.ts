import { whileDriven } from '../../lib/console/driven.ts';
import { download } from '../../lib/files/download.ts';
import {
  type ChosenRow,
  createImportRun,
  createUndoRun,
  type ImportPlan,
  type JournalledRow,
  type Run,
  type RunPorts,
  reportCsvInSlices,
  reportRecords,
  resumeUndoRun,
  undoRows,
} from '../../lib/import/index.ts';
import type { HandAnswer, HandRun } from '../../lib/import/run/hand-run.ts';
import { letOthersRun } from '../../lib/slices/let-others-run.ts';
import type { PanelState } from '../import-panel/state.ts';
import type { Findings } from './findings.ts';
import { keepRegister, rowsForJournal, undoRowsForJournal } from './journalled.ts';
import { loadByHand } from './load-by-hand.ts';
import { messages } from './messages.ts';
import { readdEntry } from './readd.ts';
import { type RunBeginning, type RunIdentity, type RunWorld, runPorts } from './run-ports.ts';
import { ShownRun } from './shown-run.ts';
import { takeUp } from './taken-up.ts';

/** Rows whose new entry is not on screen (a paged table) are read back in batches of this size. */
const READ_BACK_EVERY = 10;

/** What the review confirmed. */
export interface Confirmed {
  plan: ImportPlan;
  chosen: readonly ChosenRow[];
  /** The rows that are added, as indices into the plan. */
  indices: readonly number[];
  /** The name of the file; empty for a pasted list. */
  name: string;
  /** What there is to say of the rows. */
  findings: Findings;
  /** The admin adds each row: the page can't be driven. */
  byHand?: boolean;
}

const NOTHING: ImportPlan = {
  rows: [],
  counts: { add: 0, present: 0, covered: 0, duplicate: 0, invalid: 0 },
  extra: [],
};

/** The runs of one organization, one at a time: from the confirmation to the report, and the undo. */
export class Runs {
  readonly #state: PanelState;
  readonly #world: RunWorld;
  readonly #shown: ShownRun;
  #id: RunIdentity | undefined;
  #confirmed: Omit<Confirmed, 'indices' | 'findings'> = { plan: NOTHING, chosen: [], name: '' };
  #run: Run | HandRun | undefined;
  #undo: Run | undefined;

  constructor(state: PanelState, world: RunWorld) {
    this.#state = state;
    this.#world = world;
    this.#shown = new ShownRun(state);
    addEventListener('pagehide', () => (this.#undo ?? this.#run)?.stop());
    document.addEventListener('visibilitychange', () => void this.#backInView());
  }

  /**
   * Has what there is to say of each row, as journal and report need it, and answers with what starts adding. Undefined
   * where it can't be had, which is said, and where the admin has changed the review meanwhile: that is to be confirmed
   * by itself.
   */
  async ready(confirmed: Confirmed): Promise<(() => Promise<void>) | undefined> {
    const { plan, findings } = confirmed;
    const { busy, messages: shown, plan: current } = this.#state;
    const total = plan.rows.length;
    const failure = await findings.learn(plan.rows, (part) => {
      if (current.value === plan) busy.value = { kind: 'checking', done: Math.round(part * total), total };
    });
    if (current.value !== plan) return undefined;
    busy.value = undefined;
    if (!failure) return () => this.#apply({ ...confirmed, plan: { ...plan, rows: findings.in(plan.rows) } });
    shown.value = [{ code: failure.code, level: 'error', message: failure.message }];
    return undefined;
  }

  async #apply({ plan, chosen, indices, name, byHand }: Confirmed): Promise<void> {
    const rows = indices.flatMap((index) => {
      const pattern = plan.rows[index]?.pattern;
      return pattern === undefined ? [] : [{ index, pattern }];
    });
    this.#take({ plan, chosen, name });
    const beginning = {
      kind: byHand ? ('hand' as const) : ('add' as const),
      file: name.slice(0, 255),
      rows: rowsForJournal(plan, [...chosen]),
    };
    this.#id = this.#newId();
    await this.#goWith(beginning.kind, this.#ports(this.#id, beginning), rows, false);
  }

  /** Takes up the run that the journal has for this organization, if there is one. */
  async takeUp(): Promise<void> {
    const { messages: shown } = this.#state;
    const { send, org } = this.#world;
    const found = await takeUp(send, org);
    if (!found) return;
    if ('message' in found) {
      shown.value = [found.message];
      return;
    }
    if ('readd' in found) {
      const outcome = await readdEntry(this.#world);
      shown.value =
        outcome.kind === 'done'
          ? [messages.readded]
          : [{ code: 'readd-unfinished', level: 'error', message: outcome.message }];
      return;
    }
    const { run, rows, original, plan, chosen } = found;
    this.#take({ plan, chosen, name: run.file });
    const id = { ...this.#newId(), run: run.id };
    if (run.kind === 'undo') {
      const undone = { ...id, run: run.undoes ?? '' };
      this.#run = createImportRun(this.#ports(undone), original, { begun: true });
      this.#undo = resumeUndoRun(this.#ports(id), rows);
      await this.#goUndo();
      return;
    }
    this.#id = id;
    await this.#goWith(run.kind, this.#ports(id), rows, true);
  }

  pause(): void {
    (this.#undo ?? this.#run)?.pause();
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

  /** What the admin says of the entry that is next, in an import by hand. */
  answer(answer: HandAnswer): void {
    if (this.#run && 'answer' in this.#run) this.#run.answer(answer);
  }

  async undo(): Promise<void> {
    const run = this.#run;
    if (!run || !this.#id) return;
    const patterns = undoRows(run.rows).map((row) => row.stored ?? row.pattern);
    const beginning = {
      ...{ kind: 'undo' as const, file: this.#confirmed.name.slice(0, 255), undoes: this.#id.run },
      rows: undoRowsForJournal(patterns),
    };
    const ports = this.#ports(this.#newId(), beginning);
    this.#undo = createUndoRun(ports, run.rows, { readBackEvery: READ_BACK_EVERY });
    await this.#goUndo();
  }

  /** The report of the run: one record for each row of the file. */
  async report(): Promise<void> {
    const { plan, chosen, name } = this.#confirmed;
    const pieces = await reportCsvInSlices(reportRecords(plan.rows, chosen, this.#run), letOthersRun);
    const title = (name || 'pasted-list').replace(/\.[^.]*$/, '');
    download(new Blob(pieces, { type: 'text/csv' }), `${title}-import-report.csv`);
  }

  /** The admin comes back to a paused run: another tab may have gone on with it, or have begun another one. */
  async #backInView(): Promise<void> {
    const run = this.#run;
    if (document.hidden || !this.#id || run?.phase !== 'paused') return;
    const { org, run: id } = this.#id;
    const reply = await this.#world.send('imports/get', { org, run: id, first: 0, count: 1 });
    if (!reply.ok || run.phase !== 'paused') return;
    if (['replaced', 'done', 'cancelled'].includes(reply.value.run.state))
      this.#state.pauseReason.value = messages.finishedElsewhere;
  }

  #take(confirmed: Omit<Confirmed, 'indices' | 'findings'>): void {
    this.#confirmed = confirmed;
    this.#undo = undefined;
    this.#shown.take(confirmed.plan, confirmed.chosen);
  }

  #newId(): RunIdentity {
    return { org: this.#world.org, run: crypto.randomUUID(), token: crypto.randomUUID() };
  }

  #ports(id: RunIdentity, beginning?: RunBeginning): RunPorts {
    return { ...runPorts(this.#world, id, beginning), onChange: () => this.#shown.draw() };
  }

  async #goWith(
    kind: string,
    ports: RunPorts,
    rows: readonly JournalledRow[],
    begun: boolean,
  ): Promise<void> {
    if (kind === 'hand') {
      const hand = await loadByHand(this.#world.send);
      if (!hand.ok) {
        const { code, message } = hand;
        this.#state.messages.value = [{ code, level: 'error', message }];
        return;
      }
      this.#state.byHand.value = hand.value.View;
      this.#run = hand.value.createRun(ports, rows, { begun });
    } else this.#run = createImportRun(ports, rows, { begun, readBackEvery: READ_BACK_EVERY });
    await this.#go();
  }

  async #go(): Promise<void> {
    const run = this.#run;
    if (!run) return;
    this.#shown.begin(run);
    const phase = await ('byHand' in run ? run.start() : whileDriven(() => run.start()));
    if (phase === 'paused' || phase === 'stopped') this.#shown.standsStill(run);
    else await this.#ended();
  }

  async #ended(): Promise<void> {
    const run = this.#run;
    if (!run) return;
    this.#shown.ended(run);
    const { rows } = this.#confirmed.plan;
    const added = run.rows.flatMap((row) => {
      const planned = rows[row.index];
      return row.state === 'added' && planned
        ? [{ pattern: row.stored ?? row.pattern, extra: planned.extra }]
        : [];
    });
    // What the file says of entries that are there already is as good as of new ones.
    const present = rows.flatMap(({ plan, pattern, by = pattern, extra }) =>
      plan === 'present' ? [{ pattern: by, extra }] : [],
    );
    const { send, org } = this.#world;
    if (!(await keepRegister(send, org, [...added, ...present])))
      this.#state.messages.value = [messages.registerFailed];
  }

  async #goUndo(): Promise<void> {
    const undo = this.#undo;
    const run = this.#run;
    if (!undo || !run) return;
    this.#shown.beginUndo(undo, run);
    await whileDriven(() => undo.start());
    this.#undo = undefined;
    this.#shown.undone(undo);
  }
}
