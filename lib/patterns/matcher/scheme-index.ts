import { Bucket } from './bucket.ts';
import type { Entries } from './entries.ts';
import { hostKeyOf, hostKeyOfMember } from './host-key.ts';
import { addToHash, HostTable, hashOf, startHash } from './host-table.ts';
import { holdsKey, isPlainlyAllowed, PlainTargets } from './plain-target.ts';
import { Rule } from './rule.ts';
import type { Search } from './search.ts';

/** One rule, or several, and the key they are found by. */
interface Node {
  key: string;
  rules: Rule | Bucket;
}

/**
 * What a place of the table stands for: an entry that was not read yet (the value is its position), a node (its number),
 * or, from 0 on, an entry of which the plain target with this number says all (its number among those). Most keys stand
 * for one entry, and most entries are only ever asked for what they plainly allow: no object is made for these.
 */
const UNREAD = -1;
const NODE = -2;

/** More dots than this are counted as this many. */
const MANY_DOTS = 30;

/**
 * The entries of one scheme, found by host: by the whole of it, or by its end from a dot on where a wildcard stands in
 * front. All keys are asked for in one pass over the host, from its end.
 */
export class SchemeIndex {
  readonly #entries: Entries;
  readonly #table = new HostTable();
  readonly #nodes: Node[] = [];
  readonly #targets = new PlainTargets();
  /** Entries that a plain target says all of, in the order in which they were first asked for. */
  readonly #plainTexts: string[] = [];
  readonly #plainEntries: number[] = [];
  /** Bit n is set when some suffix has n dots, to ask for those only. */
  #suffixDots = 0;
  /** Hosts without a literal end, such as the `*` of a custom scheme. */
  #endless: Bucket | undefined;

  constructor(entries: Entries) {
    this.#entries = entries;
  }

  addUnread(host: string, suffix: boolean, entry: number): void {
    const hash = this.#prepare(host, suffix);
    const place = this.#find(host, 0, hash);
    if (place < 0) this.#table.add(hash, UNREAD, entry);
    else this.#widen(place, host).addUnread(entry);
  }

  /** To be called before the first search only. @param host key of the rule, see `hostKeyOfMember`. */
  add(host: string, suffix: boolean, rule: Rule): void {
    if (host === '') {
      this.#endless ??= new Bucket('');
      this.#endless.add(rule);
      return;
    }
    const hash = this.#prepare(host, suffix);
    const place = this.#find(host, 0, hash);
    if (place < 0) this.#table.add(hash, NODE, this.#nodes.push({ key: host, rules: rule }) - 1);
    else this.#widen(place, host).add(rule);
  }

  search(search: Search): void {
    const { host } = search.uri;
    let hash = startHash;
    let dots = 0;
    for (let at = host.length - 1; at >= 0; at--) {
      const code = host.charCodeAt(at);
      hash = addToHash(hash, code);
      if (at === 0) this.#ask(at, hash, search);
      else if (code === 0x2e) {
        if (dots < MANY_DOTS) dots++;
        if ((this.#suffixDots >> dots) & 1) this.#ask(at, hash, search);
      }
    }
    if (!this.#endless) return;
    this.#weigh(search);
    this.#endless.search(search, false, this.#entries);
  }

  /** @param at where the key starts in the host. */
  #ask(at: number, hash: number, search: Search): void {
    const place = this.#find(search.uri.host, at, hash);
    if (place < 0) return;
    this.#weigh(search);
    if (this.#table.kind(place) === UNREAD) this.#read(place, search.uri.host.slice(at));
    const target = this.#targets.at(this.#table.kind(place));
    if (target && search.isOpen && isPlainlyAllowed(target, search.uri, at)) {
      const plain = this.#table.value(place);
      search.allow(target, this.#plainEntries[plain] ?? -1, this.#plainTexts[plain] ?? '', at);
    } else this.#askNode(place, at, search);
  }

  /** A plain answer is one of several once another key is in the host: then its rule is compared with theirs. */
  #weigh(search: Search): void {
    if (!search.target) return;
    search.target = undefined;
    const { at, uri } = search;
    this.#askNode(this.#find(uri.host, at, hashOf(uri.host.slice(at))), at, search);
  }

  #askNode(place: number, at: number, search: Search): void {
    const { host } = search.uri;
    const rules =
      this.#table.kind(place) === NODE
        ? this.#nodes[this.#table.value(place)]?.rules
        : this.#makeNode(place, host.slice(at));
    if (rules instanceof Rule) rules.search(search, true);
    else rules?.search(search, true, this.#entries);
  }

  /** The place of the key that is the end of `host` from `start` on, or -1. */
  #find(host: string, start: number, hash: number): number {
    const table = this.#table;
    let place = table.first(hash);
    while (place >= 0 && !this.#isKey(place, host, start)) place = table.next(place);
    return place;
  }

  #isKey(place: number, host: string, start: number): boolean {
    const kind = this.#table.kind(place);
    const value = this.#table.value(place);
    if (kind === NODE) return this.#nodes[value]?.key === host.slice(start);
    const target = this.#targets.at(kind);
    if (target) return holdsKey(this.#plainTexts[value] ?? '', target.keyAt, host, start);
    return hostKeyOf(this.#entries.texts[value] ?? '')?.host === host.slice(start);
  }

  /** Position of the one entry that a place stands for; not for a node's. */
  #entryAt(place: number): number {
    const value = this.#table.value(place);
    return this.#table.kind(place) === UNREAD ? value : (this.#plainEntries[value] ?? -1);
  }

  /** Puts a target or a node in the place of an entry that was not read. */
  #read(place: number, key: string): void {
    const entry = this.#table.value(place);
    const [rule, ...more] = this.#entries.rules(entry);
    const target = rule && more.length === 0 ? this.#targets.numberOf(rule, key) : -1;
    if (target < 0) this.#makeNode(place, key);
    else {
      this.#plainEntries.push(entry);
      this.#table.set(place, target, this.#plainTexts.push(inOnePiece(this.#entries.texts[entry] ?? '')) - 1);
    }
  }

  /** Puts a rule or a bucket in the place of an entry's position. */
  #makeNode(place: number, key: string): Rule | Bucket {
    const rules = this.#entries.rules(this.#entryAt(place));
    const [rule] = rules;
    if (rule && rules.length === 1 && hostKeyOfMember(rule.host).host === key)
      return this.#set(place, key, rule);
    const bucket = new Bucket(key);
    for (const member of rules) bucket.add(member);
    return this.#set(place, key, bucket);
  }

  #set<T extends Rule | Bucket>(place: number, key: string, rules: T): T {
    this.#table.set(place, NODE, this.#nodes.push({ key, rules }) - 1);
    return rules;
  }

  #widen(place: number, key: string): Bucket {
    const value = this.#table.value(place);
    const node = this.#table.kind(place) === NODE ? this.#nodes[value] : undefined;
    if (node?.rules instanceof Bucket) return node.rules;
    const bucket = new Bucket(key);
    if (node) {
      bucket.add(node.rules);
      node.rules = bucket;
      return bucket;
    }
    bucket.addUnread(this.#entryAt(place));
    return this.#set(place, key, bucket);
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

/**
 * A copy of a text. Those made one after the other lie side by side in memory, while the texts of a long list are spread over
 * more than the processor's caches hold; and a text that was put together of pieces is read in two steps.
 */
function inOnePiece(text: string): string {
  return JSON.parse(JSON.stringify(text));
}
