import { boolean, exactOptional, picklist, strictObject } from 'valibot';
import { controls } from '../../store/records.ts';
import { cutText, entryText, instant, listOf, MAX_ENTRIES, organizationId } from '../../store/shapes.ts';
import { consoleSettings } from '../../store/snapshot-records.ts';

/** What the console's page tells and asks. Where it may name the organization, `ofOrganization` says what that means. */

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
