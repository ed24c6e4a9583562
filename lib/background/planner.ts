import { createPlanEngine } from '../import/plan/patterns-engine.ts';
import { planInSlices } from '../import/plan/plan.ts';
import { inOwnWords } from '../words/findings.ts';
import type { Planner } from './plan-port.ts';

/** Plans a file with the whole engine. */
export const planFile: Planner = ({ rows, list, supportedAllowed, onProgress, pause }) => {
  const engine = createPlanEngine(supportedAllowed);
  const check = (text: string) => inOwnWords(engine.check(text));
  return planInSlices(rows, list, { ...engine, check }, pause, onProgress);
};
