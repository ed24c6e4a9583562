import { createPlanEngine } from '../import/plan/patterns-engine.ts';
import { GrowingPlan } from '../import/plan/plan.ts';
import type { JudgedRow } from '../import/types.ts';
import type { LeftOutRow } from '../messages/plan-protocol.ts';
import { drainInSlices } from '../slices/sliced.ts';
import type { Planner } from './plan-port.ts';

/** Plans a file with the whole engine. */
export const planFile: Planner = ({ supportedAllowed, pause }) => {
  const plan = new GrowingPlan(createPlanEngine(supportedAllowed));
  return {
    judge: (text) => plan.add(text),
    async finish(list) {
      const { leftOut, ...end } = await drainInSlices(plan.finish(list), pause);
      return { ...end, leftOut: leftOut.map((at) => whyLeftOut(at, plan.rows[at])) };
    },
  };
};

function whyLeftOut(at: number, row: JudgedRow | undefined): LeftOutRow {
  const { plan, by, byRows } = row ?? {};
  return { at, ...(plan && { plan }), ...(by !== undefined && { by }), ...(byRows && { byRows }) };
}
