import { type Glob, matchesGlob } from './glob.ts';
import { GlobIndex } from './glob-index.ts';
import { HostRules } from './host-rules.ts';
import type { Rule } from './rule.ts';
import type { Search } from './search.ts';

interface HostGlob {
  glob: Glob;
  rules: HostRules;
}

/** Many rules whose hosts end alike, found by host, then port, then path. */
export class RuleIndex {
  readonly #named = new Map<string, HostRules>();
  readonly #globbed = new Map<string, HostGlob>();
  #globs: GlobIndex<HostGlob> | undefined;

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

  search(search: Search): void {
    const { host } = search.uri;
    if (this.#named.size > 0) this.#named.get(host)?.search(search);
    if (!this.#globs) return;
    for (const { glob, rules } of this.#globs.candidates(host)) {
      if (matchesGlob(glob, host)) rules.search(search);
    }
  }
}
