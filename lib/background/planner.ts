import type { PlanEngine } from '../import/plan/engine.ts';
import { planInSlices } from '../import/plan/plan.ts';
import { checkPattern } from '../patterns/check/index.ts';
import { compareCoverage, createCoverageIndex } from '../patterns/coverage/index.ts';
import type { Planner } from './plan-port.ts';

/** The engine as a plan asks for it. */
function planEngine(supportedAllowed: boolean | undefined): PlanEngine {
  const context = supportedAllowed === undefined ? {} : { supportedAllowed };
  return {
    check: (text) => checkPattern(text, context),
    compare: compareCoverage,
    index(patterns) {
      const index = createCoverageIndex(patterns);
      const places = new Map(patterns.map((pattern, place) => [pattern, place]));
      return {
        coveredBy(pattern, except) {
          const place = except.has(pattern) ? places.get(pattern) : undefined;
          const by = index.coveredBy(pattern, place === undefined ? {} : { except: place });
          // The widest is named first: once that is excepted, what is left means the same as the pattern itself.
          return by !== undefined && except.has(by) ? undefined : by;
        },
      };
    },
  };
}

/** Plans a file with the whole engine. */
export const planFile: Planner = ({ rows, list, supportedAllowed, onProgress, pause }) =>
  planInSlices(rows, list, planEngine(supportedAllowed), pause, onProgress);
