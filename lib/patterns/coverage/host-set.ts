import { compileHost, type Glob, matchesGlob } from '../matcher/glob.ts';
import { ANY, type Automaton, type Budget, CUSTOM_HOST, type Legality, WEB_HOST } from './automaton.ts';
import { Builder } from './builder.ts';
import { APART, CONTAINS, INSIDE, type Relation, relate, SAME } from './relation.ts';

/** The hosts that one member of an entry covers (reading R3). */
export interface HostSet {
  text: string;
  custom: boolean;
  /** Undefined for a single host. */
  glob: Glob | undefined;
  automaton: Automaton | undefined;
}

export function readHostSet(text: string, custom: boolean): HostSet {
  const glob = text.includes('*') ? compileHost(text) : undefined;
  return { text, custom, glob, automaton: undefined };
}

export function hostLegality(custom: boolean): Legality {
  return custom ? CUSTOM_HOST : WEB_HOST;
}

/** Built when it is first needed. */
export function hostAutomaton(set: HostSet): Automaton {
  if (set.automaton) return set.automaton;
  const { literals, gaps } = set.glob ?? compileHost(set.text);
  const builder = new Builder().text(literals[0] ?? '');
  for (let i = 0; i < gaps.length; i++) {
    if (gaps[i] === 1) builder.take(ANY);
    builder.run(ANY).text(literals[i + 1] ?? '');
  }
  set.automaton = builder.accept().build();
  return set.automaton;
}

/** Compares two sets of hosts of the same scheme. */
export function relateHosts(a: HostSet, b: HostSet, budget: Budget): Relation {
  if (a.text === b.text) return SAME;
  if (!a.glob && !b.glob) return APART;
  if (!a.glob) return b.glob && matchesGlob(b.glob, a.text) ? INSIDE : APART;
  if (!b.glob) return matchesGlob(a.glob, b.text) ? CONTAINS : APART;
  if (!endsAgree(a.glob, b.glob)) return APART;
  return relate(hostAutomaton(a), hostAutomaton(b), hostLegality(a.custom), budget);
}

/** Whether the literals at both ends can stand in one text: most pairs of a list are told apart here. */
function endsAgree(a: Glob, b: Glob): boolean {
  const firstA = a.literals[0] ?? '';
  const firstB = b.literals[0] ?? '';
  const lastA = a.literals.at(-1) ?? '';
  const lastB = b.literals.at(-1) ?? '';
  return (
    (firstA.startsWith(firstB) || firstB.startsWith(firstA)) &&
    (lastA.endsWith(lastB) || lastB.endsWith(lastA))
  );
}
