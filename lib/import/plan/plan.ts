import type { Verdict } from '../../patterns/types.ts';
import { ROWS_PER_SLICE } from '../limits.ts';
import { drain, drainInSlices, type Sliced } from '../slices.ts';
import type { ImportPlan, PatternRow, Pause, PlannedRow } from '../types.ts';
import { countPlan } from './count.ts';
import { findCoverers } from './coverers.ts';
import type { PlanEngine } from './engine.ts';

/**
 * What is to be done with each row of a file, given the console's list.
 *
 * @param rows as `readPatternFile` gives them
 * @param listOnPage the console's own entries as they stand there, all of them
 * @returns a plan whose counts add up to the rows. Costs about one check a row; never throws.
 */
export function plan(
  rows: readonly PatternRow[],
  listOnPage: readonly string[],
  engine: PlanEngine,
): ImportPlan {
  return drain(planSteps(rows, listOnPage, engine));
}

/** The same with `pause` between slices of a few milliseconds; `onProgress` hears how many rows are checked. */
export async function planInSlices(
  rows: readonly PatternRow[],
  listOnPage: readonly string[],
  engine: PlanEngine,
  pause: Pause,
  onProgress?: (checked: number) => void,
): Promise<ImportPlan> {
  return await drainInSlices(planSteps(rows, listOnPage, engine, onProgress), pause);
}

function* planSteps(
  rows: readonly PatternRow[],
  listOnPage: readonly string[],
  engine: PlanEngine,
  onProgress?: (checked: number) => void,
): Sliced<ImportPlan> {
  const list = yield* readList(listOnPage, engine);
  const planned: PlannedRow[] = [];
  const firstOf = new Map<string, number>();
  for (const [i, row] of rows.entries()) {
    planned.push(planRow(row, i, engine.check(row.text), list, firstOf));
    if (i % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) {
      onProgress?.(i + 1);
      yield;
    }
  }
  onProgress?.(rows.length);
  yield* findCoverers(planned, [...list.valid], engine);
  return { rows: planned, counts: countPlan(planned), extra: extraEntries(listOnPage, list, planned) };
}

interface KnownList {
  /** Normalised entries with the text they have in the console. */
  byPattern: Map<string, string>;
  /** Normalised entries that are valid. */
  valid: Set<string>;
  /** The normalised spelling of each text. */
  patternOf: Map<string, string>;
}

function* readList(entries: readonly string[], engine: PlanEngine): Sliced<KnownList> {
  const list: KnownList = { byPattern: new Map(), valid: new Set(), patternOf: new Map() };
  for (const [i, entry] of entries.entries()) {
    // What we'd call wrong stands in the list all the same, and is compared as the text it is.
    const { pattern } = engine.check(entry);
    if (pattern !== undefined) list.valid.add(pattern);
    const key = pattern ?? entry;
    list.patternOf.set(entry, key);
    if (!list.byPattern.has(key)) list.byPattern.set(key, entry);
    if (i % ROWS_PER_SLICE === ROWS_PER_SLICE - 1) yield;
  }
  return list;
}

function planRow(
  row: PatternRow,
  index: number,
  verdict: Verdict,
  list: KnownList,
  firstOf: Map<string, number>,
): PlannedRow {
  const { findings } = verdict;
  const pattern = verdict.pattern ?? row.text;
  const level = verdict.level !== 'ok' ? verdict.level : findings.length > 0 ? 'info' : 'ok';
  const needsTick = findings.some((finding) => finding.level === 'warn' && finding.severity === 'high');
  const { line, text, extra } = row;
  const planned: PlannedRow = { line, text, extra, plan: 'add', pattern, level, needsTick, findings };
  if (verdict.level === 'error' || verdict.pattern === undefined)
    return { ...planned, plan: 'invalid', needsTick: false };
  const first = firstOf.get(pattern);
  if (first !== undefined) return { ...planned, plan: 'duplicate', by: pattern, byRows: [first] };
  firstOf.set(pattern, index);
  const present = list.byPattern.get(pattern);
  return present === undefined ? planned : { ...planned, plan: 'present', by: present };
}

function extraEntries(entries: readonly string[], list: KnownList, rows: readonly PlannedRow[]): string[] {
  if (entries.length === 0) return [];
  const named = new Set(rows.map((row) => (row.plan === 'invalid' ? row.text.trim() : row.pattern)));
  return entries.filter(
    (entry) => !named.has(list.patternOf.get(entry) ?? entry) && !named.has(entry.trim()),
  );
}
