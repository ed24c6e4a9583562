import { createPlanEngine } from '../import/plan/patterns-engine.ts';
import { beginPlan } from '../import/plan/plan.ts';
import { drainInSlices } from '../import/slices.ts';
import { inOwnWords } from '../words/findings.ts';
import type { Planner } from './plan-port.ts';

/** Plans a file with the whole engine. */
export const planFile: Planner = async ({ list, supportedAllowed, pause }) => {
  const engine = createPlanEngine(supportedAllowed);
  const check = (text: string) => inOwnWords(engine.check(text));
  const plan = await drainInSlices(beginPlan(list, { ...engine, check }), pause);
  return {
    judge: (text) => plan.add(text),
    async finish() {
      const { covered, ...end } = await drainInSlices(plan.finish(), pause);
      return { ...end, covered: covered.map((at) => ({ ...plan.rows[at], at })) };
    },
  };
};
