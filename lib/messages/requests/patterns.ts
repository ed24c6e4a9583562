import { boolean, exactOptional, strictObject } from 'valibot';
import { cutText, entryText, listOf, MAX_ENTRIES, MAX_TEXT, organizationId } from '../../store/shapes.ts';

const entries = listOf(entryText, MAX_ENTRIES);

/** One entry. `existing` is the rest of the list, without the entry itself. */
export const checkRequest = strictObject({
  text: cutText(MAX_TEXT),
  existing: exactOptional(entries),
  supportedAllowed: exactOptional(boolean()),
});

/** A whole list, each entry against the others. */
export const checkListRequest = strictObject({
  patterns: entries,
  supportedAllowed: exactOptional(boolean()),
});

/**
 * A pasted address or error text, against the organization's list as it was last seen, or as the page shows it now;
 * before the first visit there is no organization, and it is held against Atlassian's supported list only.
 */
export const explainRequest = strictObject({
  text: cutText(MAX_TEXT),
  org: exactOptional(organizationId),
  /** The list on the page, where all of it is on screen. */
  entries: exactOptional(entries),
  /** The page's switch, where it is on screen. */
  supportedAllowed: exactOptional(boolean()),
});
