import type { ConsoleSettings } from '../../lib/console/types.ts';

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

export type {
  ActivityBar,
  ActivityState,
  ActivityView,
  ActivityWindow,
  EventView,
  RankedName,
} from '../../lib/activity/summary/view-types.ts';

/** Where the popup's links lead, as addresses of our own pages. */
export interface PopupLinks {
  activity: string;
  posture: string;
  register: string;
  options: string;
}
