import type { PlanKind, PlannedRow } from '../types.ts';

/** How many rows there are of each kind. */
export function countPlan(rows: readonly Pick<PlannedRow, 'plan'>[]): Record<PlanKind, number> {
  const counts: Record<PlanKind, number> = { add: 0, present: 0, covered: 0, duplicate: 0, invalid: 0 };
  for (const row of rows) counts[row.plan]++;
  return counts;
}
