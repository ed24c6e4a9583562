import type { Sliced } from '../../slices/sliced.ts';
import { ROWS_PER_SLICE } from '../limits.ts';
import type { PlanEngine } from './engine.ts';

/** The console's own list as a plan compares with it. */
export interface KnownList {
  /** Normalised entries with the text they have in the console. */
  byPattern: Map<string, string>;
  /** Normalised entries that are valid. */
  valid: Set<string>;
  /** The normalised spelling of each text. */
  patternOf: Map<string, string>;
}

/** Reads the console's entries, at about one check each. */
export function* readKnownList(entries: readonly string[], engine: PlanEngine): Sliced<KnownList> {
  const list: KnownList = { byPattern: new Map(), valid: new Set(), patternOf: new Map() };
  for (const [i, entry] of entries.entries()) {
    // What we'd call wrong stands in the list all the same, and is compared as the text it is.
    const { pattern } = engine.grade(entry);
    if (pattern !== undefined) list.valid.add(pattern);
    const key = pattern ?? entry;
    list.patternOf.set(entry, key);
    if (!list.byPattern.has(key)) list.byPattern.set(key, entry);
    if (i % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield;
  }
  return list;
}
