import {
  array,
  boolean,
  check,
  custom,
  exactOptional,
  type GenericSchema,
  nullable,
  object,
  picklist,
  pipe,
  record,
  string,
} from 'valibot';
import type { ConsoleSettings } from '../console/types.ts';
import type { Finding } from '../patterns/types.ts';
import type { Acceptance } from '../posture/types.ts';
import { FIELDS, LONGEST, type RegisterRecord } from '../register/types.ts';
import {
  calendarDay,
  cutText,
  entryText,
  instant,
  listOf,
  MAX_ENTRIES,
  organizationId,
  textRecord,
  wholeNumber,
} from './shapes.ts';

/**
 * What stands in the database, as it is read back. Everything read is parsed: an older version, a half-written
 * migration or a damaged profile must end as "not known", never as an exception in a popup.
 */

// A field that is added to a finding must be added here as well.
const findingFields = {
  rule: cutText(16),
  level: picklist(['error', 'warn', 'info']),
  severity: picklist(['high', 'medium', 'low']),
  message: cutText(2_000),
  start: wholeNumber,
  end: wholeNumber,
  fix: exactOptional(entryText),
  params: exactOptional(
    record(
      string(),
      custom<string | number>(
        (value) => typeof value === 'number' || (typeof value === 'string' && value.length <= 2_000),
      ),
    ),
  ),
} satisfies Record<keyof Finding, GenericSchema>;
export const finding: GenericSchema<unknown, Finding> = object(findingFields);

export const consoleSettings: GenericSchema<unknown, ConsoleSettings> = object({
  supportedDomains: picklist(['allowed', 'blocked', 'unknown']),
  apiToken: picklist(['on', 'off', 'unknown']),
  enterpriseManaged: picklist(['on', 'off', 'unknown']),
  permissions: pipe(
    record(cutText(128), picklist(['allowed', 'blocked', 'partial', 'unknown'])),
    check((permissions) => Object.keys(permissions).length <= 50),
  ),
});

/** An organization whose console was visited. */
export interface Organization {
  org: string;
  firstSeenAt: number;
  lastSeenAt: number;
}
export const organization: GenericSchema<unknown, Organization> = object({
  org: organizationId,
  firstSeenAt: instant,
  lastSeenAt: instant,
});

/** The console's list and switches as they were last read. What was not on screen is carried over from before. */
export interface Snapshot {
  org: string;
  /** When the page was last seen to be like this. */
  at: number;
  settings: ConsoleSettings;
  /** The list in the page's order; null when it was never read to its end. */
  entries: string[] | null;
  /** When the list itself was last read; null when never. */
  entriesAt: number | null;
  /** The console's language as a BCP 47 tag, as the page names it. */
  language: string;
  /** The path of the page below the organization. */
  path: string;
}
export const snapshot: GenericSchema<unknown, Snapshot> = object({
  org: organizationId,
  at: instant,
  settings: consoleSettings,
  entries: nullable(listOf(entryText, MAX_ENTRIES)),
  entriesAt: nullable(instant),
  language: cutText(35),
  path: cutText(2_048),
});

export interface SettingChange {
  /** `supportedDomains`, `apiToken`, `enterpriseManaged` or `permissions.` and the name of a class of tools. */
  name: string;
  from: string;
  to: string;
}

/** What somebody else changed between two visits. */
export interface Changes {
  org: string;
  /** When it was noticed. */
  at: number;
  /** When the page was last seen before. */
  since: number;
  added: string[];
  removed: string[];
  settings: SettingChange[];
}
export interface StoredChanges extends Changes {
  dismissed: boolean;
}
export const storedChanges: GenericSchema<unknown, StoredChanges> = object({
  org: organizationId,
  at: instant,
  since: instant,
  added: listOf(entryText, MAX_ENTRIES),
  removed: listOf(entryText, MAX_ENTRIES),
  settings: array(object({ name: cutText(160), from: cutText(32), to: cutText(32) })),
  dismissed: boolean(),
});

/** What the admin wrote down about one entry. */
export const registerFields = {
  pattern: entryText,
  owner: exactOptional(cutText(LONGEST.owner)),
  reason: exactOptional(cutText(LONGEST.reason)),
  ticket: exactOptional(cutText(LONGEST.ticket)),
  reviewBy: exactOptional(cutText(LONGEST.reviewBy)),
  source: exactOptional(cutText(LONGEST.source)),
  // Added later: records from before lack it.
  earlier: exactOptional(array(object({ field: picklist(FIELDS), value: cutText(2_000) }))),
};
const { earlier: _earlier, ...withoutEarlier } = registerFields;
/** What may be typed: earlier values are kept by us. */
export const typedFields = withoutEarlier;
export interface StoredRegisterRecord extends RegisterRecord {
  org: string;
  updatedAt: number;
}
export const storedRegisterRecord: GenericSchema<unknown, StoredRegisterRecord> = object({
  ...registerFields,
  org: organizationId,
  updatedAt: instant,
});

/** A finding that the admin knows of and leaves, for a reason, until a day. */
export interface StoredAcceptance extends Acceptance {
  org: string;
}
export const storedAcceptance: GenericSchema<unknown, StoredAcceptance> = object({
  org: organizationId,
  rule: cutText(16),
  until: calendarDay,
  reason: cutText(2_000),
  evidence: listOf(entryText, MAX_ENTRIES),
  at: instant,
});

/** What the admin taught about the console's controls, for one language of the console. */
export interface Teaching {
  org: string;
  language: string;
  /** Control → how it is found again, as JSON. Read by `lib/console/teach/stored.ts` and trusted with nothing. */
  controls: Record<string, string>;
  at: number;
}
export const controls = textRecord(20, 2_000);
export const teaching: GenericSchema<unknown, Teaching> = object({
  org: organizationId,
  language: cutText(35),
  controls,
  at: instant,
});

/** Who may act now. One holder a name; free again after `expiresAt`. */
export interface Lease {
  /** For example `import/` and the organization's id. */
  name: string;
  owner: string;
  expiresAt: number;
}
export const lease: GenericSchema<unknown, Lease> = object({
  name: cutText(200),
  owner: cutText(200),
  expiresAt: instant,
});

/** Small facts that belong to no organization. */
export interface MetaRecord {
  key: 'lastVisited';
  /** The organization's id. */
  value: string;
}
export const metaRecord: GenericSchema<unknown, MetaRecord> = object({
  key: picklist(['lastVisited']),
  value: organizationId,
});
