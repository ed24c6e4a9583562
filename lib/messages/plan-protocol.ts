import type { PatternRow, PlanKind, PlannedRow } from '../import/types.ts';

/**
 * Planning a file takes longer than one message may: it runs over a port, in chunks, with progress.
 *
 *   asks:    start → rows (each answered by `received`) … → end
 *   answers: received … → planning … → planned … → done       or, at any point, failed
 *
 * A worker is stopped 30 s after the last event that reached it, however busy it is: so each `planning` is answered by
 * `alive`.
 */
export const PLAN_PORT = 'plan';
/** Rows in one message: small enough that a page's script handles one well within a frame. */
export const PLAN_CHUNK = 1_000;

export type PlanAsk =
  | { type: 'start'; total: number; list: readonly string[]; supportedAllowed?: boolean }
  | { type: 'rows'; rows: readonly PatternRow[] }
  | { type: 'end' }
  | { type: 'alive' };

export type PlanAnswer =
  | { type: 'received'; rows: number }
  /** How many of the rows are judged; sent often enough to be a progress bar. */
  | { type: 'planning'; done: number; total: number }
  | { type: 'planned'; rows: PlannedRow[] }
  | { type: 'done'; counts: Record<PlanKind, number>; extra: string[] }
  | { type: 'failed'; code: string; message: string };
