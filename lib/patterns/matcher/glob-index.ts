/** More entries than this with the same ends are told apart by what stands between them. */
const CROWD = 8;

interface Item<T> {
  middle: string;
  value: T;
}

/** Values with the same ends. */
class Leaf<T> {
  #items: Item<T>[] | undefined = [];
  #byMiddle: Map<string, T[]> | undefined;
  readonly #lengths: number[] = [];
  readonly #without: T[] = [];

  add(item: Item<T>): void {
    if (!this.#items) this.#index(item);
    else if (this.#items.push(item) > CROWD) {
      const items = this.#items;
      this.#items = undefined;
      for (const one of items) this.#index(one);
    }
  }

  collect(text: string, found: T[]): void {
    if (this.#items) {
      for (const item of this.#items) found.push(item.value);
      return;
    }
    for (const value of this.#without) found.push(value);
    for (const length of this.#lengths) {
      const seen = new Set<string>();
      for (let at = 0; at + length <= text.length; at++) {
        const part = text.slice(at, at + length);
        const values = this.#byMiddle?.get(part);
        if (values === undefined || seen.has(part)) continue;
        seen.add(part);
        for (const value of values) found.push(value);
      }
    }
  }

  #index({ middle, value }: Item<T>): void {
    if (middle === '') {
      this.#without.push(value);
      return;
    }
    this.#byMiddle ??= new Map();
    const values = this.#byMiddle.get(middle);
    if (values) values.push(value);
    else this.#byMiddle.set(middle, [value]);
    if (!this.#lengths.includes(middle.length)) this.#lengths.push(middle.length);
  }
}

interface Pair<T> {
  head: number;
  tail: number;
  /** Most ends belong to one value only. */
  leaves: Map<string, Item<T> | Leaf<T>>;
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
    let longest = '';
    for (const literal of middle) if (literal.length > longest.length) longest = literal;
    const item = { middle: longest, value };
    const known = pair.leaves.get(key);
    if (!known) pair.leaves.set(key, item);
    else if (known instanceof Leaf) known.add(item);
    else {
      const leaf = new Leaf<T>();
      leaf.add(known);
      leaf.add(item);
      pair.leaves.set(key, leaf);
    }
  }

  /** Every value whose literals are in the text: a superset of those that fit. Each value comes once. */
  candidates(text: string): T[] {
    const found: T[] = [];
    for (const { head, tail, leaves } of this.#pairs) {
      if (head > text.length || tail > text.length) continue;
      const start = text.slice(0, head);
      const key = tail === 0 ? start : `${start}\0${text.slice(text.length - tail)}`;
      const leaf = leaves.get(key);
      if (leaf instanceof Leaf) leaf.collect(text, found);
      else if (leaf) found.push(leaf.value);
    }
    return found;
  }
}
