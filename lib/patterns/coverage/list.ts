import { lastLabels } from '../../catalogue/last-labels.ts';
import { EntryIndex } from '../matcher/entry-index.ts';
import { hostKeyOf } from '../matcher/host-key.ts';
import type { Rule } from '../matcher/rule.ts';
import type { PatternModel } from '../model.ts';
import type { Coverage } from '../types.ts';
import { compareModels, isCoveredByAll } from './compare.ts';
import { mayMeet } from './may-meet.ts';
import { sampleAddresses } from './samples.ts';

/** How many entries are compared in full for one question. More than these stand in the way of one address in no list that people keep. */
const MOST_COMPARED = 64;
/** How many members of the asked entry are looked at. */
const MOST_MEMBERS = 128;

/** Which other entry covers one. */
interface Covering {
  /** Position in the list. */
  entry: number;
  pattern: string;
  /** `equal` when each covers the other. */
  relation: 'equal' | 'subset';
}

interface CoverageQuestion {
  /**
   * Position of the asked entry in the list itself: it is left out, and an entry that covers exactly the same counts
   * only when it stands earlier, so that two such entries never name each other.
   */
  except?: number;
}

/** Asks which entries of a list cover, or meet, a given one. */
export interface CoverageIndex {
  /** An entry that covers the whole pattern under every reading, the widest if there are several. */
  coveredBy(pattern: string, question?: CoverageQuestion): string | undefined;
  /** The same with its position. */
  covering(pattern: string, question?: CoverageQuestion): Covering | undefined;
  /** Several entries that cover the pattern under every reading only together; undefined when one does alone or none do. */
  coveredByUnion(pattern: string, question?: CoverageQuestion): string[] | undefined;
  /** An entry that shares some addresses with the pattern, neither holding the other. Looks at the nearest entries only. */
  overlapping(pattern: string, question?: CoverageQuestion): string | undefined;
}

/**
 * Makes an index for questions of coverage. Each question costs the same however long the list is.
 * Entries and patterns that are not valid cover nothing and are covered by nothing. Never throws.
 */
export function createCoverageIndex(patterns: readonly string[]): CoverageIndex {
  const index = new EntryIndex(patterns);
  const neighbours = new Map<string, number[]>();
  let neighboursKnown = false;

  function covering(pattern: string, { except = -1 }: CoverageQuestion = {}): Covering | undefined {
    const model = index.entries.modelOf(pattern, except);
    if (!model) return undefined;
    const [first] = model.alternatives;
    const found = first ? candidates(index, model, [first], except, 1) : [];
    for (const entry of found) {
      const other = index.entries.model(entry);
      if (!other) continue;
      const relation = model.normalised === other.normalised ? 'equal' : relationTo(model, other);
      if (relation === 'subset' || (relation === 'equal' && (except < 0 || entry < except))) {
        return { entry, pattern: patterns[entry] ?? '', relation };
      }
    }
    return undefined;
  }

  function coveredByUnion(pattern: string, { except = -1 }: CoverageQuestion = {}): string[] | undefined {
    const model = index.entries.modelOf(pattern, except);
    if (!model || covering(pattern, { except })) return undefined;
    const members = model.alternatives.slice(0, MOST_MEMBERS);
    const found = candidates(index, model, members, except, Number.POSITIVE_INFINITY);
    const others: { entry: number; model: PatternModel }[] = [];
    for (const entry of found) {
      const other = index.entries.model(entry);
      if (other && !(except >= 0 && entry > except && compareModels(other, model) === 'equal')) {
        others.push({ entry, model: other });
      }
    }
    const covers = (list: typeof others): boolean =>
      isCoveredByAll(
        model,
        list.map((other) => other.model),
      );
    if (others.length < 2 || !covers(others)) return undefined;
    // Leave out whatever is not needed, the narrowest first, so that the answer names no more than it must.
    let needed = others;
    for (const other of [...others].reverse()) {
      const rest = needed.filter((one) => one !== other);
      if (rest.length > 0 && covers(rest)) needed = rest;
    }
    return needed.map((other) => patterns[other.entry] ?? '');
  }

  function overlapping(pattern: string, { except = -1 }: CoverageQuestion = {}): string | undefined {
    const model = index.entries.modelOf(pattern, except);
    if (!model) return undefined;
    const members = model.alternatives.slice(0, MOST_MEMBERS);
    const found = new Set(candidates(index, model, members, except, Number.POSITIVE_INFINITY));
    for (const entry of nearby(pattern)) if (entry !== except) found.add(entry);
    for (const entry of found) {
      const other = index.entries.model(entry);
      if (other && mayMeet(model, other) && compareModels(model, other) === 'overlap') return patterns[entry];
    }
    return undefined;
  }

  /** Entries of the same scheme and domain, from the start of the list. */
  function nearby(pattern: string): readonly number[] {
    if (!neighboursKnown) {
      neighboursKnown = true;
      for (let entry = 0; entry < patterns.length; entry++) {
        const domain = domainKey(patterns[entry] ?? '');
        const known = neighbours.get(domain);
        if (!known) neighbours.set(domain, [entry]);
        else if (known.length < MOST_COMPARED) known.push(entry);
      }
    }
    return neighbours.get(domainKey(pattern)) ?? [];
  }

  return {
    coveredBy: (pattern, question) => covering(pattern, question)?.pattern,
    covering,
    coveredByUnion,
    overlapping,
  };
}

/** Entries that hold one of the first `samples` sample addresses of the members; the widest first. */
function candidates(
  index: EntryIndex,
  model: PatternModel,
  members: PatternModel['alternatives'],
  except: number,
  samples: number,
): number[] {
  const rules = new Set<Rule>();
  for (const member of members) {
    for (const address of sampleAddresses(member).slice(0, samples)) {
      const found: Rule[] = [];
      index.search(address, found);
      for (const rule of found) rules.add(rule);
    }
  }
  const widest = [...rules].sort((a, b) => a.specificity - b.specificity || a.entry - b.entry);
  const entries = new Set<number>();
  for (const rule of widest) {
    for (const entry of rule.firstEntries(MOST_COMPARED)) if (entry !== except) entries.add(entry);
    if (entries.size >= MOST_COMPARED && model.alternatives.length === 1) break;
  }
  return [...entries];
}

/**
 * As `compareModels`, but an entry inside another under both readings is a subset also where the readings differ in
 * whether it is all of it: one without a path against its own twin with `/**`.
 */
function relationTo(model: PatternModel, other: PatternModel): Coverage {
  const relation = compareModels(model, other);
  return relation === 'unknown' && isCoveredByAll(model, [other]) ? 'subset' : relation;
}

/** Scheme and last two labels; entries that share nothing of them seldom meet. */
function domainKey(text: string): string {
  const key = hostKeyOf(text);
  if (!key) return '';
  return `${key.scheme}://${lastLabels(key.host, 2)}`;
}
