import type { Coverage, Grade } from '../../patterns/types.ts';

/** Entries that can be asked whether one of them covers another, at a cost that doesn't grow with their number. */
export interface CoverageIndex {
  /**
   * An entry of the index that allows all that `pattern` allows, under every reading, the widest if there are
   * several; undefined when there is none or that isn't certain.
   *
   * @param except the place of `pattern` in the index, when it is in it: then an entry that means the same counts
   * only when it stands earlier
   */
  coveredBy(pattern: string, except?: number): string | undefined;
}

/** What the plan needs of the engine that knows what entries mean. */
export interface PlanEngine {
  /** Judges one entry by itself; `pattern` is the normalised entry. */
  grade(text: string): Grade;
  /** @param patterns normalised and valid, none twice */
  index(patterns: readonly string[]): CoverageIndex;
  /** What `a` allows against what `b` allows. */
  compare(a: string, b: string): Coverage;
}
