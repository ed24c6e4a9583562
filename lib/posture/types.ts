import type { ConsoleSettings } from '../console/types.ts';
import type { Verdict } from '../patterns/types.ts';
import type { RegisterRecord } from '../register/types.ts';

/** What is looked at, and what is found. Plain data: everything here can be sent between contexts. */

/** What the audit events say, already counted. Counts are whole numbers, times milliseconds since 1970. */
export interface PostureActivity {
  /** From when on nothing is missing; a rule about "nothing happened" may look no further back. */
  completeFrom: number;
  /** Up to when everything was fetched; 0 when never. */
  completeTo: number;
  /** Calls in the last 30 days by what they do to data. */
  last30Days: { reads: number; writes: number; removals: number; unknown: number };
  /** Calls that delete or manage in the last 7 days. */
  removalsLast7Days: number;
  /** Calls made with an API token in the last 7 days. */
  tokenCallsLast7Days: number;
  /** Names of people and accounts whose first change lies in the last 24 hours. */
  newWriters: readonly string[];
  /** The busiest hour of the last 7 days, and what the plan allows where the plan is known. */
  busiestHour: { calls: number; limit?: number };
}

export interface PostureInput {
  /** Milliseconds since 1970. */
  now: number;
  /** The admin's own day, `YYYY-MM-DD`: review dates are days, not moments. */
  today: string;
  settings: ConsoleSettings;
  /** When the page was last seen; null when never. */
  seenAt: number | null;
  /** The console's list; null when it was never read to its end. */
  entries: readonly string[] | null;
  /** One verdict for each entry, in the list's order, each against all others. */
  verdicts: readonly Verdict[];
  register: readonly RegisterRecord[];
  /** Null while no source of events is set up. */
  activity: PostureActivity | null;
}

export type PostureLevel = 'error' | 'warn' | 'info';

/** What one rule found. */
export interface PostureFinding {
  rule: string;
  level: PostureLevel;
  /** Atlassian's documentation. */
  link: string;
  /** What it was found in: entries, people, names of settings. Empty for a rule about a single fact. */
  evidence: string[];
  /** What the sentences name. */
  params: Readonly<Record<string, string | number>>;
}

/** What a rule's check answers: undefined when it has nothing to say. */
export interface Hit {
  evidence?: readonly string[];
  params?: Readonly<Record<string, string | number>>;
}

export interface PostureRule {
  /** `P1..` the list, `P2..` the switches, `P3..` the register, `P4..` activity. An id is never used again. */
  id: string;
  level: PostureLevel;
  /** Atlassian's documentation of what the rule is about, or the source of the risk. */
  link: string;
  check(input: PostureInput): Hit | undefined;
}

/** What the admin said about a rule: known, for this reason, until then. */
export interface Acceptance {
  rule: string;
  /** A day, `YYYY-MM-DD`; that day still counts. */
  until: string;
  reason: string;
  /** What it was found in when it was accepted: the same rule about something else is shown again. */
  evidence: readonly string[];
  /** When it was accepted, in milliseconds since 1970. */
  at: number;
}

/** A finding with what is accepted of it. */
export interface JudgedFinding extends PostureFinding {
  /** Present when the whole finding is accepted. */
  accepted?: Pick<Acceptance, 'until' | 'reason' | 'at'>;
}
