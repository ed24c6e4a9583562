import type { EventRow } from '../../lib/activity/table/columns.ts';
import type { DeskAnswer } from '../../lib/activity/table/desk.ts';
import type { TableQuery } from '../../lib/activity/table/query.ts';
import type { ToolClass } from '../../lib/activity/types.ts';
import type { ActivityState } from '../popup/model.ts';

export const RANGES = ['24h', '7d', '30d', '90d', '180d'] as const;
export type RangeName = (typeof RANGES)[number] | 'custom';

/** The classes in the order in which the filter shows them. */
export const CLASSES = [
  'read',
  'search',
  'write',
  'delete',
  'manage',
  'meta',
  'unknown',
] as const satisfies readonly ToolClass[];

export type SortColumn = NonNullable<TableQuery['sort']>;

/** The table's columns, by each of which it can be sorted. */
export const COLUMNS: readonly SortColumn[] = ['time', 'tool', 'class', 'actor', 'app', 'country'];

/** Everything that a person chose on the page; '' chooses all. */
export interface Choice {
  range: RangeName;
  /** Days of the admin's zone, `YYYY-MM-DD`, both included; used with `custom` only. */
  from: string;
  to: string;
  text: string;
  person: string;
  tool: string;
  app: string;
  class: ToolClass | '';
  sort: SortColumn;
  descending: boolean;
}

/** How far the fetching of events is. */
export interface FetchView {
  state: ActivityState;
  /** When new events were last fetched, in milliseconds since 1970. */
  syncedAt?: number;
  problem?: { code: string; message: string };
  /** From which time on the history is complete; absent when that isn't known. */
  completeFrom?: number;
}

export interface TableView {
  answer: DeskAnswer | undefined;
  /** How many of how many events have been read, while they are. */
  progress?: { done: number; of: number } | undefined;
  /** The row at a place; undefined while it is on its way. */
  rowAt(place: number): EventRow | undefined;
}
