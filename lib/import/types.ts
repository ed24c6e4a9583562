import type { Finding, Grade } from '../patterns/types.ts';

/** One record of a file, before anything is judged. */
export interface PatternRow {
  /** The physical line where the record starts, 1-based, a header counted. For JSON the index of the item, 1-based. */
  line: number;
  /** The cell that holds the entry, exactly as it stands in the file. */
  text: string;
  /** The other columns by their header: owner, reason, ticket, review_by, source and whatever else the file has. */
  extra: Record<string, string>;
}

export type PatternFileFormat = 'lines' | 'csv' | 'json';

/** Something to tell the admin about the file as a whole, or about some lines. Rule ids I401 to I410. */
export interface FileProblem {
  rule: string;
  level: 'error' | 'warn' | 'info';
  message: string;
  /** The first line it is about. */
  line?: number;
  /** How many lines it is about, where that is more than one. */
  count?: number;
}

export interface PatternFile {
  rows: PatternRow[];
  format: PatternFileFormat;
  problems: FileProblem[];
  /** For a table: all column names, and which one is read as the entry (an index into `columns`). */
  columns?: string[];
  patternColumn?: number;
  /** For a table: the character between its cells. */
  delimiter?: string;
}

/** Delimiters that are recognised; any other single character may be chosen by the caller. */
export type Delimiter = ',' | ';' | '\t' | '|' | (string & {});

/** How the bytes are to be turned into characters. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** What the admin may settle by hand where the reader would guess. */
export interface ReadOptions {
  /** Index of the column that holds the entries. */
  patternColumn?: number;
  delimiter?: Delimiter;
  encoding?: TextEncoding;
  /** Whether the first record names the columns. */
  header?: boolean;
  /** Reads a workbook into the cells of its first sheet; loaded only when a workbook is met. */
  workbook?: WorkbookReader;
}

/** Rows of cells of the first sheet that holds any. Rejects with a sentence for the admin. */
export type WorkbookReader = (bytes: Uint8Array) => Promise<string[][]>;

/** Reads files into rows; a script of its own in the console's page. */
export interface FileReader {
  /** The bytes of a file, or what is to be said of one that is too large, whose content is then not touched. */
  open(file: File): Promise<Uint8Array | FileProblem>;
  /** As `readPatternFileInSlices`. */
  read(bytes: Uint8Array, name: string, options: ReadOptions): Promise<PatternFile>;
  /** As `splitCell`. */
  split(text: string): string[] | undefined;
}

/** The first that applies decides: invalid, duplicate, present, covered, add. */
export type PlanKind = 'add' | 'present' | 'covered' | 'duplicate' | 'invalid';

/** What is to be done with a row, beside what stands in the file. */
export interface JudgedRow {
  plan: PlanKind;
  /** The normalised entry; for an invalid row the cell as it is. */
  pattern: string;
  level: Grade['level'];
  /** Needs its own tick before it is added: it carries a high warning. */
  needsTick: boolean;
  /** Which entry covers it or is the same as it. */
  by?: string;
  /**
   * For a row covered or doubled by rows of the same file: their indices in the plan. When none of them is
   * going to be in the list, this row is not left out (see `chooseRows`). Absent when the console's own list covers it.
   */
  byRows?: number[];
}

export interface PlannedRow extends PatternRow, JudgedRow {
  /** What there is to say of it, the gravest first. Absent until it was asked for: a long file is looked at in part. */
  findings?: readonly Finding[];
}

export interface ImportPlan {
  rows: PlannedRow[];
  counts: Record<PlanKind, number>;
  /** Entries of the console that the file does not name. */
  extra: string[];
}

/** What became of one row. `skipped` = left out by the admin or by the plan. */
export type RowOutcome = 'idle' | 'running' | 'added' | 'failed' | 'unknown' | 'skipped';
