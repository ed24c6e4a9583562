import { csvRecord } from '../../files/csv.ts';
import { drainInSlices, type Pause, type Sliced } from '../../slices/sliced.ts';
import { ROWS_PER_SLICE } from '../limits.ts';
import type { ChosenRow } from '../plan/choose.ts';
import type { RunRow, RunView } from '../run/types.ts';
import type { PlanKind, PlannedRow, RowOutcome } from '../types.ts';
import { byHand, whyNotAdded } from './words.ts';

/** What became of one row of the file. */
export interface ReportRecord {
  line: number;
  /** The entry that was added or would have been; for an invalid row the cell as it is. */
  pattern: string;
  /** The cell as it stands in the file. */
  text: string;
  plan: PlanKind;
  /** `by hand`: added as the admin says, and not read back. */
  outcome: RowOutcome | 'by hand';
  message: string;
  /** When it was settled, ISO 8601; empty when nothing was tried. */
  time: string;
}

/** Adds up to the rows of the file. */
export interface ReportSummary {
  added: number;
  failed: number;
  skipped: number;
  unknown: number;
}

/**
 * One record per row of the plan.
 *
 * @param chosen what `chooseRows` said when the run was confirmed
 * @param run the run, ended or not; absent when nothing was confirmed
 */
export function reportRecords(
  rows: readonly PlannedRow[],
  chosen: readonly ChosenRow[],
  run?: Pick<RunView, 'rows' | 'phase' | 'byHand'>,
): ReportRecord[] {
  const done = new Map(run?.rows.map((row) => [row.index, row]));
  const ended = run?.phase === 'done' || run?.phase === 'cancelled';
  return rows.map((row, index) => {
    const choice = chosen[index] ?? { add: false, plan: row.plan };
    const tried = done.get(index);
    const outcome = tried ? outcomeOf(tried, ended) : 'skipped';
    return {
      ...{ line: row.line, pattern: row.pattern, text: row.text, plan: choice.plan },
      outcome: run?.byHand && outcome === 'added' ? 'by hand' : outcome,
      message: tried ? (tried.words ?? (run?.byHand ? byHand(outcome) : '')) : whyNotAdded(row, choice, rows),
      time: tried?.at !== undefined && tried.state !== 'open' ? new Date(tried.at).toISOString() : '',
    };
  });
}

/** What a row of a run is called; in a run that has ended nothing is idle or running any more. */
export function outcomeOf({ state }: Pick<RunRow, 'state'>, ended: boolean): RowOutcome {
  if (state === 'open') return ended ? 'skipped' : 'idle';
  if (state === 'trying') return ended ? 'unknown' : 'running';
  return state === 'removed' ? 'skipped' : state;
}

/** Counts the records. Rows of a run that has not ended count as skipped (idle) or unknown (running). */
export function summarise(records: readonly Pick<ReportRecord, 'outcome'>[]): ReportSummary {
  const summary: ReportSummary = { added: 0, failed: 0, skipped: 0, unknown: 0 };
  for (const { outcome } of records) {
    if (outcome === 'idle') summary.skipped++;
    else if (outcome === 'running') summary.unknown++;
    else if (outcome === 'by hand') summary.added++;
    else summary[outcome]++;
  }
  return summary;
}

/**
 * The report as a CSV file in pieces, with `pause` between slices, for a `Blob` of a large file: RFC 4180, safe to open in
 * a spreadsheet.
 */
export async function reportCsvInSlices(records: readonly ReportRecord[], pause: Pause): Promise<string[]> {
  return await drainInSlices(csvSteps(records), pause);
}

function* csvSteps(records: readonly ReportRecord[]): Sliced<string[]> {
  const pieces = [csvRecord(['line', 'pattern', 'as_written', 'plan', 'outcome', 'message', 'time'])];
  for (const [i, { line, pattern, text, plan, outcome, message, time }] of records.entries()) {
    pieces.push(csvRecord([String(line), pattern, text, plan, outcome, message, time]));
    if (i % (ROWS_PER_SLICE * 10) === 0) yield;
  }
  return pieces;
}
