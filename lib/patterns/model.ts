/**
 * An entry as the engine reads it: braces expanded, then split into components. Matcher, coverage and rules all
 * work on this one model, so that they can not read an entry differently.
 */

/** One member of the expansion: no braces are left in it. All text is normalised (lower case, A-labels). */
export interface PatternParts {
  /** Lower case, without the colon. */
  scheme: string;
  /** True for every scheme but http and https: host is case-sensitive there, and no suffix is looked up. */
  custom: boolean;
  /** May hold `*`; `**` is written `*`. An IPv6 address keeps its brackets. */
  host: string;
  /** '' = the default port, '*' = any port, else digits without a leading zero. */
  port: string;
  /** '' when the entry has no path, else starts with '/'. May hold `*` and `**`. */
  path: string;
}

/** A valid entry. */
export interface PatternModel {
  /** As the contract says: trimmed, scheme and web host in lower case, A-labels, default port dropped, `:**` as `:*`. */
  normalised: string;
  /** At least one, at most 1,024, in the order in which the braces are written; equal members are kept once. */
  alternatives: readonly PatternParts[];
}
