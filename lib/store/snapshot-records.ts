import { array, boolean, check, type GenericSchema, nullable, object, picklist, pipe, record } from 'valibot';
import type { ConsoleSettings } from '../console/types.ts';
import { cutText, entryText, instant, listOf, MAX_ENTRIES, organizationId } from './shapes.ts';

/** What the console showed, and what differed from one visit to the next, as it is read back. */

export const consoleSettings: GenericSchema<unknown, ConsoleSettings> = object({
  supportedDomains: picklist(['allowed', 'blocked', 'unknown']),
  apiToken: picklist(['on', 'off', 'unknown']),
  enterpriseManaged: picklist(['on', 'off', 'unknown']),
  permissions: pipe(
    record(cutText(128), picklist(['allowed', 'blocked', 'partial', 'unknown'])),
    check((permissions) => Object.keys(permissions).length <= 50),
  ),
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
