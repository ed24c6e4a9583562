import { READINGS } from '../../catalogue/readings.ts';
import { compileSegment, type Glob, matchesGlob } from './glob.ts';

/** What an entry's path says to an address's path and query (readings R5, R6 and R8). */
export const PathAnswer = {
  no: 0,
  /** The path is right, the query is not allowed. */
  query: 1,
  /** `/x/**` and `/x`: unsure. */
  base: 2,
  /** The entry has no path, the address has more than the root: unsure. */
  pathless: 3,
  yes: 4,
} as const;
export type PathAnswer = (typeof PathAnswer)[keyof typeof PathAnswer];

/** The answers where reports disagree, as far as a probe has settled them. */
const PATHLESS = { unsure: PathAnswer.pathless, root: PathAnswer.no, origin: PathAnswer.yes } as const;
const BASE = { unsure: PathAnswer.base, covered: PathAnswer.yes, 'not covered': PathAnswer.no } as const;

/** An entry's path, ready to be compared. */
export interface PathRule {
  kind: 'pathless' | 'exact' | 'glob';
  text: string;
  /** Literal text that every fitting path starts with. */
  head: string;
  /** Literal text that every fitting path ends with. */
  tail: string;
  /** Literals in between. */
  middle: readonly string[];
  queryAllowed: boolean;
  /** Segments between the `**`; empty unless `kind` is `glob`. */
  blocks: readonly (readonly Glob[])[];
  /** Whether the last segment is `**`. */
  open: boolean;
  /** Whether it is a literal path and `/**` behind it, the most common glob: `head` says all of it then. */
  below: boolean;
}

export function compilePath(path: string): PathRule {
  const queryAllowed = path.endsWith('*');
  const base = { text: path, middle: [], queryAllowed, blocks: [], open: false, below: false };
  if (path === '') return { ...base, kind: 'pathless', head: '/', tail: '' };
  const star = path.indexOf('*');
  if (star < 0) return { ...base, kind: 'exact', head: path, tail: path };
  const segments = path.slice(1).split('/');
  const open = segments.at(-1) === '**';
  if (open) segments.pop();
  const blocks: Glob[][] = [[]];
  for (const segment of segments) {
    if (segment === '**') blocks.push([]);
    else blocks.at(-1)?.push(compileSegment(segment));
  }
  // `/x/**` may be read as covering `/x`, and `/x/**/y` covers `/x/y`: the slash in front of `**` is not sure to be there.
  const literals = path.split(/\/\*\*(?=\/|$)|\*+/);
  return {
    kind: 'glob',
    text: path,
    head: literals[0] ?? '',
    tail: literals.at(-1) ?? '',
    middle: literals.slice(1, -1),
    queryAllowed,
    blocks,
    open,
    below: open && literals.length === 2,
  };
}

/** Compares a path (and whether there is a query) with an entry's path. Never tries a segment twice at one place. */
export function answerPath(rule: PathRule, path: string, query: boolean): PathAnswer {
  if (rule.kind === 'pathless') return path === '/' && !query ? PathAnswer.yes : PATHLESS[READINGS.pathless];
  if (rule.kind === 'exact') {
    if (path !== rule.text) return PathAnswer.no;
    return query ? PathAnswer.query : PathAnswer.yes;
  }
  if (rule.text === '/**') return PathAnswer.yes;
  if (!path.startsWith(rule.head) || !path.endsWith(rule.tail)) return PathAnswer.no;
  if (rule.below) return answerBelow(rule.head.length, path);
  const answer =
    rule.blocks.length === 1 && !rule.open
      ? answerBlock(rule.blocks[0] ?? [], path)
      : answerSegments(rule, path.slice(1).split('/'));
  return answer !== PathAnswer.no && query && !rule.queryAllowed ? PathAnswer.query : answer;
}

/** A path that starts with all that stands in front of the rule's `/**`; a path ending in `**` allows any query. */
function answerBelow(head: number, path: string): PathAnswer {
  if (path.length === head) return BASE[READINGS.base];
  return path.charCodeAt(head) === 0x2f ? PathAnswer.yes : PathAnswer.no;
}

/** As many segments as there are globs; read in place, since putting them in a list costs more than comparing them. */
function answerBlock(block: readonly Glob[], path: string): PathAnswer {
  let start = 1;
  for (let i = 0; i < block.length; i++) {
    const glob = block[i];
    const slash = path.indexOf('/', start);
    const isLast = i === block.length - 1;
    if (glob === undefined || isLast !== slash < 0) return PathAnswer.no;
    if (!matchesGlob(glob, path.slice(start, isLast ? path.length : slash))) return PathAnswer.no;
    start = slash + 1;
  }
  return PathAnswer.yes;
}

function answerSegments(rule: PathRule, segments: readonly string[]): PathAnswer {
  const { blocks, open } = rule;
  const first = blocks[0] ?? [];
  if (!blockFits(first, segments, 0)) return PathAnswer.no;
  let at = first.length;
  const last = open ? blocks.length : blocks.length - 1;
  for (let i = 1; i < last; i++) {
    const block = blocks[i] ?? [];
    while (at + block.length <= segments.length && !blockFits(block, segments, at)) at++;
    at += block.length;
    if (at > segments.length) return PathAnswer.no;
  }
  if (open) {
    if (at < segments.length) return PathAnswer.yes;
    return BASE[READINGS.base];
  }
  const end = blocks[last] ?? [];
  const start = segments.length - end.length;
  return start >= at && blockFits(end, segments, start) ? PathAnswer.yes : PathAnswer.no;
}

function blockFits(block: readonly Glob[], segments: readonly string[], at: number): boolean {
  if (at + block.length > segments.length) return false;
  for (let i = 0; i < block.length; i++) {
    const glob = block[i];
    const segment = segments[at + i];
    if (glob === undefined || segment === undefined || !matchesGlob(glob, segment)) return false;
  }
  return true;
}
