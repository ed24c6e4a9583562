import type { Budget } from './automaton.ts';
import { type HostSet, relateHosts } from './host-set.ts';
import { type PathSet, relatePaths } from './path-set.ts';
import { APART, CONTAINS, INSIDE, type Relation, SAME } from './relation.ts';

/** What looking at a new pair of components costs at least. */
const STEPS_A_PAIR = 20;

/** Relations between components, each worked out once: members of one entry share most of theirs. */
export class Relations {
  readonly budget: Budget;
  readonly #hosts = new Map<HostSet, Map<HostSet, Relation>>();
  readonly #paths = new Map<PathSet, Map<PathSet, Relation>>();

  constructor(budget: Budget) {
    this.budget = budget;
  }

  hosts(a: HostSet, b: HostSet): Relation {
    if (!a.glob && !b.glob) return a.text === b.text ? SAME : APART;
    return remember(this.#hosts, a, b, () => {
      this.budget.spend(STEPS_A_PAIR);
      return relateHosts(a, b, this.budget);
    });
  }

  paths(a: PathSet, b: PathSet): Relation {
    if (a.text === b.text) return SAME;
    return remember(this.#paths, a, b, () => {
      this.budget.spend(STEPS_A_PAIR);
      return relatePaths(a, b, this.budget);
    });
  }

  /** Reading R4: '*' holds every port, the default one included. */
  ports(a: string, b: string): Relation {
    if (a === b) return SAME;
    if (b === '*') return INSIDE;
    return a === '*' ? CONTAINS : APART;
  }
}

function remember<T>(memory: Map<T, Map<T, Relation>>, a: T, b: T, work: () => Relation): Relation {
  let row = memory.get(a);
  if (!row) {
    row = new Map();
    memory.set(a, row);
  }
  let relation = row.get(b);
  if (!relation) {
    relation = work();
    row.set(b, relation);
  }
  return relation;
}
