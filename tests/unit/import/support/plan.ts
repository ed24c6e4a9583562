import type { PlanEngine } from '../../../../lib/import/plan/engine.ts';
import { GrowingPlan } from '../../../../lib/import/plan/plan.ts';
import type { ImportPlan, PatternRow } from '../../../../lib/import/types.ts';
import { drain } from '../../../../lib/slices/sliced.ts';

/** A whole plan in one go; the product has its rows come over a port. */
export function plan(
  rows: readonly PatternRow[],
  listOnPage: readonly string[],
  engine: PlanEngine,
): ImportPlan {
  const growing = new GrowingPlan(engine);
  for (const { text } of rows) growing.add(text);
  const { counts, extra } = drain(growing.finish(listOnPage));
  return {
    rows: growing.rows.map((judged, i) => ({ ...(rows[i] as PatternRow), ...judged })),
    counts,
    extra,
  };
}
