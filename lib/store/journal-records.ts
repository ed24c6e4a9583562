import {
  array,
  boolean,
  custom,
  exactOptional,
  type GenericSchema,
  type InferOutput,
  object,
  picklist,
  record,
  string,
} from 'valibot';
import type { PlannedRow } from '../import/types.ts';
import type { Finding } from '../patterns/types.ts';
import {
  cutText,
  entryText,
  instant,
  listOf,
  madeUpId,
  organizationId,
  textRecord,
  wholeNumber,
} from './shapes.ts';

/**
 * The journal of an import run: the run, its rows as they were planned (in chunks, written once at the start), and
 * one small record for each row that was tried, so that a step costs one put whatever the size of the file.
 */

/** add: an import · hand: one that the admin does by hand · undo: takes out what a run added · readd: deletes one entry and adds it again. */
export type RunKind = 'add' | 'hand' | 'undo' | 'readd';
/** receiving: not all rows have arrived, nothing was tried · replaced: given up because another run began. */
export type RunState = 'receiving' | 'running' | 'paused' | 'done' | 'cancelled' | 'replaced';

export interface PauseReason {
  code: string;
  message: string;
}

export interface RunRecord {
  org: string;
  id: string;
  kind: RunKind;
  state: RunState;
  startedAt: number;
  updatedAt: number;
  /** How many rows the file had, whatever became of them. */
  total: number;
  /** How many of them have arrived in the journal. */
  received: number;
  /** How many of those are to be acted on. */
  chosen: number;
  /** The file's name, or '' for pasted text. */
  file: string;
  /** The path of the console's page where it was started. */
  path: string;
  /** The run that an undo takes back. */
  undoes?: string;
  /** Why it is paused. */
  reason?: PauseReason;
}

export const runKind = picklist(['add', 'hand', 'undo', 'readd']);
export const pauseReason: GenericSchema<unknown, PauseReason> = object({
  code: cutText(64),
  message: cutText(1_000),
});
export const runRecord: GenericSchema<unknown, RunRecord> = object({
  org: organizationId,
  id: madeUpId,
  kind: runKind,
  state: picklist(['receiving', 'running', 'paused', 'done', 'cancelled', 'replaced']),
  startedAt: instant,
  updatedAt: instant,
  total: wholeNumber,
  received: wholeNumber,
  chosen: wholeNumber,
  file: cutText(255),
  path: cutText(2_048),
  undoes: exactOptional(madeUpId),
  reason: exactOptional(pauseReason),
});

// A field that is added to a finding must be added here as well.
const findingFields = {
  rule: cutText(16),
  level: picklist(['error', 'warn', 'info']),
  severity: picklist(['high', 'medium', 'low']),
  message: cutText(2_000),
  start: wholeNumber,
  end: wholeNumber,
  fix: exactOptional(entryText),
  params: exactOptional(
    record(
      string(),
      custom<string | number>(
        (value) => typeof value === 'number' || (typeof value === 'string' && value.length <= 2_000),
      ),
    ),
  ),
} satisfies Record<keyof Finding, GenericSchema>;
const finding: GenericSchema<unknown, Finding> = object(findingFields);

/** One row of the plan, and whether it is to be acted on. */
export interface JournalRow extends PlannedRow {
  chosen: boolean;
}

// A field that is added to a planned row must be added here as well, or it would not outlive a reload.
const journalRowFields = {
  line: wholeNumber,
  text: entryText,
  extra: textRecord(100, 4_096),
  plan: picklist(['add', 'present', 'covered', 'duplicate', 'invalid']),
  pattern: entryText,
  level: picklist(['ok', 'info', 'warn', 'error']),
  needsTick: boolean(),
  findings: listOf(finding, 200),
  by: exactOptional(entryText),
  byRows: exactOptional(listOf(wholeNumber, 100)),
  chosen: boolean(),
} satisfies Record<keyof JournalRow, GenericSchema>;
export const journalRow: GenericSchema<unknown, JournalRow> = object(journalRowFields);

/** Rows `first` to `first + rows.length - 1` of a run. */
export interface PlanChunk {
  org: string;
  run: string;
  first: number;
  rows: JournalRow[];
}
export const planChunk: GenericSchema<unknown, PlanChunk> = object({
  org: organizationId,
  run: madeUpId,
  first: wholeNumber,
  rows: array(journalRow),
});

/** What a row came to; `unknown` until the list was read. */
export const settledState = picklist(['added', 'removed', 'failed', 'unknown', 'skipped']);
export type SettledState = InferOutput<typeof settledState>;
export type StepState = 'trying' | SettledState;

/** What was done with one row. */
export interface StepRecord {
  org: string;
  run: string;
  /** The row's place in the plan, from 0. */
  index: number;
  state: StepState;
  at: number;
  /** The page's own words, or our sentence. */
  words?: string;
}
export const stepRecord: GenericSchema<unknown, StepRecord> = object({
  org: organizationId,
  run: madeUpId,
  index: wholeNumber,
  state: picklist(['trying', 'added', 'removed', 'failed', 'unknown', 'skipped']),
  at: instant,
  words: exactOptional(cutText(2_000)),
});
