import { boolean, exactOptional, picklist, strictObject } from 'valibot';
import { consoleSettings, controls, registerFields, typedFields } from '../../store/records.ts';
import {
  cutText,
  entryText,
  instant,
  listOf,
  MAX_CHUNK,
  MAX_ENTRIES,
  organizationId,
} from '../../store/shapes.ts';

/**
 * What the console's page tells and asks. `org` may be named by a content script, and is then compared with the
 * address that the browser gives for the sender; own pages must name it.
 */
export const ofOrganization = strictObject({ org: exactOptional(organizationId) });

/** Has one of our larger scripts loaded into the sender's tab (`ScriptName` says which they are). */
export const injectRequest = strictObject({
  script: picklist([
    'page',
    'panel',
    'reader',
    'workbook',
    'runner',
    'teacher',
    'catalogue',
    'hand',
    'tools',
  ]),
});

/** What the page shows. What is not on screen is absent or `unknown`; it is then carried over from the last visit. */
export const snapshotRequest = strictObject({
  org: exactOptional(organizationId),
  settings: consoleSettings,
  /** The whole list; absent when it was not read to its end. */
  entries: exactOptional(listOf(entryText, MAX_ENTRIES)),
  language: cutText(35),
  path: cutText(2_048),
  /** Milliseconds since 1970; a time in the future counts as now. */
  at: instant,
  /**
   * True (when absent too) for the first reading of the list or the switches in a visit: a difference is somebody
   * else's doing and is told. False for later ones: the admin or an import of ours changed it under their eyes.
   */
  arrival: exactOptional(boolean()),
});

/** The register; with texts of the list, its records go by those that mean the same entry. */
export const registerGet = strictObject({
  org: exactOptional(organizationId),
  entries: exactOptional(listOf(entryText, MAX_ENTRIES)),
});

/** Asks under which texts entries are kept, so that a file can be held against the register. */
export const registerKeys = strictObject({ org: organizationId, patterns: listOf(entryText, MAX_ENTRIES) });

export const registerMerge = strictObject({
  org: exactOptional(organizationId),
  entries: listOf(strictObject(registerFields), MAX_CHUNK),
  /** Whose values stand where both are there; the given ones when absent. */
  winner: exactOptional(picklist(['mine', 'theirs'])),
});

/** The fields of one entry as they were typed; an empty one is cleared, one that is absent stays. */
export const registerEdit = strictObject({
  org: exactOptional(organizationId),
  entry: strictObject(typedFields),
});

/** An entry to be typed into the form of an organization's page, where the admin decides about it. */
export const waitRequest = strictObject({ org: organizationId, pattern: entryText });

export const teachRequest = strictObject({ org: exactOptional(organizationId), language: cutText(35) });
export const teachSave = strictObject({
  org: exactOptional(organizationId),
  language: cutText(35),
  controls,
});

/** The path of the page that is taken back. */
export const disclaimRequest = strictObject({ path: cutText(2_048) });
