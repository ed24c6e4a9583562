import type { BlockedAnswer } from '../../lib/answers/types.ts';
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

export interface CheckView {
  /** What stands in the box. */
  text: string;
  /** Absent while nothing was asked or the answer is on its way. */
  explanation?: BlockedAnswer;
  /** The organization's list was never read, so own entries can't be considered. */
  listUnknown?: boolean;
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
