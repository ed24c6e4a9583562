import { READINGS } from '../../catalogue/readings.ts';
import type { PatternParts } from '../model.ts';
import { compileHost, type Glob, literalLength, matchesGlob } from './glob.ts';
import { answerPath, compilePath, type PathRule } from './path.ts';
import { Nearness, type Search } from './search.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The three hosts that mean the admin's own machine (R4); they are not the same host. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}

export function countDots(host: string): number {
  let count = 0;
  for (let at = host.indexOf('.'); at >= 0; at = host.indexOf('.', at + 1)) count++;
  return count;
}

/** How many compiled paths are kept. Lists repeat a few paths over and over; sharing keeps them near in memory. */
const MOST_PATHS = 512;
const paths = new Map<string, PathRule>();

function pathRuleOf(path: string): PathRule {
  let rule = paths.get(path);
  if (!rule) {
    rule = compilePath(path);
    if (paths.size < MOST_PATHS && path.length <= 64) paths.set(path, rule);
  }
  return rule;
}

/** One member of an entry's expansion, ready to be compared; equal members of several entries share one. */
export class Rule {
  // What every search reads comes first: it should lie in one line of the processor's cache.
  /** Undefined for a host without a wildcard. */
  readonly glob: Glob | undefined;
  /** True when the host is a name, or `*.` in front of one: the key of the index says all about it then. */
  readonly plain: boolean;
  readonly host: string;
  readonly port: string;
  readonly path: PathRule;
  readonly by: string;
  readonly loopback: boolean;
  /** How many dots the host has as it is written. */
  readonly dots: number;
  /** Position of the first entry that holds it; `by` is its text as given. */
  readonly entry: number;
  #more: number[] | undefined;
  #specificity = -1;

  constructor(parts: PatternParts, entry: number, by: string) {
    const { host } = parts;
    const star = host.lastIndexOf('*');
    this.glob = star < 0 ? undefined : compileHost(host);
    this.plain = star < 0 || (star === 0 && host[1] === '.');
    this.host = host;
    this.port = parts.port;
    this.path = pathRuleOf(parts.path);
    this.by = by;
    this.loopback = isLoopback(host);
    this.dots = countDots(host);
    this.entry = entry;
  }

  /** Notes that another entry holds the same member. Entries come in the order of the list. */
  share(entry: number): void {
    if (entry === this.entry || this.#more?.at(-1) === entry) return;
    this.#more ??= [];
    this.#more.push(entry);
  }

  /** Positions of all entries that hold it. */
  entries(): number[] {
    return this.#more ? [this.entry, ...this.#more] : [this.entry];
  }

  /** Positions of the first entries that hold it, no more than `most`. */
  firstEntries(most: number): number[] {
    return this.#more ? [this.entry, ...this.#more.slice(0, most - 1)] : [this.entry];
  }

  /**
   * How narrow it is, to name the best entry among several: a named host before a wildcard one, then the longer host,
   * a named port, an exact path, the longer path.
   */
  get specificity(): number {
    if (this.#specificity < 0) {
      const host = this.glob ? literalLength(this.glob) : 1024 + this.host.length;
      const port = this.port === '*' ? 0 : 1;
      const path =
        this.path.kind === 'glob' ? this.path.text.replaceAll('*', '').length : 4096 + this.path.text.length;
      this.#specificity = (host * 2 + port) * 8192 + path;
    }
    return this.#specificity;
  }

  /**
   * Compares all but the scheme.
   * @param settled true when the address's host was found by the rule's own key (the whole name, or its end from a dot
   * on with more in front): comparing a plain host again would only cost a miss of the cache.
   */
  search(search: Search, settled: boolean): void {
    const { host, port, path, query } = search.uri;
    if (!(settled && this.plain) && !(this.glob ? matchesGlob(this.glob, host) : this.host === host)) return;
    let doubt = false;
    if (this.port !== '*' && this.port !== port) {
      if (!this.loopback || this.port !== '' || READINGS.loopbackPort === 'default') {
        search.miss(this, Nearness.port);
        return;
      }
      doubt = READINGS.loopbackPort === 'unsure';
    }
    search.consider(this, answerPath(this.path, path, query !== undefined), doubt);
  }
}
