import type { PanelMessage } from '../../components/import/model.ts';
import {
  type Choices,
  type ChosenRow,
  chooseRows,
  countPlan,
  fileTooLarge,
  type ImportPlan,
  type PatternFile,
  type PatternRow,
  type ReadOptions,
  readPatternFileInSlices,
  replaceRow,
  rowsToAdd,
  splitCell,
  type WorkbookReader,
} from '../../lib/import/index.ts';
import { letOthersRun } from '../../lib/import/let-others-run.ts';
import type { planOverPort } from '../../lib/messages/plan-over-port.ts';
import type { PanelState } from './state.ts';

/** What a review needs of the world. */
export interface ReviewPorts {
  planRows: typeof planOverPort;
  /** The console's own list, all of it; undefined when it can't be read to its end. */
  readList(): Promise<readonly string[] | undefined>;
  supportedAllowed(): boolean;
  /** Reads an Excel file; its script is loaded with the first one. */
  readWorkbook: WorkbookReader;
}

const LIST_UNREAD: PanelMessage = {
  code: 'list-unread',
  level: 'error',
  message:
    'The console’s list could not be read to its end, so nothing can be compared with it and nothing will be added. Wait until the page has loaded, or reload it, then choose the file again.',
};
const READ_FAILED: PanelMessage = {
  code: 'read-failed',
  level: 'error',
  message:
    'The file could not be read. It may have been moved or changed since you chose it: choose it again.',
};

/** From a file to a plan that the admin can look at and decide on. Everything is shown through the state. */
export class Review {
  readonly #state: PanelState;
  readonly #ports: ReviewPorts;
  #source: { bytes: Uint8Array; name: string | undefined } | undefined;
  #list: readonly string[] = [];
  #rows: readonly PatternRow[] = [];
  #plan: ImportPlan | undefined;
  #choices: Choices = { includeWarnings: true, ticked: new Set() };
  #chosen: ChosenRow[] = [];
  /** Ends what is under way when something newer is asked for. */
  #work = new AbortController();

  constructor(state: PanelState, ports: ReviewPorts) {
    this.#state = state;
    this.#ports = ports;
  }

  /** The plan as it holds under the choices, and what is chosen. */
  get chosen(): { plan: ImportPlan; rows: ChosenRow[]; indices: number[]; name: string } | undefined {
    const plan = this.#state.plan.value;
    if (!plan) return undefined;
    return { plan, rows: this.#chosen, indices: rowsToAdd(this.#chosen), name: this.#source?.name ?? '' };
  }

  async readFile(file: File): Promise<void> {
    const tooLarge = fileTooLarge(file.size);
    if (tooLarge) return this.#refuse([{ code: tooLarge.rule, level: 'error', message: tooLarge.message }]);
    const signal = this.#begin();
    this.#state.busy.value = { kind: 'reading' };
    try {
      const bytes = new Uint8Array(await file.arrayBuffer());
      if (!signal.aborted) await this.#read(bytes, file.name, {}, signal);
    } catch {
      if (!signal.aborted) this.#refuse([READ_FAILED]);
    }
  }

  async readText(text: string): Promise<void> {
    const signal = this.#begin();
    await this.#read(new TextEncoder().encode(text), undefined, {}, signal);
  }

  async chooseColumn(patternColumn: number): Promise<void> {
    if (!this.#source) return;
    await this.#read(this.#source.bytes, this.#source.name, { patternColumn }, this.#begin());
  }

  includeWarnings(includeWarnings: boolean): void {
    this.#choices = { ...this.#choices, includeWarnings };
    this.#choose();
  }

  tick(index: number, on: boolean): void {
    const ticked = new Set(this.#choices.ticked);
    if (on) ticked.add(index);
    else ticked.delete(index);
    this.#choices = { ...this.#choices, ticked };
    this.#choose();
  }

  canSplit(index: number): boolean {
    return splitCell(this.#rows[index]?.text ?? '') !== undefined;
  }

  async split(index: number): Promise<void> {
    const texts = splitCell(this.#rows[index]?.text ?? '');
    if (texts) await this.#replace(index, texts);
  }

  async edit(index: number, text: string): Promise<void> {
    await this.#replace(index, [text]);
  }

  reset(): void {
    this.#begin();
    this.#source = undefined;
    this.#plan = undefined;
    this.#rows = [];
    this.#state.file.value = undefined;
    this.#state.plan.value = undefined;
    this.#state.phase.value = 'choose';
  }

  #begin(): AbortSignal {
    this.#work.abort();
    this.#work = new AbortController();
    this.#state.busy.value = undefined;
    this.#state.messages.value = [];
    return this.#work.signal;
  }

  #refuse(messages: readonly PanelMessage[]): void {
    this.#state.busy.value = undefined;
    this.#state.messages.value = messages;
  }

  async #read(
    bytes: Uint8Array,
    name: string | undefined,
    options: ReadOptions,
    signal: AbortSignal,
  ): Promise<void> {
    const state = this.#state;
    state.busy.value = { kind: 'reading' };
    const file = await readPatternFileInSlices(
      bytes,
      name ?? '',
      { ...options, workbook: this.#ports.readWorkbook },
      letOthersRun,
    );
    if (signal.aborted) return;
    if (file.rows.length === 0) {
      const problems = file.problems.map(({ rule, level, message }) => ({ code: rule, level, message }));
      this.#refuse(problems);
      return;
    }
    this.#source = { bytes, name };
    this.#choices = { includeWarnings: this.#choices.includeWarnings, ticked: new Set() };
    state.busy.value = { kind: 'listing' };
    const list = await this.#ports.readList();
    if (signal.aborted) return;
    if (!list) return this.#refuse([LIST_UNREAD]);
    this.#list = list;
    if (await this.#makePlan(file.rows, signal)) this.#show(file, name);
  }

  #show(file: PatternFile, name: string | undefined): void {
    const { format, problems, columns, patternColumn } = file;
    this.#state.file.value = {
      ...(name === undefined ? {} : { name }),
      ...(columns ? { columns } : {}),
      ...(patternColumn === undefined ? {} : { patternColumn }),
      format,
      problems,
      rows: file.rows.length,
    };
    this.#state.phase.value = 'review';
  }

  async #replace(index: number, texts: readonly string[]): Promise<void> {
    const before = this.#rows;
    const moved = texts.length - 1;
    const ticked = [...this.#choices.ticked]
      .filter((at) => at !== index)
      .map((at) => (at > index ? at + moved : at));
    if (!(await this.#makePlan(replaceRow(before, index, texts), this.#begin(), new Set(ticked)))) return;
    const { file } = this.#state;
    if (file.value) file.value = { ...file.value, rows: this.#rows.length };
  }

  async #makePlan(
    rows: readonly PatternRow[],
    signal: AbortSignal,
    ticked: ReadonlySet<number> = new Set(),
  ): Promise<boolean> {
    const { busy } = this.#state;
    busy.value = { kind: 'checking' };
    const progress = (part: number) => {
      busy.value = { kind: 'checking', done: Math.round(part * rows.length), total: rows.length };
    };
    const request = { rows, list: this.#list, supportedAllowed: this.#ports.supportedAllowed() };
    const reply = await this.#ports.planRows(request, progress, signal);
    if (signal.aborted) return false;
    busy.value = undefined;
    if (!reply.ok) {
      this.#refuse([{ code: reply.code, level: 'error', message: reply.message }]);
      return false;
    }
    this.#rows = rows;
    this.#plan = reply.value;
    this.#choices = { ...this.#choices, ticked };
    this.#choose();
    return true;
  }

  /** Decides anew which rows are added. A row covered only by one that is left out is added itself, not lost. */
  #choose(): void {
    const plan = this.#plan;
    if (!plan) return;
    this.#chosen = chooseRows(plan, this.#choices);
    const rows = plan.rows.map((row, index) => {
      const kind = this.#chosen[index]?.plan ?? row.plan;
      return kind === row.plan ? row : { ...row, plan: kind };
    });
    this.#state.plan.value = { ...plan, rows, counts: countPlan(rows) };
    this.#state.selection.value = {
      includeWarnings: this.#choices.includeWarnings,
      ticked: this.#choices.ticked,
      count: rowsToAdd(this.#chosen).length,
    };
  }
}
