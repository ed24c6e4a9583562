import type { Finding, Verdict } from '../../patterns/types.ts';
import type { Sliced } from '../slices.ts';
import type { JudgedRow, PlanKind } from '../types.ts';
import { countPlan } from './count.ts';
import { findCoverers } from './coverers.ts';
import type { PlanEngine } from './engine.ts';
import { type KnownList, readKnownList } from './known-list.ts';

/** What holds once all rows are known. */
export interface PlanEnd {
  /** Rows that turned out to be covered, as indices. */
  covered: number[];
  counts: Record<PlanKind, number>;
  /** Entries of the console that the file does not name. */
  extra: string[];
}

/**
 * Starts a plan: what is to be done with each row of a file, given the console's list. The rows come one by one.
 *
 * @param listOnPage the console's own entries as they stand there, all of them
 */
export function* beginPlan(listOnPage: readonly string[], engine: PlanEngine): Sliced<GrowingPlan> {
  return new GrowingPlan(listOnPage, yield* readKnownList(listOnPage, engine), engine);
}

/** A plan in the making: rows are judged as they come, and held against each other after the last. */
export class GrowingPlan {
  readonly rows: JudgedRow[] = [];
  readonly #entries: readonly string[];
  readonly #list: KnownList;
  readonly #engine: PlanEngine;
  readonly #firstOf = new Map<string, number>();

  constructor(entries: readonly string[], list: KnownList, engine: PlanEngine) {
    this.#entries = entries;
    this.#list = list;
    this.#engine = engine;
  }

  /** Judges the next row of the file. Whether another covers it is only known at the end. */
  add(text: string): JudgedRow {
    const row = this.#judge(text, this.#engine.check(text));
    this.rows.push(row);
    return row;
  }

  *finish(): Sliced<PlanEnd> {
    const { rows } = this;
    const covered = yield* findCoverers(rows, [...this.#list.valid], this.#engine);
    return { covered, counts: countPlan(rows), extra: this.#extra() };
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
    const present = this.#list.byPattern.get(pattern);
    return present === undefined
      ? { plan: 'add', pattern, level, needsTick, findings }
      : { plan: 'present', pattern, level, needsTick, findings, by: present };
  }

  #extra(): string[] {
    const entries = this.#entries;
    if (entries.length === 0) return [];
    const named = new Set(
      this.rows.map((row) => (row.plan === 'invalid' ? row.pattern.trim() : row.pattern)),
    );
    return entries.filter(
      (entry) => !named.has(this.#list.patternOf.get(entry) ?? entry) && !named.has(entry.trim()),
    );
  }
}

function isGrave(findings: readonly Finding[]): boolean {
  for (const { level, severity } of findings) if (level === 'warn' && severity === 'high') return true;
  return false;
}
