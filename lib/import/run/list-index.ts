import { entryKey } from './entry-key.ts';

/** How an entry stands in the list: as it was typed, in another spelling of the same, or altered by the page. */
export type Found = { how: 'exact' | 'same' | 'altered'; entry: string };

/**
 * A reading of the console's list, to be asked for entries. Compared exactly first, then by the normalised
 * spelling. A page that puts whole entries in lower case, or a slash behind a bare host, changes what they mean, so
 * such a twin only counts for a row that was tried, and only when it wasn't there before.
 */
export class ListIndex {
  readonly entries: readonly string[];
  readonly #exact = new Set<string>();
  readonly #repeated = new Set<string>();
  readonly #keys = new Map<string, string>();
  readonly #lower = new Map<string, string>();

  constructor(entries: readonly string[]) {
    this.entries = entries;
    for (const entry of entries) {
      if (this.#exact.has(entry)) this.#repeated.add(entry);
      this.#exact.add(entry);
      const key = entryKey(entry);
      if (!this.#keys.has(key)) this.#keys.set(key, entry);
      const lower = alteredKey(key);
      if (!this.#lower.has(lower)) this.#lower.set(lower, entry);
    }
  }

  /** The entry of the list that is this one. */
  find(pattern: string): Found | undefined {
    if (this.#exact.has(pattern)) return { how: 'exact', entry: pattern };
    const same = this.#keys.get(entryKey(pattern));
    return same === undefined ? undefined : { how: 'same', entry: same };
  }

  /**
   * The same for an entry that was tried: also as the page may have altered it since `before`. `claimed` are
   * entries of the list that other rows account for.
   */
  findTried(pattern: string, before?: ListIndex, claimed?: ReadonlySet<string>): Found | undefined {
    const found = this.find(pattern);
    if (found) return found;
    const entry = this.#lower.get(alteredKey(entryKey(pattern)));
    return entry === undefined || before?.has(entry) || claimed?.has(entry)
      ? undefined
      : { how: 'altered', entry };
  }

  has(entry: string): boolean {
    return this.#exact.has(entry);
  }

  /** Whether the list holds the entry more than once. */
  isTwice(entry: string): boolean {
    return this.#repeated.has(entry);
  }

  /** The list with an entry more, which was seen without reading all of it. */
  with(entry: string): ListIndex {
    return this.#exact.has(entry) ? this : new ListIndex([...this.entries, entry]);
  }
}

/** The spelling under which a page may have altered an entry: in lower case, with a slash behind a bare host. */
function alteredKey(key: string): string {
  const lower = key.toLowerCase();
  return /^[a-z][a-z0-9+.-]{0,63}:\/\/[^/]*\/$/.test(lower) ? lower.slice(0, -1) : lower;
}
