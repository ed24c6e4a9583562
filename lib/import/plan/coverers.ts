import { ROWS_PER_SLICE } from '../limits.ts';
import type { Sliced } from '../slices.ts';
import type { PlannedRow } from '../types.ts';
import type { CoverageIndex, PlanEngine } from './engine.ts';

/** How many later rows of the same meaning are passed over before a row is simply kept. */
const MAX_EQUALS = 16;

interface Tier {
  index: CoverageIndex;
  /** Where each pattern of the tier stands in the plan. */
  rows: Map<string, number>;
}

/**
 * Turns rows that an entry of the console or another row covers into `covered`. A row remembers up to one
 * coverer without a warning, one with a warning and one that needs its own tick, since the admin may leave
 * the latter out: then the row is added after all, and nothing is lost. Of two rows that mean the same the
 * first stays.
 */
export function* findCoverers(
  planned: PlannedRow[],
  list: readonly string[],
  engine: PlanEngine,
): Sliced<void> {
  const candidates = planned.flatMap((row, i) => (row.plan === 'add' ? [i] : []));
  if (candidates.length === 0) return;
  const ofList = engine.index(list);
  yield;
  const tiers: Tier[] = [];
  for (const isOfTier of tierTests) {
    const rows = new Map<string, number>();
    for (const i of candidates) {
      const row = planned[i];
      if (row && isOfTier(row)) rows.set(row.pattern, i);
    }
    if (rows.size > 0) tiers.push({ index: engine.index([...rows.keys()]), rows });
    yield;
  }
  const nothing = new Set<string>();
  for (const [n, i] of candidates.entries()) {
    const row = planned[i];
    if (!row) continue;
    const byList = ofList.coveredBy(row.pattern, nothing);
    const byRows = byList === undefined ? tiers.flatMap((tier) => covererOf(row, i, tier, engine) ?? []) : [];
    const by = byList ?? planned[byRows[0] ?? -1]?.pattern;
    if (by !== undefined)
      planned[i] = { ...row, plan: 'covered', by, ...(byList === undefined ? { byRows } : {}) };
    if (n % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield;
  }
}

const tierTests: readonly ((row: PlannedRow) => boolean)[] = [
  (row) => row.level !== 'warn',
  (row) => row.level === 'warn' && !row.needsTick,
  (row) => row.needsTick,
];

function covererOf(row: PlannedRow, place: number, tier: Tier, engine: PlanEngine): number | undefined {
  const except = new Set([row.pattern]);
  for (let tries = 0; tries < MAX_EQUALS; tries++) {
    const by = tier.index.coveredBy(row.pattern, except);
    if (by === undefined) return undefined;
    const at = tier.rows.get(by);
    if (at !== undefined && (at < place || engine.compare(row.pattern, by) !== 'equal')) return at;
    except.add(by);
  }
  return undefined;
}
