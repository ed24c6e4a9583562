import { READINGS } from '../../catalogue/readings.ts';
import { answerPath, compilePath, PathAnswer, type PathRule } from '../matcher/path.ts';
import { ANY, type Automaton, type Budget, IN_SEGMENT, PATH, QUERY } from './automaton.ts';
import { Builder } from './builder.ts';
import { APART, CONTAINS, INSIDE, type Relation, relate, SAME } from './relation.ts';

/** What is promised under every reading (narrow), or what some reading lets in (wide); see R8. */
export type Reading = 'narrow' | 'wide';

/** The paths, with and without a query, that one member of an entry covers under one reading. */
export interface PathSet {
  /** Equal for equal sets that are written alike. */
  text: string;
  reading: Reading;
  rule: PathRule;
  automaton: Automaton | undefined;
}

/** An entry without a path is its root in the narrow reading, and the whole origin in the wide one, unless a probe told. */
export function readPathSet(path: string, reading: Reading): PathSet {
  const { pathless } = READINGS;
  const whole = pathless === 'unsure' ? reading === 'wide' : pathless === 'origin';
  const text = path === '' ? (whole ? '/**' : '/') : path;
  return { text, reading, rule: compilePath(text), automaton: undefined };
}

/** Built when it is first needed. A query is one more character at the end (reading R6). */
export function pathAutomaton(set: PathSet): Automaton {
  if (set.automaton) return set.automaton;
  const builder = new Builder();
  const segments = set.text.slice(1).split('/');
  for (let i = 0; i < segments.length; i++) {
    const segment = segments[i] ?? '';
    const before = builder.end;
    if (segment === '**') {
      builder.text('/').run(ANY);
      const last = i === segments.length - 1;
      if (!last || coversBase(set.reading)) builder.skipFrom(before);
    } else if (segment === '*') builder.text('/').take(IN_SEGMENT).run(IN_SEGMENT);
    else {
      const literals = segment.split(/\*+/);
      builder.text('/').text(literals[0] ?? '');
      for (const literal of literals.slice(1)) builder.run(IN_SEGMENT).text(literal);
    }
  }
  builder.accept();
  if (set.rule.queryAllowed) builder.take(QUERY).accept();
  set.automaton = builder.build();
  return set.automaton;
}

/** Whether `/x/**` takes in `/x`. */
function coversBase(reading: Reading): boolean {
  return READINGS.base === 'unsure' ? reading === 'wide' : READINGS.base === 'covered';
}

/** Whether one path without a query is in the set. */
function holds(set: PathSet, path: string): boolean {
  const answer = answerPath(set.rule, path, false);
  return answer === PathAnswer.yes || (answer === PathAnswer.base && set.reading === 'wide');
}

/** Compares two sets of paths under the same reading. */
export function relatePaths(a: PathSet, b: PathSet, budget: Budget): Relation {
  if (a.text === b.text) return SAME;
  const exactA = a.rule.kind === 'exact';
  const exactB = b.rule.kind === 'exact';
  if (exactA && exactB) return APART;
  if (exactA) return holds(b, a.text) ? INSIDE : APART;
  if (exactB) return holds(a, b.text) ? CONTAINS : APART;
  const { head: headA, tail: tailA } = a.rule;
  const { head: headB, tail: tailB } = b.rule;
  const agree =
    (headA.startsWith(headB) || headB.startsWith(headA)) && (tailA.endsWith(tailB) || tailB.endsWith(tailA));
  return agree ? relate(pathAutomaton(a), pathAutomaton(b), PATH, budget) : APART;
}
