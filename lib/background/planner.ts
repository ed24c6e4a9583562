import { createPlanEngine } from '../import/plan/patterns-engine.ts';
import { planInSlices } from '../import/plan/plan.ts';
import type { Planner } from './plan-port.ts';

/** Plans a file with the whole engine. */
export const planFile: Planner = ({ rows, list, supportedAllowed, onProgress, pause }) =>
  planInSlices(rows, list, createPlanEngine(supportedAllowed), pause, onProgress);
