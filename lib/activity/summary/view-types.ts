import type { Problem, ToolClass } from '../types.ts';

/** What a glance at the activity shows. Times are milliseconds since 1970; counts are whole numbers. */

export type ActivityWindow = '24h' | '7d' | '30d';
export type ActivityState = 'no-key' | 'empty' | 'ready' | 'stale' | 'syncing' | 'error';

/** One hour (window of 24 hours) or one day of the chart. */
export interface ActivityBar {
  start: number;
  /** `reads` counts reads and searches, `removals` deletes and manages, `others` what the event doesn't tell. */
  reads: number;
  writes: number;
  removals: number;
  others: number;
}

export interface RankedName {
  /** The raw tool name or actor id. */
  name: string;
  /** For people: the display name; absent when it is the raw name. */
  label?: string;
  count: number;
  /** Seen for the first time within the window. */
  isNew?: boolean;
}

export interface EventView {
  id: string;
  time: number;
  tool: string;
  class: ToolClass;
  actor: string;
}

export interface ActivityView {
  state: ActivityState;
  window: ActivityWindow;
  /** Events in the window, and in the one before it; the latter absent while it isn't covered. */
  total: number;
  before?: number;
  bars: readonly ActivityBar[];
  /** Calls in the busiest hour, and how many the plan allows in an hour where that is known. */
  busiestHour?: { calls: number; limit?: number };
  /** How many calls were made with API tokens, out of those whose event tells. */
  tokens?: { calls: number; of: number };
  /** How many people and accounts were seen for the first time. */
  newcomers?: number;
  tools: readonly RankedName[];
  actors: readonly RankedName[];
  /** Newest first, at most 20. */
  events: readonly EventView[];
  /** When new events were last fetched. */
  syncedAt?: number;
  /** Why the last attempt failed or what it waits for, for the admin. */
  problem?: Problem;
}
