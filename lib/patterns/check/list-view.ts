import { type CoverageIndex, createCoverageIndex } from '../coverage/index.ts';
import { createMatcher } from '../matcher/index.ts';
import { normalisePattern } from '../read/index.ts';
import type { ListView } from '../rules/rule.ts';
import { Folding } from './folding.ts';
import { Neighbours } from './neighbours.ts';

/**
 * A list as the rules ask about it. All indexes are built at the first question that needs them; each question then
 * costs the same however long the list is.
 */
export class ListIndex {
  readonly patterns: readonly string[];
  readonly #redirectUris: readonly string[] | undefined;
  #normalised: (string | undefined)[] | undefined;
  #firstText: Map<string, number> | undefined;
  #firstNormalised: Map<string, number> | undefined;
  #coverage: CoverageIndex | undefined;
  #neighbours: Neighbours | undefined;
  #folding: Folding | undefined;
  #origins: Set<string> | undefined;
  #needed: Set<string> | undefined;

  /**
   * @param patterns entries as they stand in the list, valid or not.
   * @param redirectUris addresses that AI tools were seen to use, where any are recorded.
   */
  constructor(patterns: readonly string[], redirectUris?: readonly string[]) {
    this.patterns = patterns;
    this.#redirectUris = redirectUris;
  }

  /** What the row at this position asks about the others. */
  row(position: number): ListView {
    return this.#view(position);
  }

  /** What an entry that is not in the list itself asks about it. */
  outside(): ListView {
    return this.#view(undefined);
  }

  #view(position: number | undefined): ListView {
    // Of rows that equal each other only the later ones are told, or an admin might remove them all.
    const earlier = (first: number | undefined): string | undefined =>
      first === undefined || (position !== undefined && first >= position) ? undefined : this.patterns[first];
    const question = position === undefined ? {} : { except: position };
    let covered: { by: string | undefined } | undefined;
    const coveredBy = (text: string, normalised: string): string | undefined => {
      // Several rules ask, and the answer is the dearest of all.
      const meets = this.#near().mayMeet(normalised, position !== undefined);
      covered ??= { by: meets ? this.#covering().coveredBy(text, question) : undefined };
      return covered.by;
    };
    const alone = (text: string, normalised: string): boolean =>
      coveredBy(text, normalised) !== undefined || !this.#near().mayMeet(normalised, position !== undefined);
    return {
      everyRow: position !== undefined,
      has: (normalised) => this.#byNormalised().has(normalised),
      sameText: (text) => earlier(this.#byText().get(text)),
      sameNormalised: (normalised) => earlier(this.#byNormalised().get(normalised)),
      coveredBy,
      coveredByUnion: (text, normalised) =>
        alone(text, normalised) ? undefined : this.#covering().coveredByUnion(text, question),
      overlapping: (text, normalised) =>
        alone(text, normalised) ? undefined : this.#covering().overlapping(text, question),
      foldable: (normalised) => this.#fold().of(normalised),
      hasPathFor: (origin) => this.#withPath().has(origin),
      isNeeded: (text) => this.#neededBy()?.has(text),
    };
  }

  /** Normalised texts in list order; undefined for entries that are not valid. */
  normalised(): readonly (string | undefined)[] {
    this.#normalised ??= this.patterns.map(normalisePattern);
    return this.#normalised;
  }

  #byText(): Map<string, number> {
    this.#firstText ??= firstOf(this.patterns);
    return this.#firstText;
  }

  #byNormalised(): Map<string, number> {
    this.#firstNormalised ??= firstOf(this.normalised());
    return this.#firstNormalised;
  }

  #covering(): CoverageIndex {
    this.#coverage ??= createCoverageIndex(this.patterns);
    return this.#coverage;
  }

  #near(): Neighbours {
    this.#neighbours ??= new Neighbours(this.#valid());
    return this.#neighbours;
  }

  #valid(): string[] {
    return this.normalised().filter((text) => text !== undefined);
  }

  #fold(): Folding {
    this.#folding ??= new Folding(this.#valid());
    return this.#folding;
  }

  #withPath(): Set<string> {
    if (!this.#origins) {
      this.#origins = new Set();
      for (const text of this.normalised()) {
        const slash = text === undefined ? -1 : text.indexOf('/', text.indexOf('://') + 3);
        if (text !== undefined && slash >= 0) this.#origins.add(text.slice(0, slash));
      }
    }
    return this.#origins;
  }

  #neededBy(): Set<string> | undefined {
    if (!this.#redirectUris || this.#redirectUris.length === 0) return undefined;
    if (!this.#needed) {
      const matcher = createMatcher(this.patterns);
      this.#needed = new Set(this.#redirectUris.flatMap((uri) => matcher.matchAll(uri)));
    }
    return this.#needed;
  }
}

function firstOf(texts: readonly (string | undefined)[]): Map<string, number> {
  const first = new Map<string, number>();
  for (let i = texts.length - 1; i >= 0; i--) {
    const text = texts[i];
    if (text !== undefined) first.set(text, i);
  }
  return first;
}
