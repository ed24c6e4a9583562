import type { PlanKind } from '../import/types.ts';
import type { PackedRow, PackedRows } from './packed-rows.ts';

/**
 * Planning a file takes longer than one message may: it runs over a port, in chunks that are judged as they come.
 *
 *   asks:    start → rows … → end
 *   answers: ready → judged (one for each `rows`) … → planning … → covered … → done       or, at any point, failed
 *
 * A few chunks are on their way at a time (`PLAN_AHEAD`), so that neither side waits for the other. Only the texts are
 * sent there, and only what is not plain comes back: a message is copied as JSON, which for whole rows costs more than
 * judging them. A worker is stopped 30 s after the last event that reached it, however busy it is: so each `planning` is
 * answered by `alive`.
 */
export const PLAN_PORT = 'plan';
/** Rows in one message: small enough that a page's script handles one well within a frame. */
export const PLAN_CHUNK = 1_000;
/** Messages with rows that may be without an answer. */
export const PLAN_AHEAD = 4;

export type PlanAsk =
  | { type: 'start'; total: number; list: readonly string[]; supportedAllowed?: boolean }
  | { type: 'rows'; texts: readonly string[] }
  | { type: 'end' }
  | { type: 'alive' };

export type PlanAnswer =
  /** The console's list was read. */
  | { type: 'ready' }
  /** What became of the next `count` rows; whether others cover them is not known yet. */
  | ({ type: 'judged'; count: number } & PackedRows)
  /** All rows are judged, and held against each other. */
  | { type: 'planning' }
  /** Rows that turned out to be covered. */
  | { type: 'covered'; rows: Pick<PackedRow, 'at' | 'by' | 'byRows'>[] }
  | { type: 'done'; counts: Record<PlanKind, number>; extra: string[] }
  | { type: 'failed'; code: string; message: string };
