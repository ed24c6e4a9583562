import { ROWS_PER_SLICE } from '../limits.ts';
import type { Sliced } from '../slices.ts';
import type { PlannedRow } from '../types.ts';
import type { CoverageIndex, PlanEngine } from './engine.ts';
import { HostFilter, originOf } from './host-filter.ts';

/** Entries among which coverers are looked for. The index is made when the first question gets past the filter. */
interface Tier {
  filter: HostFilter;
  index: () => CoverageIndex;
  /** Where each entry of the index stands in the plan. */
  rows: readonly number[];
  /** Where each pattern stands in the index. */
  places: ReadonlyMap<string, number>;
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
  const origins = new Map<number, string>();
  for (const [i, row] of planned.entries()) {
    if (row.plan === 'add') origins.set(i, originOf(row.pattern));
    if (i % (ROWS_PER_SLICE * 10) === 0) yield;
  }
  if (origins.size === 0) return;
  yield;
  const ofList = lazily(() => engine.index(list));
  const listFilter = new HostFilter(list.map(originOf));
  const tiers: Tier[] = [];
  for (const isOfTier of tierTests) {
    const tier = yield* tierOf(planned, origins, isOfTier, engine);
    if (tier.rows.length > 0) tiers.push(tier);
    yield;
  }
  let asked = 0;
  for (const [i, origin] of origins) {
    const row = planned[i];
    if (!row) continue;
    const byList = listFilter.mayCover(origin, false) ? ofList().coveredBy(row.pattern) : undefined;
    if (byList !== undefined) planned[i] = { ...row, plan: 'covered', by: byList };
    else {
      const byRows: number[] = [];
      for (const tier of tiers) {
        const by = covererOf(row, i, origin, tier, engine);
        if (by !== undefined) byRows.push(by);
      }
      const by = planned[byRows[0] ?? -1]?.pattern;
      if (by !== undefined) planned[i] = { ...row, plan: 'covered', by, byRows };
    }
    if (++asked % ROWS_PER_SLICE === 0) yield;
  }
}

const tierTests: readonly ((row: PlannedRow) => boolean)[] = [
  (row) => row.level !== 'warn',
  (row) => row.level === 'warn' && !row.needsTick,
  (row) => row.needsTick,
];

function* tierOf(
  planned: readonly PlannedRow[],
  origins: ReadonlyMap<number, string>,
  isOfTier: (row: PlannedRow) => boolean,
  engine: PlanEngine,
): Sliced<Tier> {
  const rows: number[] = [];
  const itsOrigins: string[] = [];
  const places = new Map<string, number>();
  for (const [i, origin] of origins) {
    const row = planned[i];
    if (!row || !isOfTier(row)) continue;
    places.set(row.pattern, rows.length);
    rows.push(i);
    itsOrigins.push(origin);
    if (rows.length % (ROWS_PER_SLICE * 10) === 0) yield;
  }
  return {
    rows,
    places,
    filter: new HostFilter(itsOrigins),
    index: lazily(() => engine.index([...places.keys()])),
  };
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

function covererOf(
  row: PlannedRow,
  at: number,
  origin: string,
  tier: Tier,
  engine: PlanEngine,
): number | undefined {
  const own = tier.places.get(row.pattern);
  if (!tier.filter.mayCover(origin, own !== undefined)) return undefined;
  const by = tier.index().coveredBy(row.pattern, own);
  const byRow = by === undefined ? undefined : tier.rows[tier.places.get(by) ?? -1];
  if (by === undefined || byRow === undefined || byRow === at) return undefined;
  // The index keeps the order within its tier; a row of another tier that means the same must stand earlier too.
  return byRow > at && own === undefined && engine.compare(row.pattern, by) === 'equal' ? undefined : byRow;
}
