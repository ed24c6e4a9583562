import type { Entries } from './entries.ts';
import { type Glob, matchesGlob } from './glob.ts';
import { GlobIndex } from './glob-index.ts';
import { HostRules } from './host-rules.ts';
import { Rule } from './rule.ts';
import type { Search } from './search.ts';

interface HostGlob {
  glob: Glob;
  rules: HostRules;
}

/** Several entries that share one key of the index. They are read when an address first asks for the key. */
export class Bucket {
  #unread: number[] = [];
  readonly #named = new Map<string, HostRules>();
  readonly #globbed = new Map<string, HostGlob>();
  #globs: GlobIndex<HostGlob> | undefined;

  /** An entry all of whose members belong here. */
  addUnread(entry: number): void {
    this.#unread.push(entry);
  }

  add(rule: Rule): void {
    const { host, glob } = rule;
    if (!glob) {
      const known = this.#named.get(host);
      if (known) known.add(rule);
      else this.#named.set(host, new HostRules(rule));
      return;
    }
    const known = this.#globbed.get(host);
    if (known) {
      known.rules.add(rule);
      return;
    }
    const hostGlob = { glob, rules: new HostRules(rule) };
    const { literals } = glob;
    this.#globbed.set(host, hostGlob);
    this.#globs ??= new GlobIndex();
    this.#globs.add(literals[0] ?? '', literals.at(-1) ?? '', literals.slice(1, -1), hostGlob);
  }

  search(search: Search, entries: Entries): void {
    if (this.#unread.length > 0) this.#read(entries);
    const { host } = search.uri;
    if (this.#named.size > 0) this.#named.get(host)?.search(search);
    if (!this.#globs) return;
    for (const { glob, rules } of this.#globs.candidates(host)) {
      if (matchesGlob(glob, host)) rules.search(search);
    }
  }

  #read(entries: Entries): void {
    const unread = this.#unread;
    this.#unread = [];
    for (const entry of unread) {
      for (const parts of entries.model(entry)?.alternatives ?? []) {
        this.add(new Rule(parts, entry, entries.texts[entry] ?? ''));
      }
    }
  }
}
