/** What the engine answers. The signatures are fixed: automated checks and every caller rely on them. */

export type FindingLevel = 'error' | 'warn' | 'info';
/** How much a warning matters; errors are all `high`, infos all `low`. */
export type Severity = 'high' | 'medium' | 'low';

/** One thing found in an entry. Offsets are UTF-16 positions in the text exactly as it was given. */
export interface Finding {
  /** Rule id of the catalogue, for example `E013`. */
  rule: string;
  level: FindingLevel;
  severity: Severity;
  /** One plain English sentence about this very text. */
  message: string;
  start: number;
  end: number;
  /** The whole corrected text; absent when there is no clear correction. */
  fix?: string;
  /** What the message names, for translation. */
  params?: Readonly<Record<string, string | number>>;
}

export interface Verdict {
  /** The worst level found; infos do not count. */
  level: 'ok' | 'warn' | 'error';
  /** The normalised entry; absent when `level` is `error`. */
  pattern?: string;
  findings: Finding[];
}

/** What an import must know of an entry before anybody looks at it: all of a verdict but what there is to say. */
export interface Grade {
  /** The worst level found; unlike a verdict's, infos count. */
  level: FindingLevel | 'ok';
  /** How much the worst finding matters; absent when there is none. */
  severity?: Severity;
  /** The normalised entry; absent when `level` is `error`. */
  pattern?: string;
}

export interface CheckContext {
  /** The other entries of the list, without the one that is checked. */
  existing?: readonly string[];
  /** Whether Atlassian's own supported list is switched on; true when absent. */
  supportedAllowed?: boolean;
}

/** yes: allowed under every reading · unsure: the readings differ · no: refused under every reading. */
export type Allowed = 'yes' | 'no' | 'unsure';

export interface Match {
  allowed: Allowed;
  /** The entry that decides, as it was given to `createMatcher`. */
  by?: string;
  /** One English sentence that names the reading or the first component that fails. */
  reason: string;
}

export interface Matcher {
  /** Answers for one redirect URI. Never throws. */
  match(redirectUri: string): Match;
  /** Every entry that allows the address or may allow it, in list order. Never throws. */
  matchAll(redirectUri: string): string[];
}

export type Coverage = 'equal' | 'subset' | 'superset' | 'overlap' | 'disjoint' | 'unknown';

export interface Explanation {
  /** The redirect URI that was found in the text. */
  redirectUri?: string;
  match: Match;
  /** At most three entries that would allow it, best first. */
  suggestions: string[];
}
