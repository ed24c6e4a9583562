import type { Entries } from './entries.ts';
import { hostKeyOfMember } from './host-key.ts';
import type { Rule } from './rule.ts';
import { RuleIndex } from './rule-index.ts';
import type { Search } from './search.ts';

/** Up to this many rules are asked one by one: an index of its own would take more memory than it saves time. */
const FEW = 6;

/** Several entries that share one key of the index. They are read when an address first asks for the key. */
export class Bucket {
  readonly #key: string;
  #unread: number[] | undefined;
  #few: Rule[] = [];
  #index: RuleIndex | undefined;
  /** Whether the key is all that the rules' hosts have to say, see `Rule.search`. */
  #settled = true;

  constructor(key: string) {
    this.#key = key;
  }

  /** An entry all of whose members belong here. */
  addUnread(entry: number): void {
    this.#unread ??= [];
    this.#unread.push(entry);
  }

  add(rule: Rule): void {
    this.#settled &&= hostKeyOfMember(rule.host).host === this.#key;
    if (this.#index) this.#index.add(rule);
    else if (this.#few.push(rule) > FEW) {
      this.#index = new RuleIndex();
      for (const one of this.#few) this.#index.add(one);
      this.#few = [];
    }
  }

  /** @param settled true when the address's host was found by the key, as a whole or as its end. */
  search(search: Search, settled: boolean, entries: Entries): void {
    if (this.#unread) this.#read(entries);
    if (this.#index) this.#index.search(search);
    else for (const rule of this.#few) rule.search(search, settled && this.#settled);
  }

  #read(entries: Entries): void {
    const unread = this.#unread ?? [];
    this.#unread = undefined;
    for (const entry of unread) {
      for (const rule of entries.rules(entry)) this.add(rule);
    }
  }
}
