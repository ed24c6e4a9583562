import type { FunctionComponent } from 'preact';
import type { HandAnswer } from '../../lib/import/run/hand-run.ts';
import type {
  FileProblem,
  ImportPlan,
  PatternFileFormat,
  PlannedRow,
  RowOutcome,
} from '../../lib/import/types.ts';
import type { Finding } from '../../lib/patterns/types.ts';
import type { RegisterFields } from '../../lib/register/types.ts';
import type { CatalogueProps, ChosenEntry } from '../catalogue/model.ts';
import type { ByHandProps } from './by-hand.tsx';
import type { ReadonlySignal } from './signal.ts';

/**
 * All that the import panel shows and all that it may ask for. The panel holds no state of an import itself:
 * whoever makes this model owns the file, the plan, the run and its journal.
 *
 * Rows are named by their index in `plan.rows` throughout. After a fix, a split or an edit the plan is replaced
 * as a whole; indices of results and ticks then refer to the new plan.
 */
export interface ImportPanelModel {
  phase: ReadonlySignal<ImportPhase>;
  /** Set while something is read or checked before the next phase can be shown. */
  busy: ReadonlySignal<BusyState | undefined>;
  /** Shown above the content of every phase: what went wrong with the file, what could not be read, and so on. */
  messages: ReadonlySignal<readonly PanelMessage[]>;

  file: ReadonlySignal<FileFacts | undefined>;
  plan: ReadonlySignal<ImportPlan | undefined>;
  /** What the register holds of the console's entries, by their texts there. */
  register: ReadonlySignal<ReadonlyMap<string, RegisterFields>>;
  /** The view of the catalogue while it stands in place of the phase's own. */
  catalogue: ReadonlySignal<FunctionComponent<CatalogueProps> | undefined>;
  selection: ReadonlySignal<Selection>;

  progress: ReadonlySignal<RunProgress>;
  /** Why the run stands still; undefined unless the phase is `paused`. */
  pauseReason: ReadonlySignal<PanelMessage | undefined>;
  /** What became of the rows. A new lookup object announces that something changed; what it reads may be the same. */
  results: ReadonlySignal<ResultLookup>;
  /** What there is to say of the rows that are shown. A new lookup object announces that more is known. */
  findings: ReadonlySignal<FindingsLookup>;
  summary: ReadonlySignal<ImportSummary | undefined>;
  /** The view of an import by hand, once its script was loaded. */
  byHand: ReadonlySignal<FunctionComponent<Omit<ByHandProps, 'copy'>> | undefined>;
  undo: ReadonlySignal<UndoState>;

  actions: ImportPanelActions;
}

/** The contract's `data-phase`. */
export type ImportPhase = 'choose' | 'review' | 'running' | 'paused' | 'done';

export interface BusyState {
  /** `reading` the file, `listing` the console's entries, `checking` the rows. */
  kind: 'reading' | 'listing' | 'checking';
  /** Rows or entries done so far, and of how many; both absent while that is not known. */
  done?: number;
  total?: number;
}

export interface PanelMessage {
  /** A stable code, such as `too-large` or `list-incomplete`. */
  code: string;
  level: 'error' | 'warn' | 'info';
  /** One or two sentences for the admin: what happened, what it means, what to do. */
  message: string;
}

export interface FileFacts {
  /** The file's name; absent when the rows were pasted. */
  name?: string;
  format: PatternFileFormat;
  rows: number;
  problems: readonly FileProblem[];
  /** For a table: the columns, and the index of the one that holds the entries. */
  columns?: readonly string[];
  patternColumn?: number;
}

export interface Selection {
  /** Whether rows that carry a warning are added as well. */
  includeWarnings: boolean;
  /** Rows with a high warning that the admin ticked. */
  ticked: ReadonlySet<number>;
  /** How many rows will be added as things stand. */
  count: number;
}

export interface RunProgress {
  /** Rows settled so far, and rows to be added in all. */
  done: number;
  total: number;
  /** The row that is being added now. */
  current?: number;
  /** The browser slows a tab in the background down: said once it matters. */
  inBackground: boolean;
  /** Seconds left at the pace seen so far; absent while there is no pace to speak of. */
  secondsLeft?: number;
  /** The page can't be driven: the admin adds each entry by hand, and `current` is the one that is next. */
  byHand?: boolean;
  /** A pause or a cancellation was asked for and waits for the row at hand. */
  stopping?: boolean;
}

export interface RowResult {
  outcome: RowOutcome;
  /** The page's own words for a refusal, or why the outcome is not known. Capped by whoever took them. */
  words?: string;
}

export interface ResultLookup {
  get(index: number): RowResult | undefined;
}

export interface FindingsLookup {
  /** What there is to say of a row; nothing as yet where it is only asked for now. */
  of(row: PlannedRow): readonly Finding[];
}

/** Adds up to the rows of the file. */
export interface ImportSummary {
  added: number;
  failed: number;
  skipped: number;
  unknown: number;
  /** The admin ended the run before its last row. */
  cancelled?: boolean;
  /** What is counted as added and refused is the admin's word. */
  byHand?: boolean;
}

export type UndoState =
  /** Nothing that could be removed. */
  | { kind: 'none' }
  | { kind: 'offered'; count: number }
  | { kind: 'running'; done: number; total: number }
  | { kind: 'done'; removed: number; failed: number };

/** What the admin can ask for. Answers come through the signals and nothing throws. */
export interface ImportPanelActions {
  readFile(file: File): void;
  readText(text: string): void;
  chooseColumn(column: number): void;
  openCatalogue(): void;
  closeCatalogue(): void;
  /** Puts entries of the catalogue into the review, after the rows of a file where there is one. */
  addTools(entries: readonly ChosenEntry[]): void;

  includeWarnings(on: boolean): void;
  tick(index: number, on: boolean): void;
  /** Whether a cell can be taken apart; asked while a row is shown. */
  canSplit(index: number): boolean;
  /** Makes several rows of a cell that holds several values. */
  split(index: number): void;
  /** Puts another text in place of the row's: what was typed, or a finding's correction. */
  edit(index: number, text: string): void;

  apply(): void;
  pause(): void;
  resume(): void;
  cancel(): void;
  /** Only while `progress.byHand`: what the admin says of the current entry. */
  settleByHand(answer: HandAnswer): void;

  downloadReport(): void;
  /** Removes what this run added. The panel has asked for confirmation before it calls this. */
  undo(): void;
  /** Back to choosing a file. */
  startOver(): void;
  close(): void;
}
