import {
  asChosen,
  type Choices,
  type ChosenRow,
  chooseRows,
  rowsToAdd,
} from '../../lib/import/plan/choose.ts';
import type { ImportPlan } from '../../lib/import/types.ts';
import type { PanelState } from './state.ts';

const NONE: ReadonlySet<number> = new Set();

/** What the admin decides on a plan: the rows that are ticked, and whether warnings are added. Shown through the state. */
export class Decisions {
  /** One answer for each row of the plan. */
  chosen: ChosenRow[] = [];
  readonly #state: PanelState;
  #plan: ImportPlan | undefined;
  #choices: Choices = { includeWarnings: true, ticked: NONE };

  constructor(state: PanelState) {
    this.#state = state;
  }

  /** Rows with a high warning that were ticked. */
  get ticked(): ReadonlySet<number> {
    return this.#choices.ticked;
  }

  /** Takes a plan and the ticks that hold for it; the one before is forgotten. Shows nothing yet. */
  take(plan: ImportPlan | undefined, ticked = NONE): void {
    this.#plan = plan;
    this.#choices = { ...this.#choices, ticked };
  }

  includeWarnings(includeWarnings: boolean): void {
    this.#choices = { ...this.#choices, includeWarnings };
    this.show();
  }

  tick(index: number, on: boolean): void {
    const ticked = new Set(this.ticked);
    if (on) ticked.add(index);
    else ticked.delete(index);
    this.#choices = { ...this.#choices, ticked };
    this.show();
  }

  /** Decides anew which rows are added. A row covered only by one that is left out is added itself, not lost. */
  show(): void {
    const plan = this.#plan;
    if (!plan) return;
    this.chosen = chooseRows(plan, this.#choices);
    this.#state.plan.value = asChosen(plan, this.chosen);
    this.#state.selection.value = { ...this.#choices, count: rowsToAdd(this.chosen).length };
  }
}
