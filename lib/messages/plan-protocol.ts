import type { PlanKind } from '../import/types.ts';
import type { PackedRow } from './packed-rows.ts';

/**
 * Planning a file takes longer than one message may: it runs over a port, in chunks that are judged as they come.
 *
 *   asks:    start → rows … → end
 *   answers: judged (one for each `rows`) … → planning … → left-out … → done       or, at any point, failed
 *
 * The console's list comes with the end: reading it takes as long as judging many rows, so they are judged meanwhile. Which
 * of them it has or covers is said then.
 *
 * A few chunks are on their way at a time (`PLAN_AHEAD`), so that neither side waits for the other. Only the texts are
 * sent there, and only what is not plain comes back: a message is copied as JSON, which for whole rows costs more than
 * judging them. What there is to say of a row is asked for when it is shown (`patterns/findings`). A worker is stopped 30 s
 * after the last event that reached it, however busy it is: so each `planning` is answered by `alive`.
 */
export const PLAN_PORT = 'plan';
/** Rows in one message: small enough that a page's script handles one well within a frame. */
export const PLAN_CHUNK = 1_000;
/** Messages with rows that may be without an answer. */
export const PLAN_AHEAD = 4;

export type PlanAsk =
  | { type: 'start'; total: number; supportedAllowed: boolean }
  | { type: 'rows'; texts: readonly string[] }
  /** With the console's own list. */
  | { type: 'end'; list: readonly string[] }
  | { type: 'alive' };

export type LeftOutRow = Pick<PackedRow, 'at' | 'plan' | 'by' | 'byRows'>;

export type PlanAnswer =
  /** What became of the next `count` rows; whether the list has them or others cover them is not known yet. */
  | { type: 'judged'; count: number; rows: PackedRow[] }
  /** All rows are judged, and held against each other. */
  | { type: 'planning' }
  /** Rows that the list has, or that something covers. */
  | { type: 'left-out'; rows: LeftOutRow[] }
  | { type: 'done'; counts: Record<PlanKind, number>; extra: string[] }
  | { type: 'failed'; code: string; message: string };
