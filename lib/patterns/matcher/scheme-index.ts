import { Bucket } from './bucket.ts';
import type { Entries } from './entries.ts';
import { Rule } from './rule.ts';
import type { Search } from './search.ts';

/** An entry that was not read yet (its position), one rule, or several: most keys stand for one entry only. */
type Node = number | Rule | Bucket;

/** The entries of one scheme, found by host. */
export class SchemeIndex {
  readonly #exact = new Map<string, Node>();
  readonly #suffixes = new Map<string, Node>();
  /** Bit n is set when some suffix has n dots (the last bit: or more), to ask for those only. */
  #suffixSizes = 0;
  /** Hosts without a literal end, such as the `*` of a custom scheme. */
  #endless: Bucket | undefined;

  addUnread(host: string, suffix: boolean, entry: number): void {
    const nodes = suffix ? this.#suffixMap(host) : this.#exact;
    const known = nodes.get(host);
    if (known === undefined) nodes.set(host, entry);
    else this.#widen(nodes, host, known).addUnread(entry);
  }

  /** @param host key of the rule, see `hostKeyOfMember`. */
  add(host: string, suffix: boolean, rule: Rule): void {
    if (host === '') {
      this.#endless ??= new Bucket();
      this.#endless.add(rule);
      return;
    }
    const nodes = suffix ? this.#suffixMap(host) : this.#exact;
    const known = nodes.get(host);
    if (known === undefined) nodes.set(host, rule);
    else this.#widen(nodes, host, known).add(rule);
  }

  search(search: Search, entries: Entries): void {
    const { host } = search.uri;
    const exact = this.#exact.get(host);
    if (exact !== undefined) this.#ask(this.#exact, host, exact, search, entries);
    if (this.#suffixSizes > 0) this.#searchSuffixes(search, entries);
    this.#endless?.search(search, entries);
  }

  #searchSuffixes(search: Search, entries: Entries): void {
    const { host } = search.uri;
    let size = 1;
    for (let dot = host.lastIndexOf('.'); dot >= 0; dot = host.lastIndexOf('.', dot - 1)) {
      if ((this.#suffixSizes >> Math.min(size, 30)) & 1) {
        const suffix = host.slice(dot);
        const node = this.#suffixes.get(suffix);
        if (node !== undefined) this.#ask(this.#suffixes, suffix, node, search, entries);
      }
      if (dot === 0) return;
      size++;
    }
  }

  #ask(nodes: Map<string, Node>, key: string, node: Node, search: Search, entries: Entries): void {
    const read = typeof node === 'number' ? this.#read(nodes, key, node, entries) : node;
    if (read instanceof Rule) read.search(search, nodes === this.#exact);
    else read.search(search, entries);
  }

  /** Puts a rule or a bucket in the place of an entry's position. */
  #read(nodes: Map<string, Node>, key: string, entry: number, entries: Entries): Rule | Bucket {
    const members = entries.model(entry)?.alternatives ?? [];
    const [only] = members;
    const rules = members.map((parts) => new Rule(parts, entry, entries.texts[entry] ?? ''));
    const [rule] = rules;
    if (rule && rules.length === 1 && (nodes !== this.#exact || only?.host === key)) {
      nodes.set(key, rule);
      return rule;
    }
    const bucket = new Bucket();
    for (const member of rules) bucket.add(member);
    nodes.set(key, bucket);
    return bucket;
  }

  #widen(nodes: Map<string, Node>, key: string, node: Node): Bucket {
    if (node instanceof Bucket) return node;
    const bucket = new Bucket();
    if (typeof node === 'number') bucket.addUnread(node);
    else bucket.add(node);
    nodes.set(key, bucket);
    return bucket;
  }

  #suffixMap(host: string): Map<string, Node> {
    let size = 0;
    for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) size++;
    this.#suffixSizes |= 1 << Math.min(size, 30);
    return this.#suffixes;
  }
}
