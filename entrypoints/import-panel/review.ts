import type { ChosenEntry } from '../../components/catalogue/model.ts';
import type { PanelMessage } from '../../components/import/model.ts';
import { rowsToAdd } from '../../lib/import/plan/choose.ts';
import { replaceRow } from '../../lib/import/plan/replace-row.ts';
import type {
  FileProblem,
  FileReader,
  PatternFile,
  PatternRow,
  ReadOptions,
} from '../../lib/import/types.ts';
import type { planOverPort } from '../../lib/messages/plan-over-port.ts';
import { type Failure, fail, type Reply } from '../../lib/messages/reply.ts';
import type { Send } from '../../lib/messages/send.ts';
import { letOthersRun } from '../../lib/slices/let-others-run.ts';
import { say } from '../../lib/words/say.ts';
import type { Findings } from '../import-runner/findings.ts';
import type { RunnerScript } from '../import-runner/offer.ts';
import type { Confirmed } from '../import-runner/runs.ts';
import { Decisions } from './decisions.ts';
import type { PanelScripts } from './scripts.ts';
import type { PanelState } from './state.ts';

/** What a review needs of the world. */
export interface ReviewPorts extends PanelScripts {
  planRows: typeof planOverPort;
  send: Send;
  org: string;
}

const LIST_UNREAD = fail('list-unread', say('failure_listUnread'));
const READ_FAILED = fail('read-failed', say('failure_readFailed'));
const LIST_NOT_READ: PanelMessage = {
  code: 'by-hand',
  level: 'info',
  message: say('import_byHand_review'),
};

/** A file as it was chosen, or a pasted list, which has no name. */
interface Source {
  bytes: Uint8Array;
  name: string | undefined;
}

/** From a file to a plan that the admin can look at and decide on. Everything is shown through the state. */
export class Review {
  readonly decisions: Decisions;
  readonly #state: PanelState;
  readonly #ports: ReviewPorts;
  /** The page's list can't be read: the admin adds each row, and is told what that means. */
  readonly #byHand: boolean;
  #reader: FileReader | undefined;
  #runner: RunnerScript | undefined;
  #findings: Findings | undefined;
  #source: Source | undefined;
  #list: readonly string[] = [];
  #rows: readonly PatternRow[] = [];
  /** What the catalogue added; another column of the file leaves it as it is. */
  #tools: readonly ChosenEntry[] = [];
  /** Ends what is under way when something newer is asked for. */
  #work = new AbortController();

  constructor(state: PanelState, ports: ReviewPorts, byHand = false) {
    this.decisions = new Decisions(state);
    this.#state = state;
    this.#ports = ports;
    this.#byHand = byHand;
  }

  /** The plan as it holds under the choices, and what is chosen. */
  get confirmed(): Confirmed | undefined {
    const plan = this.#state.plan.value;
    const findings = this.#findings;
    if (!plan || !findings) return undefined;
    const { chosen } = this.decisions;
    return {
      plan,
      chosen,
      indices: rowsToAdd(chosen),
      findings,
      name: this.#source?.name ?? '',
      byHand: this.#byHand,
    };
  }

  async readFile(file: File): Promise<void> {
    await this.#read(async (reader) => {
      const bytes = await reader.open(file);
      return 'rule' in bytes ? bytes : { bytes, name: file.name };
    });
  }

  async readText(text: string): Promise<void> {
    await this.#read(async () => ({ bytes: new TextEncoder().encode(text), name: undefined }));
  }

  /** Adds entries of the catalogue: behind the rows of the review at hand, else as a review of their own. */
  async addTools(entries: readonly ChosenEntry[]): Promise<void> {
    const beside = this.#rows.length > 0;
    const signal = this.#begin();
    if (!beside && !(await this.#load(this.#ports.runner(), signal))) return;
    const rows = withTools(this.#rows, entries);
    if (!(await this.#makePlan(rows, signal, beside ? this.decisions.ticked : undefined, !beside))) return;
    if (!beside) this.#source = undefined;
    this.#tools = [...this.#tools, ...entries];
    const { file } = this.#state;
    if (beside && file.value) file.value = { ...file.value, rows: this.#rows.length };
    else this.#show({ rows: [...this.#rows], format: 'lines', problems: [] }, say('import_catalogue_file'));
  }

  async chooseColumn(patternColumn: number): Promise<void> {
    const source = this.#source;
    if (source) await this.#read(async () => source, { patternColumn });
  }

  canSplit(index: number): boolean {
    return this.#reader?.split(this.#rows[index]?.text ?? '') !== undefined;
  }

  async split(index: number): Promise<void> {
    const texts = this.#reader?.split(this.#rows[index]?.text ?? '');
    if (texts) await this.#replace(index, texts);
  }

  async edit(index: number, text: string): Promise<void> {
    await this.#replace(index, [text]);
  }

  reset(): void {
    this.#begin();
    this.#source = undefined;
    this.decisions.take(undefined);
    this.#rows = [];
    this.#tools = [];
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

  #fail({ code, message }: Failure): false {
    this.#refuse([{ code, level: 'error', message }]);
    return false;
  }

  async #read(
    open: (reader: FileReader) => Promise<Source | FileProblem>,
    options: ReadOptions = {},
  ): Promise<void> {
    const signal = this.#begin();
    const { busy } = this.#state;
    busy.value = { kind: 'reading' };
    // Both scripts are loaded while the file is read; after the first time both are there.
    const [reader, runner] = [this.#ports.reader(), this.#ports.runner()];
    try {
      const loaded = await reader;
      if (signal.aborted) return;
      if (!loaded.ok) return void this.#fail(loaded);
      this.#reader = loaded.value;
      const source = await open(loaded.value);
      if (signal.aborted) return;
      if ('rule' in source) return this.#refuseFile([source]);
      const file = await loaded.value.read(source.bytes, source.name ?? '', {
        ...options,
        workbook: this.#ports.workbook,
      });
      if (signal.aborted) return;
      if (file.rows.length === 0) return this.#refuseFile(file.problems);
      if (!(await this.#load(runner, signal))) return;
      // Another column of the same file: what was chosen beside it stays.
      const tools = options.patternColumn === undefined ? [] : this.#tools;
      const rows = withTools(file.rows, tools);
      if (!(await this.#makePlan(rows, signal, undefined, true))) return;
      this.#source = source;
      this.#tools = tools;
      this.#show({ ...file, rows }, source.name);
    } catch {
      if (!signal.aborted) this.#fail(READ_FAILED);
    }
  }

  #refuseFile(problems: readonly FileProblem[]): void {
    this.#refuse(problems.map(({ rule, level, message }) => ({ code: rule, level, message })));
  }

  /** Whether the script is there that reads the page; when not, it is said. */
  async #load(loading: Promise<Reply<RunnerScript>>, signal: AbortSignal): Promise<boolean> {
    const runner = await loading;
    if (signal.aborted) return false;
    if (!runner.ok) return this.#fail(runner);
    this.#runner = runner.value;
    this.#findings = runner.value.findings(this.#state, this.#ports.send);
    return true;
  }

  /** The console's own list, all of it. When it can't be read to its end this is said, and the work at hand is over. */
  async #readList(signal: AbortSignal): Promise<readonly string[]> {
    if (this.#byHand || !this.#runner) return [];
    const { entries, complete } = await this.#runner.readList(signal);
    if (complete || signal.aborted) return entries;
    this.#begin();
    this.#fail(LIST_UNREAD);
    return [];
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
    if (this.#byHand) this.#state.messages.value = [LIST_NOT_READ];
    this.#state.phase.value = 'review';
  }

  async #replace(index: number, texts: readonly string[]): Promise<void> {
    const before = this.#rows;
    const moved = texts.length - 1;
    const ticked = [...this.decisions.ticked]
      .filter((at) => at !== index)
      .map((at) => (at > index ? at + moved : at));
    if (!(await this.#makePlan(replaceRow(before, index, texts), this.#begin(), new Set(ticked)))) return;
    const { file } = this.#state;
    if (file.value) file.value = { ...file.value, rows: this.#rows.length };
  }

  async #makePlan(
    rows: readonly PatternRow[],
    signal: AbortSignal,
    ticked?: ReadonlySet<number>,
    anew = false,
  ): Promise<boolean> {
    const { busy } = this.#state;
    let listing = anew && !this.#byHand;
    busy.value = { kind: listing ? 'listing' : 'checking' };
    const list = anew ? this.#readList(signal) : Promise.resolve(this.#list);
    void list.then(() => {
      listing = false;
    });
    let told = -1;
    const progress = (part: number) => {
      // Each is a rendering: a bar needs no more than twenty. Rows are judged while the list is read, which is said then.
      const step = Math.round(part * 20);
      if (listing || step === told) return;
      told = step;
      busy.value = { kind: 'checking', done: Math.round(part * rows.length), total: rows.length };
    };
    const reply = await this.#ports.planRows(
      { rows, list, supportedAllowed: this.#runner?.supportedAllowed() ?? true },
      progress,
      signal,
    );
    if (signal.aborted) return false;
    if (!reply.ok) return this.#fail(reply);
    this.#rows = rows;
    this.#list = await list;
    this.decisions.take(reply.value, ticked);
    if (reply.value.extra.length > 0) void this.#showRegister(reply.value.extra, signal);
    // What is on screen first, hardly forty rows, has its sentences at once. It also keeps the list's index and the choice in
    // two slices.
    await this.#findings?.learn(reply.value.rows.slice(0, 40));
    if (signal.aborted) return false;
    busy.value = undefined;
    this.decisions.show();
    await letOthersRun();
    return !signal.aborted;
  }

  /** Who wants the entries that the file does not name. */
  async #showRegister(extra: readonly string[], signal: AbortSignal): Promise<void> {
    const register = await this.#runner?.registerOf(this.#ports.org, extra);
    if (!signal.aborted && register) this.#state.register.value = register;
  }
}

/** The rows with entries of the catalogue behind them, on lines of their own. */
function withTools(rows: readonly PatternRow[], tools: readonly ChosenEntry[]): PatternRow[] {
  const last = rows.at(-1)?.line ?? 0;
  return [
    ...rows,
    ...tools.map(({ pattern, source }, index) => ({
      line: last + 1 + index,
      text: pattern,
      extra: { source },
    })),
  ];
}
