import type { Finding, Verdict } from '../patterns/types.ts';

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

/** Something to tell the admin about the file as a whole, or about one line. Rule ids I401 to I410. */
export interface FileProblem {
  rule: string;
  level: 'error' | 'warn' | 'info';
  message: string;
  line?: number;
}

export interface PatternFile {
  rows: PatternRow[];
  format: PatternFileFormat;
  problems: FileProblem[];
  /** For a table: all column names, and which one is read as the entry (an index into `columns`). */
  columns?: string[];
  patternColumn?: number;
}

/** The first that applies decides: invalid, duplicate, present, covered, add. */
export type PlanKind = 'add' | 'present' | 'covered' | 'duplicate' | 'invalid';

export interface PlannedRow extends PatternRow {
  plan: PlanKind;
  /** The normalised entry; for an invalid row the cell as it is. */
  pattern: string;
  level: Verdict['level'] | 'info';
  /** Needs its own tick before it is added: it carries a high warning. */
  needsTick: boolean;
  findings: Finding[];
  /** Which entry covers it or is the same as it. */
  by?: string;
}

export interface ImportPlan {
  rows: PlannedRow[];
  counts: Record<PlanKind, number>;
  /** Entries of the console that the file does not name. */
  extra: string[];
}

/** What became of one row. `skipped` = left out by the admin or by the plan. */
export type RowOutcome = 'idle' | 'running' | 'added' | 'failed' | 'unknown' | 'skipped';
