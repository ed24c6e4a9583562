/** More entries than this with the same ends are told apart by what stands between them. */
const CROWD = 8;

interface Item<T> {
  middle: string;
  value: T;
}

class Leaf<T> {
  items: Item<T>[] = [];
  #byMiddle: Map<string, T[]> | undefined;
  #lengths: number[] = [];
  #without: T[] = [];

  add(item: Item<T>): void {
    this.items.push(item);
    this.#byMiddle = undefined;
  }

  collect(text: string, from: number, to: number, found: T[]): void {
    if (this.items.length <= CROWD) {
      for (const item of this.items) found.push(item.value);
      return;
    }
    const byMiddle = this.#byMiddle ?? this.#build();
    for (const value of this.#without) found.push(value);
    for (const length of this.#lengths) {
      const seen = new Set<string>();
      for (let at = from; at + length <= to; at++) {
        const part = text.slice(at, at + length);
        const values = byMiddle.get(part);
        if (values === undefined || seen.has(part)) continue;
        seen.add(part);
        for (const value of values) found.push(value);
      }
    }
  }

  #build(): Map<string, T[]> {
    const byMiddle = new Map<string, T[]>();
    const lengths = new Set<number>();
    this.#without = [];
    for (const { middle, value } of this.items) {
      if (middle === '') this.#without.push(value);
      else {
        lengths.add(middle.length);
        const values = byMiddle.get(middle);
        if (values) values.push(value);
        else byMiddle.set(middle, [value]);
      }
    }
    this.#lengths = [...lengths];
    this.#byMiddle = byMiddle;
    return byMiddle;
  }
}

interface Pair<T> {
  head: number;
  tail: number;
  leaves: Map<string, Leaf<T>>;
}

/**
 * Finds the globs that a text may fit, by the literals at their ends and the longest one between. What it costs depends
 * on the text's length and on how many different lengths the literals have, not on how many globs there are.
 */
export class GlobIndex<T> {
  readonly #pairs: Pair<T>[] = [];
  readonly #bySize = new Map<number, Pair<T>>();

  /** @param middle literals between the ends, in any order. */
  add(head: string, tail: string, middle: readonly string[], value: T): void {
    const size = head.length * 65_536 + tail.length;
    let pair = this.#bySize.get(size);
    if (!pair) {
      pair = { head: head.length, tail: tail.length, leaves: new Map() };
      this.#bySize.set(size, pair);
      this.#pairs.push(pair);
    }
    const key = tail === '' ? head : `${head}\0${tail}`;
    let leaf = pair.leaves.get(key);
    if (!leaf) {
      leaf = new Leaf();
      pair.leaves.set(key, leaf);
    }
    let longest = '';
    for (const literal of middle) if (literal.length > longest.length) longest = literal;
    leaf.add({ middle: longest, value });
  }

  /** Every value whose literals are in the text: a superset of those that fit. Each value comes once. */
  candidates(text: string): T[] {
    const found: T[] = [];
    for (const { head, tail, leaves } of this.#pairs) {
      if (head > text.length || tail > text.length) continue;
      const start = text.slice(0, head);
      const key = tail === 0 ? start : `${start}\0${text.slice(text.length - tail)}`;
      leaves.get(key)?.collect(text, 0, text.length, found);
    }
    return found;
  }
}
