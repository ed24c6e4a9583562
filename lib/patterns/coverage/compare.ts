import type { PatternModel } from '../model.ts';
import type { Coverage } from '../types.ts';
import { Budget, BudgetSpent } from './automaton.ts';
import { type Box, readBoxes } from './box.ts';
import { BoxIndex } from './box-index.ts';
import { isInside } from './inclusion.ts';
import type { Reading } from './path-set.ts';
import { Relations } from './relations.ts';

/** Steps that one comparison may take; some ten milliseconds. Entries as people write them take some hundred. */
const STEPS = 300_000;

/** Compares two valid entries under both readings. */
export function compareModels(a: PatternModel, b: PatternModel): Coverage {
  const narrow = compareUnder('narrow', a, b);
  if (narrow === 'unknown' || (a === b && narrow === 'equal')) return narrow;
  return compareUnder('wide', a, b) === narrow ? narrow : 'unknown';
}

/** Compares two valid entries under one reading; `unknown` when it would take too long. */
function compareUnder(reading: Reading, a: PatternModel, b: PatternModel): Coverage {
  if (schemeOf(a) !== schemeOf(b)) return 'disjoint';
  return within(() => {
    const relations = new Relations(new Budget(STEPS));
    const boxesA = new BoxIndex(readBoxes(a, reading));
    const boxesB = new BoxIndex(readBoxes(b, reading));
    const inside = isInside(boxesA.boxes, boxesB, relations);
    const contains = isInside(boxesB.boxes, boxesA, relations);
    if (inside) return contains ? 'equal' : 'subset';
    if (contains) return 'superset';
    return meet(boxesA.boxes, boxesB, relations) ? 'overlap' : 'disjoint';
  }, 'unknown');
}

/** Whether all that `a` covers is covered by the others together, under both readings. False when it takes too long. */
export function isCoveredByAll(a: PatternModel, others: readonly PatternModel[]): boolean {
  const same = others.filter((other) => schemeOf(other) === schemeOf(a));
  const readings: Reading[] = ['narrow', 'wide'];
  return within(
    () =>
      readings.every((reading) =>
        isInside(
          readBoxes(a, reading),
          new BoxIndex(same.flatMap((other) => readBoxes(other, reading))),
          new Relations(new Budget(STEPS)),
        ),
      ),
    false,
  );
}

function meet(a: readonly Box[], b: BoxIndex, relations: Relations): boolean {
  return a.some((box) =>
    b.near(box).some((other) => {
      relations.budget.spend(1);
      return (
        relations.ports(box.port, other.port).meets &&
        relations.hosts(box.host, other.host).meets &&
        relations.paths(box.path, other.path).meets
      );
    }),
  );
}

function within<T>(work: () => T, otherwise: T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof BudgetSpent) return otherwise;
    throw error;
  }
}

function schemeOf(model: PatternModel): string {
  return model.alternatives[0]?.scheme ?? '';
}
