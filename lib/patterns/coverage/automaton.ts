/**
 * Small automata over the characters of a host or a path. Sets of entries are compared by walking through several of
 * them at once; the walk is counted and given up when it grows too long, so that no entry can make it exponential.
 */

/** What an edge takes: a character code, or one of the classes. */
export const ANY = -1;
/** Any character of a segment: no slash, no end of the path. */
export const IN_SEGMENT = -2;

/** Stands for every character that is in no entry by name. */
const OTHER = -3;
const SLASH = 0x2f;
/** Marks that a query follows; it stands at the end of a path only, and `ANY` does not take it. */
export const QUERY = 0x3f;
const DOT = 0x2e;
const HYPHEN = 0x2d;

export interface State {
  edges: { takes: number; to: number }[];
  /** States that are reached without taking a character. */
  free: number[];
}

export interface Automaton {
  states: State[];
  accept: Set<number>;
}

/** Which texts exist at all; entries are compared on those only. */
export interface Legality {
  start: number;
  /** The next state, or -1. Codes below zero stand for characters without a name. */
  next(state: number, code: number): number;
  accepts(state: number): boolean;
  /** How many characters there are besides `special`; `OTHER` exists while some of them is not in use. */
  ordinary: number;
  /** Characters that edges of a class take and that differ in what may follow. */
  special: readonly number[];
}

const START = 0;
const AFTER_OTHER = 1;
const AFTER_HYPHEN = 2;
const AFTER_DOT = 3;

/** Web hosts: labels are not empty, do not start or end with a hyphen. 37 ordinary characters: a-z, 0-9 and `_`. */
export const WEB_HOST: Legality = {
  start: START,
  next(state, code) {
    if (code === DOT) return state === AFTER_OTHER ? AFTER_DOT : -1;
    if (code === HYPHEN) return state === AFTER_OTHER || state === AFTER_HYPHEN ? AFTER_HYPHEN : -1;
    return AFTER_OTHER;
  },
  accepts: (state) => state === AFTER_OTHER,
  ordinary: 37,
  special: [DOT, HYPHEN],
};

/** Hosts of custom schemes have A-Z besides. */
export const CUSTOM_HOST: Legality = { ...WEB_HOST, ordinary: 63 };

/** Paths start with a slash; nothing follows the mark of a query. */
export const PATH: Legality = {
  start: START,
  next(state, code) {
    if (state === START) return code === SLASH ? AFTER_OTHER : -1;
    if (state === AFTER_DOT) return -1;
    return code === QUERY ? AFTER_DOT : AFTER_OTHER;
  },
  accepts: (state) => state !== START,
  ordinary: Number.POSITIVE_INFINITY,
  special: [SLASH, QUERY],
};

/** Counts the work of one comparison; it is given up when nothing is left. */
export class Budget {
  left: number;

  constructor(steps: number) {
    this.left = steps;
  }

  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new BudgetSpent();
  }
}

/** Thrown through a walk that takes too long; `compareCoverage` answers `unknown` then. */
export class BudgetSpent extends Error {}

/** What every move of a walk costs besides the states it touches. */
const STEPS_A_MOVE = 10;

interface Place {
  /** Active states of each automaton, ascending. */
  active: number[][];
  legal: number;
}

/**
 * Walks through all legal texts and tells which combinations of automata accept one.
 * @param visit is called once for each combination found, with the positions of those that accept; true ends the walk.
 * @param needed the walk leaves texts that this automaton can not accept; undefined for any.
 */
export function walk(
  automata: readonly Automaton[],
  legality: Legality,
  budget: Budget,
  needed: number | undefined,
  visit: (accepting: number[]) => boolean,
): void {
  const found = new Set<string>();
  const seen = new Set<string>();
  const start: Place = { active: automata.map((a) => close(a, [0])), legal: legality.start };
  const open = [start];
  for (let place = open.pop(); place; place = open.pop()) {
    if (legality.accepts(place.legal)) {
      const accepting: number[] = [];
      for (let i = 0; i < automata.length; i++) {
        if (place.active[i]?.some((state) => automata[i]?.accept.has(state))) accepting.push(i);
      }
      const relevant = needed === undefined ? accepting.length > 0 : accepting.includes(needed);
      const key = accepting.join();
      if (relevant && !found.has(key)) {
        found.add(key);
        if (visit(accepting)) return;
      }
    }
    for (const code of codesFrom(automata, place, legality, budget)) {
      const legal = legality.next(place.legal, code);
      if (legal < 0) continue;
      budget.spend(STEPS_A_MOVE);
      const active = automata.map((a, i) => step(a, place.active[i] ?? [], code, budget));
      const alive =
        needed === undefined ? active.some((a) => a.length > 0) : (active[needed]?.length ?? 0) > 0;
      if (!alive) continue;
      const key = `${legal};${active.map((a) => a.join()).join(';')}`;
      if (seen.has(key)) continue;
      seen.add(key);
      open.push({ active, legal });
    }
  }
}

/** The characters that make a difference at a place. */
function codesFrom(
  automata: readonly Automaton[],
  place: Place,
  legality: Legality,
  budget: Budget,
): Set<number> {
  const codes = new Set<number>();
  let classes = false;
  for (let i = 0; i < automata.length; i++) {
    for (const state of place.active[i] ?? []) {
      const edges = automata[i]?.states[state]?.edges ?? [];
      budget.spend(1 + edges.length);
      for (const { takes } of edges) {
        if (takes < 0) classes = true;
        else codes.add(takes);
      }
    }
  }
  if (classes) {
    let ordinary = codes.size;
    for (const code of legality.special) if (codes.has(code)) ordinary--;
    if (ordinary < legality.ordinary) codes.add(OTHER);
    for (const code of legality.special) codes.add(code);
  }
  return codes;
}

function step(automaton: Automaton, active: readonly number[], code: number, budget: Budget): number[] {
  const next: number[] = [];
  for (const state of active) {
    for (const { takes, to } of automaton.states[state]?.edges ?? []) {
      if (takesCode(takes, code) && !next.includes(to)) next.push(to);
    }
  }
  const closed = next.length === 0 ? next : close(automaton, next);
  budget.spend(active.length + closed.length + 1);
  return closed;
}

function takesCode(takes: number, code: number): boolean {
  if (takes === ANY) return code !== QUERY;
  if (takes === IN_SEGMENT) return code !== QUERY && code !== SLASH;
  return takes === code;
}

function close(automaton: Automaton, states: readonly number[]): number[] {
  const reached = new Set(states);
  for (const state of reached) for (const to of automaton.states[state]?.free ?? []) reached.add(to);
  return [...reached].sort((a, b) => a - b);
}
