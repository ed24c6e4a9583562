import { type Automaton, type Budget, type Legality, walk } from './automaton.ts';

/** How two sets of texts lie to each other. */
export interface Relation {
  /** They share something. */
  meets: boolean;
  /** The first lies in the second. */
  inside: boolean;
  /** The second lies in the first. */
  contains: boolean;
}

export const SAME: Relation = { meets: true, inside: true, contains: true };
export const APART: Relation = { meets: false, inside: false, contains: false };
export const INSIDE: Relation = { meets: true, inside: true, contains: false };
export const CONTAINS: Relation = { meets: true, inside: false, contains: true };

/** Compares two automata exactly. */
export function relate(a: Automaton, b: Automaton, legality: Legality, budget: Budget): Relation {
  const relation: Relation = { meets: false, inside: true, contains: true };
  walk([a, b], legality, budget, undefined, (accepting) => {
    if (accepting.length === 2) relation.meets = true;
    else if (accepting[0] === 0) relation.inside = false;
    else relation.contains = false;
    return relation.meets && !relation.inside && !relation.contains;
  });
  return relation;
}
