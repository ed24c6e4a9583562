import { Bucket } from './bucket.ts';
import type { Entries } from './entries.ts';
import { hostKeyOfMember } from './host-key.ts';
import { addToHash, HostTable, hashOf, startHash } from './host-table.ts';
import { Rule } from './rule.ts';
import type { Search } from './search.ts';

/** An entry that was not read yet (its position), one rule, or several: most keys stand for one entry only. */
type Node = number | Rule | Bucket;

/** More dots than this are counted as this many. */
const MANY_DOTS = 30;

/**
 * The entries of one scheme, found by host: by the whole of it, or by its end from a dot on where a wildcard stands in
 * front. All keys are asked for in one pass over the host, from its end.
 */
export class SchemeIndex {
  readonly #table = new HostTable<Node>();
  /** Bit n is set when some suffix has n dots, to ask for those only. */
  #suffixDots = 0;
  /** Hosts without a literal end, such as the `*` of a custom scheme. */
  #endless: Bucket | undefined;

  addUnread(host: string, suffix: boolean, entry: number): void {
    const hash = this.#prepare(host, suffix);
    const found = this.#table.find(host, 0, hash);
    if (found < 0) this.#table.add(host, hash, entry);
    else this.#widen(found, host).addUnread(entry);
  }

  /** @param host key of the rule, see `hostKeyOfMember`. */
  add(host: string, suffix: boolean, rule: Rule): void {
    if (host === '') {
      this.#endless ??= new Bucket('');
      this.#endless.add(rule);
      return;
    }
    const hash = this.#prepare(host, suffix);
    const found = this.#table.find(host, 0, hash);
    if (found < 0) this.#table.add(host, hash, rule);
    else this.#widen(found, host).add(rule);
  }

  search(search: Search, entries: Entries): void {
    const { host } = search.uri;
    let hash = startHash;
    let dots = 0;
    for (let at = host.length - 1; at >= 0; at--) {
      const code = host.charCodeAt(at);
      hash = addToHash(hash, code);
      // A host of a custom scheme may start with a dot, and then looks like a suffix.
      if (at === 0) this.#ask(this.#table.find(host, 0, hash), host, code !== 0x2e, search, entries);
      else if (code === 0x2e) {
        if (dots < MANY_DOTS) dots++;
        if ((this.#suffixDots >> dots) & 1) this.#askSuffix(at, hash, search, entries);
      }
    }
    this.#endless?.search(search, false, entries);
  }

  #askSuffix(at: number, hash: number, search: Search, entries: Entries): void {
    const { host } = search.uri;
    const found = this.#table.find(host, at, hash);
    if (found < 0) return;
    const node = this.#table.values[found];
    if (typeof node === 'number') this.#ask(found, host.slice(at), true, search, entries);
    else this.#ask(found, '', true, search, entries);
  }

  /** @param key of the node; needed only while it is not read. */
  #ask(found: number, key: string, settled: boolean, search: Search, entries: Entries): void {
    if (found < 0) return;
    const node = this.#table.values[found];
    const read = typeof node === 'number' ? this.#read(found, node, key, entries) : node;
    if (read instanceof Rule) read.search(search, settled);
    else read?.search(search, settled, entries);
  }

  /** Puts a rule or a bucket in the place of an entry's position. */
  #read(found: number, entry: number, key: string, entries: Entries): Rule | Bucket {
    const members = entries.model(entry)?.alternatives ?? [];
    const rules = members.map((parts) => new Rule(parts, entry, entries.texts[entry] ?? ''));
    const [rule] = rules;
    if (rule && rules.length === 1 && hostKeyOfMember(rule.host).host === key) {
      this.#table.values[found] = rule;
      return rule;
    }
    const bucket = new Bucket(key);
    for (const member of rules) bucket.add(member);
    this.#table.values[found] = bucket;
    return bucket;
  }

  #widen(found: number, key: string): Bucket {
    const node = this.#table.values[found];
    if (node instanceof Bucket) return node;
    const bucket = new Bucket(key);
    if (typeof node === 'number') bucket.addUnread(node);
    else if (node) bucket.add(node);
    this.#table.values[found] = bucket;
    return bucket;
  }

  /** Hash of a key; what suffixes there are is noted on the way. */
  #prepare(host: string, suffix: boolean): number {
    if (suffix) {
      let dots = 0;
      for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) dots++;
      this.#suffixDots |= 1 << Math.min(dots, MANY_DOTS);
    }
    return hashOf(host);
  }
}
