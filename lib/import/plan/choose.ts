import type { ImportPlan, PlanKind, PlannedRow } from '../types.ts';
import { countPlan } from './count.ts';

/** What the admin has settled in the review. Rows are named by their index in the plan. */
export interface Choices {
  /** Also add rows that carry a warning; a high warning needs the row's own tick all the same. */
  includeWarnings: boolean;
  /** Rows with a high warning that were ticked. */
  ticked: ReadonlySet<number>;
  /** Rows that were taken out by hand. */
  leftOut?: ReadonlySet<number>;
}

/** Why a row is not added. */
export type LeftOutReason = Exclude<PlanKind, 'add'> | 'needs-tick' | 'warning' | 'by-hand';

/** What is done with one row under the given choices. */
export interface ChosenRow {
  add: boolean;
  /** The plan as it holds under the choices: a row whose coverers are left out is `add`, not `covered`. */
  plan: PlanKind;
  /** Absent for a row that is added. */
  why?: LeftOutReason;
  /** Which row covers it, when that is why. */
  byRow?: number;
}

/**
 * Decides for each row whether it is added. A row is only left out as covered when what covers it is in the
 * console's list or is really going to be added, so that no tick can lose another row.
 *
 * @returns one answer per row of the plan, in its order
 */
export function chooseRows(plan: Pick<ImportPlan, 'rows'>, choices: Choices): ChosenRow[] {
  const { rows } = plan;
  const chosen: (ChosenRow | undefined)[] = [];
  rows.forEach((row, i) => {
    chosen.push(dependsOnRows(row) ? undefined : choose(row, i, choices, chosen));
  });
  // Nearly all rows of a long file depend on no other; after this all are settled.
  if (chosen.includes(undefined)) settleCovered(rows, choices, chosen);
  return chosen as ChosenRow[];
}

/** The plan as it holds under the choices: a row whose coverers are left out is one to add. */
export function asChosen(plan: ImportPlan, chosen: readonly ChosenRow[]): ImportPlan {
  // What can't differ needn't be shown anew: a file may have 100,000 rows.
  if (!plan.rows.some(dependsOnRows)) return plan;
  const rows = plan.rows.map((row, index) => {
    const kind = chosen[index]?.plan ?? row.plan;
    return kind === row.plan ? row : { ...row, plan: kind };
  });
  return { ...plan, rows, counts: countPlan(rows) };
}

const dependsOnRows = (row: PlannedRow): boolean => coverersOf(row).length > 0;

/** Depth first without recursion: a row is settled after the rows that cover it, however long the chain is. */
function settleCovered(
  rows: readonly PlannedRow[],
  choices: Choices,
  chosen: (ChosenRow | undefined)[],
): void {
  const open = new Set<number>();
  for (let start = 0; start < rows.length; start++) {
    if (chosen[start]) continue;
    const stack = [start];
    for (let at = stack.at(-1); at !== undefined; at = stack.at(-1)) {
      const row = rows[at];
      if (!row || chosen[at]) {
        stack.pop();
        continue;
      }
      const waiting = open.has(at) ? [] : coverersOf(row).filter((by) => !chosen[by] && !open.has(by));
      open.add(at);
      if (waiting.length > 0) stack.push(...waiting);
      else {
        chosen[at] = choose(row, at, choices, chosen);
        stack.pop();
      }
    }
  }
}

/** Most answers are one of a few, and a file may have 100,000 rows: they are made once. */
const ADDED: ChosenRow = { add: true, plan: 'add' };
const LEFT_OUT = {
  invalid: { add: false, plan: 'invalid', why: 'invalid' },
  duplicate: { add: false, plan: 'duplicate', why: 'duplicate' },
  present: { add: false, plan: 'present', why: 'present' },
  covered: { add: false, plan: 'covered', why: 'covered' },
} as const satisfies Record<string, ChosenRow>;

/** The indices of the rows that are added, in the order of the file. */
export function rowsToAdd(chosen: readonly ChosenRow[]): number[] {
  const indices: number[] = [];
  for (let i = 0; i < chosen.length; i++) if (chosen[i]?.add) indices.push(i);
  return indices;
}

const coverersOf = (row: PlannedRow): readonly number[] => (row.plan === 'covered' ? (row.byRows ?? []) : []);

function choose(
  row: PlannedRow,
  index: number,
  choices: Choices,
  chosen: readonly (ChosenRow | undefined)[],
): ChosenRow {
  if (row.plan === 'covered') {
    const byRow = row.byRows?.find((by) => chosen[by]?.add);
    if (byRow !== undefined) return { add: false, plan: 'covered', why: 'covered', byRow };
    if (row.byRows === undefined) return LEFT_OUT.covered;
  } else if (row.plan !== 'add') return LEFT_OUT[row.plan];
  const why = reasonAgainst(row, index, choices);
  return why === undefined ? ADDED : { add: false, plan: 'add', why };
}

function reasonAgainst(row: PlannedRow, index: number, choices: Choices): LeftOutReason | undefined {
  if (choices.leftOut?.has(index)) return 'by-hand';
  if (row.needsTick) return choices.ticked.has(index) ? undefined : 'needs-tick';
  return row.level === 'warn' && !choices.includeWarnings ? 'warning' : undefined;
}
