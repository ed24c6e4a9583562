import type { ToolClass } from '../../lib/activity/types.ts';
import type { ConsoleSettings } from '../../lib/console/types.ts';
import type { Explanation } from '../../lib/patterns/types.ts';

/** What the popup shows, section by section. Times are milliseconds since 1970; counts are whole numbers. */

export interface OrganizationChoice {
  /** The organization's UUID. */
  id: string;
  /** A name when one is known; else the id is shown, shortened. */
  name?: string;
}

export interface StatusView {
  settings: Pick<ConsoleSettings, 'supportedDomains' | 'apiToken'>;
  /** Null while the list was never read to its end. */
  customDomains: number | null;
  seenAt: number;
}

export interface FindingView {
  rule: string;
  level: 'error' | 'warn' | 'info';
  /** One sentence: what was found and what it means. */
  message: string;
}

export interface CheckView {
  /** What stands in the box. */
  text: string;
  /** Absent while nothing was asked or the answer is on its way. */
  explanation?: Explanation;
  /** The organization's list was never read, so own entries can't be considered. */
  listUnknown?: boolean;
}

export type ActivityWindow = '24h' | '7d' | '30d';
export type ActivityState = 'no-key' | 'empty' | 'ready' | 'stale' | 'syncing' | 'error';

/** One hour or one day of the chart. */
export interface ActivityBar {
  start: number;
  /** The bar's name, such as "Mon 23 Nov" or "14:00". */
  label: string;
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
  tools: readonly RankedName[];
  actors: readonly RankedName[];
  /** Newest first, at most 20. */
  events: readonly EventView[];
  /** When new events were last fetched. */
  syncedAt?: number;
  /** Why the last attempt failed, for the admin. */
  problem?: { code: string; message: string };
}

/** Where the popup's links lead, as addresses of our own pages. */
export interface PopupLinks {
  activity: string;
  posture: string;
  options: string;
}
