import { READINGS } from '../../catalogue/readings.ts';
import { PathIndex } from './path-index.ts';
import type { Rule } from './rule.ts';
import { Nearness, type Search } from './search.ts';

/** The rules of one scheme and one host as it is written in the entries, found by their port. */
export class HostRules {
  readonly #first: Rule;
  #portless: PathIndex | undefined;
  #any: PathIndex | undefined;
  #numbered: Map<string, PathIndex> | undefined;

  constructor(rule: Rule) {
    this.#first = rule;
    this.add(rule);
  }

  add(rule: Rule): void {
    const { port } = rule;
    if (port === '') {
      if (this.#portless) this.#portless.add(rule);
      else this.#portless = new PathIndex(rule);
    } else if (port === '*') {
      if (this.#any) this.#any.add(rule);
      else this.#any = new PathIndex(rule);
    } else {
      this.#numbered ??= new Map();
      const paths = this.#numbered.get(port);
      if (paths) paths.add(rule);
      else this.#numbered.set(port, new PathIndex(rule));
    }
  }

  search(search: Search): void {
    const { port } = search.uri;
    if (port === '') this.#portless?.search(search, false);
    else {
      this.#numbered?.get(port)?.search(search, false);
      if (this.#first.loopback && READINGS.loopbackPort !== 'default')
        this.#portless?.search(search, READINGS.loopbackPort === 'unsure');
    }
    this.#any?.search(search, false);
    search.miss(this.#first, Nearness.port);
  }
}
