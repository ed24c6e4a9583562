import type { Grade } from '../../patterns/types.ts';
import type { Sliced } from '../../slices/sliced.ts';
import { ROWS_PER_SLICE } from '../limits.ts';
import type { JudgedRow, PlanKind } from '../types.ts';
import { countPlan } from './count.ts';
import { findCoverers } from './coverers.ts';
import type { PlanEngine } from './engine.ts';
import { type KnownList, readKnownList } from './known-list.ts';

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
  readonly rows: JudgedRow[] = [];
  readonly #engine: PlanEngine;
  readonly #firstOf = new Map<string, number>();

  constructor(engine: PlanEngine) {
    this.#engine = engine;
  }

  /** Judges the next row of the file. Whether the list has it or something covers it is only known at the end. */
  add(text: string): JudgedRow {
    const row = this.#judge(text, this.#engine.grade(text));
    this.rows.push(row);
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

  #judge(text: string, { level, severity, pattern }: Grade): JudgedRow {
    if (level === 'error' || pattern === undefined)
      return { plan: 'invalid', pattern: text, level: 'error', needsTick: false };
    const needsTick = level === 'warn' && severity === 'high';
    const first = this.#firstOf.get(pattern);
    if (first !== undefined)
      return { plan: 'duplicate', pattern, level, needsTick, by: pattern, byRows: [first] };
    this.#firstOf.set(pattern, this.rows.length);
    return { plan: 'add', pattern, level, needsTick };
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
