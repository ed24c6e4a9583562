import type { Finding, Verdict } from '../../patterns/types.ts';
import type { Sliced } from '../../slices/sliced.ts';
import { ROWS_PER_SLICE } from '../limits.ts';
import type { JudgedRow, PlanKind } from '../types.ts';
import { countPlan } from './count.ts';
import { findCoverers } from './coverers.ts';
import type { PlanEngine } from './engine.ts';
import { type KnownList, readKnownList } from './known-list.ts';

const NO_FINDINGS: Finding[] = [];

/** What holds once all rows are known. */
export interface PlanEnd {
  /** Rows that the console's list has or something covers, as indices. */
  leftOut: number[];
  counts: Record<PlanKind, number>;
  /** Entries of the console that the file does not name. */
  extra: string[];
}

/**
 * A plan in the making: what is to be done with each row of a file. Rows are judged as they come, and after the last held
 * against the console's list and each other.
 */
export class GrowingPlan {
  /** What is known of the rows, without their findings: those are handed out once, and would fill the memory. */
  readonly rows: JudgedRow[] = [];
  readonly #engine: PlanEngine;
  readonly #firstOf = new Map<string, number>();

  constructor(engine: PlanEngine) {
    this.#engine = engine;
  }

  /** Judges the next row of the file. Whether the list has it or something covers it is only known at the end. */
  add(text: string): JudgedRow {
    const row = this.#judge(text, this.#engine.check(text));
    this.rows.push(row.findings.length === 0 ? row : { ...row, findings: NO_FINDINGS });
    return row;
  }

  /** @param listOnPage the console's own entries as they stand there, all of them */
  *finish(listOnPage: readonly string[]): Sliced<PlanEnd> {
    const { rows } = this;
    const list = yield* readKnownList(listOnPage, this.#engine);
    const present = yield* this.#findPresent(list);
    const covered = yield* findCoverers(rows, [...list.valid], this.#engine);
    return {
      leftOut: [...present, ...covered],
      counts: countPlan(rows),
      extra: this.#extra(listOnPage, list),
    };
  }

  /** Only the first of equal rows can be in the list: the others are its duplicates. */
  *#findPresent(list: KnownList): Sliced<number[]> {
    const present: number[] = [];
    for (const [pattern, by] of list.byPattern) {
      const at = this.#firstOf.get(pattern);
      const row = at === undefined ? undefined : this.rows[at];
      if (at === undefined || !row) continue;
      this.rows[at] = { ...row, plan: 'present', by };
      if (present.push(at) % ROWS_PER_SLICE === 0) yield;
    }
    return present;
  }

  #judge(text: string, verdict: Verdict): JudgedRow {
    const { findings } = verdict;
    const pattern = verdict.pattern ?? text;
    const level = verdict.level !== 'ok' ? verdict.level : findings.length > 0 ? 'info' : 'ok';
    const needsTick = isGrave(findings);
    if (verdict.level === 'error' || verdict.pattern === undefined)
      return { plan: 'invalid', pattern, level, needsTick: false, findings };
    const first = this.#firstOf.get(pattern);
    if (first !== undefined)
      return { plan: 'duplicate', pattern, level, needsTick, findings, by: pattern, byRows: [first] };
    this.#firstOf.set(pattern, this.rows.length);
    return { plan: 'add', pattern, level, needsTick, findings };
  }

  #extra(entries: readonly string[], list: KnownList): string[] {
    if (entries.length === 0) return [];
    const named = new Set(
      this.rows.map((row) => (row.plan === 'invalid' ? row.pattern.trim() : row.pattern)),
    );
    return entries.filter(
      (entry) => !named.has(list.patternOf.get(entry) ?? entry) && !named.has(entry.trim()),
    );
  }
}

function isGrave(findings: readonly Finding[]): boolean {
  for (const { level, severity } of findings) if (level === 'warn' && severity === 'high') return true;
  return false;
}
