import { compareCoverage, createCoverageIndex, gradePattern } from '../../patterns/index.ts';
import type { PlanEngine } from './engine.ts';

/**
 * The engine as the plan asks it. Apart from `lib/import/index.ts` on purpose: it brings the public suffixes with
 * it, so only the background may import it.
 *
 * @param supportedAllowed whether Atlassian's own supported list is switched on; it only makes an info of a row
 */
export function createPlanEngine(supportedAllowed = true): PlanEngine {
  return {
    grade: (text) => gradePattern(text, { supportedAllowed }),
    index(patterns) {
      const index = createCoverageIndex(patterns);
      return {
        coveredBy: (pattern, except) => index.coveredBy(pattern, except === undefined ? {} : { except }),
      };
    },
    compare: compareCoverage,
  };
}
