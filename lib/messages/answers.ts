import type { ActivityView } from '../activity/summary/view-types.ts';
import type { Problem } from '../activity/types.ts';
import type { BlockedAnswer } from '../answers/types.ts';
import type { ConsoleSettings } from '../console/types.ts';
import type { Verdict } from '../patterns/types.ts';
import type { JudgedFinding } from '../posture/types.ts';
import type { RegisterRecord } from '../register/types.ts';
import type { JournalRow, RunRecord, StepState } from '../store/journal-records.ts';
import type { KeyState } from '../store/key-vault.ts';
import type { PolicyName, PolicyView } from '../store/policy/shape.ts';
import type { ReadSettings, Settings } from '../store/settings-shape.ts';
import type { Changes } from '../store/snapshot-records.ts';

/** What the answers to messages look like. Types only: both halves of a message may import this. */

/** The verdicts of a list that have findings; every entry that is not named is fine. */
export interface ListVerdicts {
  checked: number;
  verdicts: { index: number; verdict: Verdict }[];
}

export interface ExplainedBlock {
  explanation: BlockedAnswer;
  /** The list it was held against; null when the organization's list was never read. */
  list: { entries: number; seenAt: number } | null;
}

/** An organization's list as it was last read, with what the engine and the register say; null when never read. */
export interface ListWithRegister {
  org: string;
  seenAt: number | null;
  entries: { pattern: string; verdict: Verdict }[] | null;
  register: RegisterRecord[];
}

export interface SavedSnapshot {
  /** All that was noticed and not dismissed; null when nothing is. */
  changes: Changes | null;
  /** Whether this very visit brought something new. */
  fresh: boolean;
}

/** Features of the page that are switched off, by their names there; `changes` is the notice of changes. */
export type FeaturesOff = string[];

/** The settings that hold. */
export interface SettingsAnswer extends ReadSettings {
  /** What the admin chose, where the policy does not say otherwise. */
  chosen: Settings;
  policy: PolicyView;
}

/** What is known of an organization's MCP server, as it was last seen. */
export interface OrganizationStatus {
  org: string;
  settings: ConsoleSettings;
  /** How many entries the list has; null when it was never read to its end. */
  customDomains: number | null;
  /** Milliseconds since 1970. */
  seenAt: number;
  /** When the list itself was last read; null when never. */
  listSeenAt: number | null;
  path: string;
  language: string;
  changes: Changes | null;
}

/** What is worth a look in an organization, worst first; accepted findings stand among them with their reason. */
export interface PostureAnswer {
  org: string;
  /** When the page was last seen; null when never. */
  seenAt: number | null;
  findings: JudgedFinding[];
}

export interface KnownOrganization {
  org: string;
  lastSeenAt: number;
}

/** How many rows of a run are in which state. `open` = chosen and not tried yet; `left` = not chosen. */
export type StoredCounts = Record<StepState | 'open' | 'left', number>;

export interface FoundRun {
  run: RunRecord;
  counts: StoredCounts;
  /** Another tab is working on it right now. */
  heldElsewhere: boolean;
}

/** One row of a run and what became of it. `state` is absent while nothing was tried. */
export interface StoredRow extends JournalRow {
  index: number;
  state?: StepState;
  words?: string;
  at?: number;
}

export interface StoredRows {
  run: RunRecord;
  rows: StoredRow[];
  /** Where to go on; absent at the end. */
  next?: number;
}

/** `go: false`: the row stands as added or removed already, and must not be acted on again. */
export interface Permission {
  go: boolean;
  state: StepState;
}

/** `held: false`: another tab has it until `expiresAt` (milliseconds since 1970) unless it renews. */
export interface LeaseAnswer {
  held: boolean;
  expiresAt: number;
}

export interface TaughtControls {
  controls: Record<string, string>;
  at: number;
}

export interface KeyAnswer {
  /** Where the organization's API key lies; `invalid`: it is there, and Atlassian refuses it. */
  state: KeyState | 'invalid';
  /** Why nothing is fetched with it. */
  problem?: Problem;
  /** What could not be checked when it was saved. */
  note?: string;
  /** Another organization has a key that is sent to the same host: the permission to ask it stays. */
  shared: boolean;
}

/** `kind` as our script recognised it; `not-there` where the page has no script of ours yet. */
export interface PageInFront {
  kind: string;
}

/** Everything the popup shows at first sight, so that it asks once. */
export interface PopupFacts {
  /** All that are known, the last visited first. */
  organizations: string[];
  /** The one that is shown: the one asked for, else the last visited; null before any is known. */
  org: string | null;
  /** The cloud it is in, by its domain. */
  cloud: string;
  status: OrganizationStatus | null;
  activity: ActivityView;
  /** What the organization's policy has switched off. */
  off: readonly PolicyName[];
}
