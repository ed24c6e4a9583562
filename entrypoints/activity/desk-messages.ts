import type { EventRow } from '../../lib/activity/table/columns.ts';
import type { DeskAnswer, DeskView } from '../../lib/activity/table/desk.ts';
import type { AuditCall } from '../../lib/activity/types.ts';
import type { StoreErrorCode } from '../../lib/store/errors.ts';

/**
 * What the page and its worker say to each other. Both are ours and of the same build, so nothing is checked. A worker
 * has no words, so errors go as their codes.
 */

export interface Questions {
  show: { asked: DeskView; answer: null };
  look: { asked: null; answer: null };
  rows: { asked: { version: number; first: number; count: number }; answer: EventRow[] | null };
  details: { asked: { id: string }; answer: AuditCall | null };
  write: { asked: { format: 'csv' | 'json' }; answer: Blob };
}
export type QuestionName = keyof Questions;

export type ToWorker = {
  [Name in QuestionName]: { id: number; name: Name; asked: Questions[Name]['asked'] };
}[QuestionName];

export type FromWorker =
  | { kind: 'reply'; id: number; value: unknown }
  | { kind: 'refused'; id: number; code: StoreErrorCode }
  | { kind: 'answer'; answer: DeskAnswer }
  | { kind: 'progress'; done: number; of: number }
  | { kind: 'failed'; code: StoreErrorCode };
