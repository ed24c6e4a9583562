import { lastLabels } from '../../catalogue/last-labels.ts';
import type { RedirectUri } from '../redirect-uri/index.ts';
import { Entries } from './entries.ts';
import { hostKeyOf, hostKeyOfMember } from './host-key.ts';
import { Rule } from './rule.ts';
import { SchemeIndex } from './scheme-index.ts';
import { Nearness, Search } from './search.ts';

/** Hosts with so many last labels in common are near enough to name one for the other. */
const NEAR_LABELS = 2;

/**
 * A list of entries, found by scheme, host, port and path. Building looks at the start of each text only; an entry is
 * read in full when an address comes near it. Answers are the same as if all had been read at once.
 */
export class EntryIndex {
  readonly entries: Entries;
  readonly #schemes = new Map<string, SchemeIndex>();
  readonly #https: SchemeIndex;
  /** Entries whose key is not plain from their text; read before the first search. */
  #keyless: number[] = [];
  #neighbours: Map<string, Map<string, number>> | undefined;

  constructor(texts: readonly string[]) {
    this.entries = new Entries(texts);
    this.#https = new SchemeIndex(this.entries);
    this.#schemes.set('https', this.#https);
    for (let entry = 0; entry < texts.length; entry++) {
      const text = texts[entry];
      if (typeof text !== 'string') continue;
      const key = hostKeyOf(text);
      if (key === undefined) this.#keyless.push(entry);
      else if (key !== null) this.#scheme(key.scheme).addUnread(key.host, key.suffix, entry);
    }
  }

  /** @param all given to collect every rule that allows the address or may allow it. */
  search(uri: RedirectUri, all?: Rule[]): Search {
    if (this.#keyless.length > 0) this.#readKeyless();
    const search = new Search(uri, all);
    const index = uri.scheme === 'https' ? this.#https : this.#schemes.get(uri.scheme);
    index?.search(search);
    return search;
  }

  /** The rule that comes nearest to an address that no rule's host fits: same host under another scheme, or same domain. */
  nearest(uri: RedirectUri): { entry: number; nearness: Nearness } | undefined {
    const other = this.#schemes.get(uri.scheme === 'https' ? 'http' : 'https');
    if (other) {
      const twin = new Search(uri);
      other.search(twin);
      if (twin.entry >= 0) return { entry: twin.entry, nearness: Nearness.scheme };
    }
    const entry = this.#neighbourhood().get(uri.scheme)?.get(lastLabels(uri.host, NEAR_LABELS));
    return entry !== undefined && this.entries.model(entry) ? { entry, nearness: Nearness.host } : undefined;
  }

  /** First entry of each scheme and domain; made at the first address whose host is in no entry. */
  #neighbourhood(): Map<string, Map<string, number>> {
    if (this.#neighbours) return this.#neighbours;
    const neighbours = new Map<string, Map<string, number>>();
    const { texts } = this.entries;
    for (let entry = texts.length - 1; entry >= 0; entry--) {
      const key = hostKeyOf(texts[entry] ?? '');
      if (!key) continue;
      const domains = neighbours.get(key.scheme) ?? new Map<string, number>();
      neighbours.set(key.scheme, domains.set(lastLabels(key.host, NEAR_LABELS), entry));
    }
    this.#neighbours = neighbours;
    return neighbours;
  }

  #readKeyless(): void {
    const keyless = this.#keyless;
    this.#keyless = [];
    for (const entry of keyless) {
      for (const parts of this.entries.model(entry)?.alternatives ?? []) {
        const key = hostKeyOfMember(parts.host);
        const rule = new Rule(parts, entry, this.entries.texts[entry] ?? '');
        this.#scheme(parts.scheme).add(key.host, key.suffix, rule);
      }
    }
  }

  #scheme(scheme: string): SchemeIndex {
    let index = this.#schemes.get(scheme);
    if (!index) {
      index = new SchemeIndex(this.entries);
      this.#schemes.set(scheme, index);
    }
    return index;
  }
}
