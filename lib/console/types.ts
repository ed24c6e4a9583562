/** What the rest of the extension may know of the host's page. Only this folder knows its markup and texts. */

export interface ConsoleSettings {
  supportedDomains: 'allowed' | 'blocked' | 'unknown';
  apiToken: 'on' | 'off' | 'unknown';
  enterpriseManaged: 'on' | 'off' | 'unknown';
  /** By the name of the class of tools as the page shows it; empty when not seen. */
  permissions: Record<string, 'allowed' | 'blocked' | 'partial' | 'unknown'>;
}

export interface ListReading {
  /** The texts of the entries in the order of the page. */
  entries: string[];
  /** False when not every entry could be read (a page of the table failed, loading did not end). */
  complete: boolean;
  /** The page may not have fetched its list since something went wrong: what is missing here may be stored all the same. */
  mayBeStale?: true;
}

/** What the page did with one entry. */
export type AddOutcome =
  /** The form closed without a complaint. Only a reading of the list tells whether the entry is there. */
  | { kind: 'added' }
  /** The page said no, in its own words (capped). */
  | {
      kind: 'refused';
      words: string;
      /** Said by a message beside the form, which may be an error of the way and not a no: the entry may be stored. */
      doubtful?: true;
    }
  /** The page did not say; only reading the list again can tell. */
  | {
      kind: 'unknown';
      reason: string;
      /** Nothing at all came back: what was sent may still arrive at the store. */
      unanswered?: true;
    }
  /** The caller didn't permit it any more: nothing was submitted. */
  | { kind: 'withheld' }
  /** The page's controls were not found or not as expected: nothing was submitted. */
  | { kind: 'not-possible'; code: string; reason: string };

/** As `AddOutcome`, for deleting one entry. */
export type RemoveOutcome = { kind: 'removed' } | Exclude<AddOutcome, { kind: 'added' | 'withheld' }>;

/**
 * Asked once the form is open, so that this time is the page's own, and again right before the entry is submitted, when
 * the answer is at hand; false = leave it.
 *
 * @param ahead nothing is submitted on this answer: it is asked for again
 */
export type Permission = (ahead?: boolean) => Promise<boolean>;

/** A page that can be driven: the adder and the reader of an import run. */
export interface ConsoleDriver {
  /** With `anew` the page is first made to fetch its list; where it can't be, the reading says that it may be stale. */
  readList(signal: AbortSignal, options?: { anew?: boolean }): Promise<ListReading>;
  /** Never submits the same text twice in one call, and nothing at all without permission. */
  add(pattern: string, signal: AbortSignal, permit: Permission): Promise<AddOutcome>;
  /** Whether the entry stands in the part of the list that is on screen now. Answers at once. */
  isShown(pattern: string, signal: AbortSignal): Promise<boolean>;
  remove(pattern: string, signal: AbortSignal): Promise<RemoveOutcome>;
}
