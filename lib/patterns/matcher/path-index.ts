import { GlobIndex } from './glob-index.ts';
import { answerPath, PathAnswer } from './path.ts';
import type { Rule } from './rule.ts';
import { Nearness, type Search } from './search.ts';

/** The rules of one scheme, host and port, found by their path. */
export class PathIndex {
  /** The rule that stands first in the list; it is named when no path fits. */
  readonly #first: Rule;
  /** Made with the second path: most hosts and ports have one. */
  #byText: Map<string, Rule> | undefined;
  #whole: Rule | undefined;
  #pathless: Rule | undefined;
  #globs: GlobIndex<Rule> | undefined;

  constructor(rule: Rule) {
    this.#first = rule;
    this.add(rule);
  }

  add(rule: Rule): void {
    const { text, kind, head, tail, middle } = rule.path;
    const same = this.#ruleOf(text);
    if (same && same !== rule) {
      same.share(rule.entry);
      return;
    }
    if (rule !== this.#first) {
      this.#byText ??= new Map([[this.#first.path.text, this.#first]]);
      this.#byText.set(text, rule);
    }
    if (kind === 'pathless') this.#pathless = rule;
    else if (text === '/**') this.#whole = rule;
    else if (kind === 'glob') {
      this.#globs ??= new GlobIndex();
      this.#globs.add(head, tail, middle, rule);
    }
  }

  /** @param doubt true when the port fits only under the loopback reading. */
  search(search: Search, doubt: boolean): void {
    const { path } = search.uri;
    const query = search.uri.query !== undefined;
    const exact = this.#ruleOf(path);
    // The text of an address may hold stars of its own: only a rule without wildcards is meant.
    if (exact?.path.kind === 'exact')
      search.consider(exact, query ? PathAnswer.query : PathAnswer.yes, doubt);
    if (this.#globs) {
      for (const rule of this.#globs.candidates(path)) {
        search.consider(rule, answerPath(rule.path, path, query), doubt);
      }
    }
    if (this.#whole) search.consider(this.#whole, PathAnswer.yes, doubt);
    if (this.#pathless) search.consider(this.#pathless, answerPath(this.#pathless.path, path, query), doubt);
    search.miss(this.#first, Nearness.path);
  }

  #ruleOf(text: string): Rule | undefined {
    if (this.#byText) return this.#byText.get(text);
    return this.#first.path.text === text ? this.#first : undefined;
  }
}
