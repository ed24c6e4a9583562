import { readRedirectUri } from '../redirect-uri/index.ts';
import type { Match, Matcher } from '../types.ts';
import { EntryIndex } from './entry-index.ts';
import { PathAnswer } from './path.ts';
import { reasonForMatch, reasonForMiss, reasonForPlain } from './reasons.ts';
import type { Rule } from './rule.ts';

/**
 * Makes a matcher for a list of entries. Entries that are not valid match nothing. Never throws.
 * The cost of an address does not depend on the number of entries.
 * @param patterns entries as they stand in the list.
 */
export function createMatcher(patterns: readonly string[]): Matcher {
  const index = new EntryIndex(patterns);
  return {
    match: (redirectUri) => matchOne(index, patterns, redirectUri),
    matchAll: (redirectUri) => matchingEntries(index, redirectUri).map((entry) => patterns[entry] ?? ''),
  };
}

function matchOne(index: EntryIndex, patterns: readonly string[], text: string): Match {
  const uri = readRedirectUri(text);
  if (uri.refused !== undefined) return { allowed: 'no', reason: uri.reason };
  const search = index.search(uri);
  const { best, target } = search;
  if (target) {
    const { by, at } = search;
    return { allowed: 'yes', by, reason: reasonForPlain(by, uri, target, at) };
  }
  if (best) {
    const allowed = search.answer === PathAnswer.yes && !search.loopback ? 'yes' : 'unsure';
    return { allowed, by: best.by, reason: reasonForMatch(search, best) };
  }
  const near = search.near ? { entry: search.near.entry, nearness: search.nearness } : index.nearest(uri);
  if (!near) return { allowed: 'no', reason: reasonForMiss(uri, 0, '') };
  return { allowed: 'no', reason: reasonForMiss(uri, near.nearness, patterns[near.entry] ?? '') };
}

/** Positions of every entry that allows the address or may allow it, ascending. */
function matchingEntries(index: EntryIndex, text: string): number[] {
  const uri = readRedirectUri(text);
  if (uri.refused !== undefined) return [];
  const rules: Rule[] = [];
  index.search(uri, rules);
  return [...new Set(rules.flatMap((rule) => rule.entries()))].sort((a, b) => a - b);
}
