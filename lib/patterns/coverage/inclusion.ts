import { PATH, walk } from './automaton.ts';
import type { Box } from './box.ts';
import type { BoxIndex } from './box-index.ts';
import { type HostSet, hostAutomaton, hostLegality } from './host-set.ts';
import { type PathSet, pathAutomaton } from './path-set.ts';
import type { Relations } from './relations.ts';

/** Whether every address of `a` is in one of `boxes`, and if not in one alone, then in several of them together. */
export function isInside(a: readonly Box[], boxes: BoxIndex, relations: Relations): boolean {
  for (const box of a) {
    relations.budget.spend(1);
    if (!boxes.has(box) && !isCovered(box, boxes, relations)) return false;
  }
  return true;
}

/** Ports are few: each that is named is looked at alone, and all others stand together as `*`. */
function isCovered(box: Box, boxes: BoxIndex, relations: Relations): boolean {
  const near: Box[] = [];
  for (const other of boxes.near(box)) {
    relations.budget.spend(1);
    if (relations.ports(box.port, other.port).meets && relations.hosts(box.host, other.host).meets) {
      if (relations.paths(box.path, other.path).meets) near.push(other);
    }
  }
  const ports = box.port === '*' ? new Set(['*', ...near.map((other) => other.port)]) : [box.port];
  for (const port of ports) {
    const open = near.filter((other) => other.port === '*' || other.port === port);
    if (!isCoveredAtPort(box, open, relations)) return false;
  }
  return true;
}

function isCoveredAtPort(box: Box, boxes: readonly Box[], relations: Relations): boolean {
  const single = boxes.some(
    (other) => relations.hosts(box.host, other.host).inside && relations.paths(box.path, other.path).inside,
  );
  if (single) return true;
  const hosts = [...new Set(boxes.map((other) => other.host))];
  return everyHostRegion(box.host, hosts, relations, (covering) => {
    const paths = new Set(boxes.filter((other) => covering.has(other.host)).map((other) => other.path));
    return isPathCovered(box.path, [...paths], relations);
  });
}

/**
 * Cuts the hosts of `host` along the borders of `others`, and asks for each piece that is not empty.
 * @param ask is given the sets that hold the whole piece.
 * @returns false as soon as `ask` does.
 */
function everyHostRegion(
  host: HostSet,
  others: readonly HostSet[],
  relations: Relations,
  ask: (covering: ReadonlySet<HostSet>) => boolean,
): boolean {
  const partial = others.filter((other) => !relations.hosts(host, other).inside);
  const whole = others.filter((other) => relations.hosts(host, other).inside);
  // However many names there are, what a star stands for is more; and where `ask` holds for that, it does for the names.
  const onlyNames = host.glob !== undefined && partial.every((other) => !other.glob);
  if (partial.length === 0 || onlyNames) return ask(new Set(whole));
  let every = true;
  const automata = [host, ...partial].map(hostAutomaton);
  walk(automata, hostLegality(host.custom), relations.budget, 0, (accepting) => {
    const covering = new Set(whole);
    for (const i of accepting) {
      const other = i === 0 ? undefined : partial[i - 1];
      if (other) covering.add(other);
    }
    every = ask(covering);
    return !every;
  });
  return every;
}

function isPathCovered(path: PathSet, others: readonly PathSet[], relations: Relations): boolean {
  if (others.some((other) => relations.paths(path, other).inside)) return true;
  const near = others.filter((other) => relations.paths(path, other).meets);
  if (near.length < 2) return false;
  let covered = true;
  walk([path, ...near].map(pathAutomaton), PATH, relations.budget, 0, (accepting) => {
    covered = accepting.length > 1;
    return !covered;
  });
  return covered;
}
