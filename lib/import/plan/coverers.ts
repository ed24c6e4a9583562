import type { Sliced } from '../../slices/sliced.ts';
import { ROWS_PER_SLICE } from '../limits.ts';
import type { JudgedRow } from '../types.ts';
import type { CoverageIndex, PlanEngine } from './engine.ts';
import { type EntryShape, shapeOf } from './entry-shape.ts';
import { HostFilter } from './host-filter.ts';

/** Entries among which coverers are looked for. The index is made when the first question gets this far. */
interface Tier {
  index: () => CoverageIndex;
  /** Where each entry of the index stands in the plan. */
  rows: readonly number[];
  /** Where each pattern stands in the index. */
  places: ReadonlyMap<string, number>;
}

const LOOK_UPS_PER_SLICE = ROWS_PER_SLICE * 10;

/**
 * Turns rows that an entry of the console or another row covers into `covered`. A row remembers up to one
 * coverer without a warning, one with a warning and one that needs its own tick, since the admin may leave
 * the latter out: then the row is added after all, and nothing is lost. Of two rows that mean the same the
 * first stays.
 *
 * @returns the indices of the rows that were changed
 */
export function* findCoverers(
  rows: JudgedRow[],
  list: readonly string[],
  engine: PlanEngine,
): Sliced<number[]> {
  const shapes: (EntryShape | undefined)[] = [];
  const filter = new HostFilter();
  for (const row of rows) {
    const shape = row.plan === 'add' ? shapeOf(row.pattern) : undefined;
    shapes.push(shape);
    if (shape) filter.add(shape);
    if (shapes.length % LOOK_UPS_PER_SLICE === 0) yield;
  }
  const listShapes = list.map(shapeOf);
  for (const shape of listShapes) filter.add(shape);
  yield;

  // Hardly any row of a long file gets past the filter; only what could cover one of these is made an index of.
  const asked: number[] = [];
  for (const [i, shape] of shapes.entries()) {
    if (shape && filter.mayBeCovered(shape)) asked.push(i);
    if (i % LOOK_UPS_PER_SLICE === 0) yield;
  }
  if (asked.length === 0) return [];
  const mayCover = shapes.map((shape) => shape !== undefined && filter.mayCover(shape));
  const tiers: Tier[] = [];
  for (const isOfTier of tierTests) {
    const tier = yield* tierOf(rows, mayCover, isOfTier, engine);
    if (tier.rows.length > 0) tiers.push(tier);
    yield;
  }
  const listed = list.filter((_, i) => {
    const shape = listShapes[i];
    return shape !== undefined && filter.mayCover(shape);
  });
  const ofList = listed.length > 0 ? lazily(() => engine.index(listed)) : undefined;

  const covered: number[] = [];
  for (const [n, i] of asked.entries()) {
    const row = rows[i];
    if (row) {
      const found = covererOf(row, i, ofList, tiers, rows, engine);
      if (found !== row) {
        rows[i] = found;
        covered.push(i);
      }
    }
    if (n % ROWS_PER_SLICE === 0) yield;
  }
  return covered;
}

const tierTests: readonly ((row: JudgedRow) => boolean)[] = [
  (row) => row.level !== 'warn',
  (row) => row.level === 'warn' && !row.needsTick,
  (row) => row.needsTick,
];

function* tierOf(
  rows: readonly JudgedRow[],
  mayCover: readonly boolean[],
  isOfTier: (row: JudgedRow) => boolean,
  engine: PlanEngine,
): Sliced<Tier> {
  const members: number[] = [];
  const places = new Map<string, number>();
  for (const [i, row] of rows.entries()) {
    if (i % LOOK_UPS_PER_SLICE === 0) yield;
    if (!mayCover[i] || !isOfTier(row)) continue;
    places.set(row.pattern, members.length);
    members.push(i);
  }
  return { rows: members, places, index: lazily(() => engine.index([...places.keys()])) };
}

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** The row as it is when what covers it is known; the same row when nothing does. */
function covererOf(
  row: JudgedRow,
  at: number,
  ofList: (() => CoverageIndex) | undefined,
  tiers: readonly Tier[],
  rows: readonly JudgedRow[],
  engine: PlanEngine,
): JudgedRow {
  const byList = ofList?.().coveredBy(row.pattern);
  if (byList !== undefined) return { ...row, plan: 'covered', by: byList };
  const byRows: number[] = [];
  for (const tier of tiers) {
    const by = coveringRow(row, at, tier, engine);
    if (by !== undefined) byRows.push(by);
  }
  const by = rows[byRows[0] ?? -1]?.pattern;
  return by === undefined ? row : { ...row, plan: 'covered', by, byRows };
}

function coveringRow(row: JudgedRow, at: number, tier: Tier, engine: PlanEngine): number | undefined {
  const own = tier.places.get(row.pattern);
  const by = tier.index().coveredBy(row.pattern, own);
  const byRow = by === undefined ? undefined : tier.rows[tier.places.get(by) ?? -1];
  if (by === undefined || byRow === undefined || byRow === at) return undefined;
  // The index keeps the order within its tier; a row of another tier that means the same must stand earlier too.
  return byRow > at && own === undefined && engine.compare(row.pattern, by) === 'equal' ? undefined : byRow;
}
