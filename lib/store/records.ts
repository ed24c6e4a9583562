import { type GenericSchema, object, picklist } from 'valibot';
import type { Acceptance } from '../posture/types.ts';
import {
  calendarDay,
  cutText,
  entryText,
  instant,
  listOf,
  MAX_ENTRIES,
  organizationId,
  textRecord,
} from './shapes.ts';

/**
 * What stands in the database, as it is read back. Everything read is parsed: an older version, a half-written
 * migration or a damaged profile must end as "not known", never as an exception in a popup. The journal, snapshots and the
 * register have files of their own.
 */

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
