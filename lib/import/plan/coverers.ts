import { ROWS_PER_SLICE } from '../limits.ts';
import type { Sliced } from '../slices.ts';
import type { PlannedRow } from '../types.ts';
import type { CoverageIndex, PlanEngine } from './engine.ts';
import { HostFilter } from './host-filter.ts';

/** Entries among which coverers are looked for. The index is made when the first question gets past the filter. */
interface Tier {
  filter: HostFilter;
  index: () => CoverageIndex;
  /** Where each pattern stands in the plan, and in the tier's index. */
  places: ReadonlyMap<string, { row: number; entry: number }>;
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
  const ofList = tierOf(new Map(list.map((pattern, entry) => [pattern, { row: -1, entry }])), engine);
  yield;
  const tiers: Tier[] = [];
  for (const isOfTier of tierTests) {
    const places = new Map<string, { row: number; entry: number }>();
    for (const i of candidates) {
      const row = planned[i];
      if (row && isOfTier(row)) places.set(row.pattern, { row: i, entry: places.size });
    }
    if (places.size > 0) tiers.push(tierOf(places, engine));
    yield;
  }
  for (const [n, i] of candidates.entries()) {
    const row = planned[i];
    if (!row) continue;
    const byList = ofList.filter.mayCover(row.pattern, false)
      ? ofList.index().coveredBy(row.pattern)
      : undefined;
    const byRows = byList === undefined ? tiers.flatMap((tier) => covererOf(row, i, tier, engine) ?? []) : [];
    const by = byList ?? planned[byRows[0] ?? -1]?.pattern;
    if (by !== undefined) {
      planned[i] = { ...row, plan: 'covered', by, ...(byList === undefined ? { byRows } : {}) };
    }
    if (n % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield;
  }
}

const tierTests: readonly ((row: PlannedRow) => boolean)[] = [
  (row) => row.level !== 'warn',
  (row) => row.level === 'warn' && !row.needsTick,
  (row) => row.needsTick,
];

function tierOf(places: Tier['places'], engine: PlanEngine): Tier {
  let index: CoverageIndex | undefined;
  return {
    places,
    filter: new HostFilter(places.keys()),
    index: () => {
      index ??= engine.index([...places.keys()]);
      return index;
    },
  };
}

function covererOf(row: PlannedRow, place: number, tier: Tier, engine: PlanEngine): number | undefined {
  const own = tier.places.get(row.pattern);
  if (!tier.filter.mayCover(row.pattern, own !== undefined)) return undefined;
  const by = tier.index().coveredBy(row.pattern, own?.entry);
  const at = by === undefined ? undefined : tier.places.get(by)?.row;
  if (by === undefined || at === undefined || at === place) return undefined;
  // The index keeps the order within its tier; a row of another tier that means the same must stand earlier too.
  return at > place && !own && engine.compare(row.pattern, by) === 'equal' ? undefined : at;
}
