/** The engine: reads, checks, matches, compares and explains entries. Pure and synchronous; no DOM, no browser API. */
export { checkList, checkPattern, checkRedirects, gradePattern, type ListContext } from './check/index.ts';
export { type CoverageIndex, compareCoverage, createCoverageIndex } from './coverage/index.ts';
export { explainBlocked } from './explain/index.ts';
export { createMatcher } from './matcher/index.ts';
export type { PatternModel, PatternParts } from './model.ts';
export { normalisePattern, readPattern } from './read/index.ts';
export type {
  Allowed,
  CheckContext,
  Coverage,
  Explanation,
  Finding,
  FindingLevel,
  Grade,
  Match,
  Matcher,
  Severity,
  Verdict,
} from './types.ts';
