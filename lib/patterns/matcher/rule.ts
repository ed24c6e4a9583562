import type { PatternParts } from '../model.ts';
import { compileHost, type Glob, literalLength, matchesGlob } from './glob.ts';
import { answerPath, compilePath, type PathRule } from './path.ts';
import { Nearness, type Search } from './search.ts';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** The three hosts that mean the admin's own machine (R4); they are not the same host. */
export function isLoopback(host: string): boolean {
  return LOOPBACK.has(host);
}

/** The paths that nearly every entry has are compiled once and stay near in memory. */
const COMMON = new Map(
  ['', '/', '/**', '/callback', '/oauth/callback'].map((path) => [path, compilePath(path)]),
);

/** One member of an entry's expansion, ready to be compared; equal members of several entries share one. */
export class Rule {
  readonly host: string;
  /** Undefined for a host without a wildcard. */
  readonly glob: Glob | undefined;
  readonly port: string;
  readonly path: PathRule;
  readonly loopback: boolean;
  /** The first entry that holds it: its position and its text as given. */
  readonly entry: number;
  readonly by: string;
  /** Why it allows an address about which there is nothing to note. */
  readonly plainReason: string;
  #more: number[] | undefined;
  #specificity = -1;

  constructor(parts: PatternParts, entry: number, by: string) {
    this.host = parts.host;
    this.glob = parts.host.includes('*') ? compileHost(parts.host) : undefined;
    this.port = parts.port;
    this.path = COMMON.get(parts.path) ?? compilePath(parts.path);
    this.loopback = isLoopback(parts.host);
    this.entry = entry;
    this.by = by;
    this.plainReason = `${by} allows it.`;
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
   * @param sameHost true when the host is known to be the rule's own: reading it again would cost a miss of the cache.
   */
  search(search: Search, sameHost: boolean): void {
    const { host, port, path, query } = search.uri;
    if (this.glob ? !matchesGlob(this.glob, host) : !sameHost && this.host !== host) return;
    let doubt = false;
    if (this.port !== '*' && this.port !== port) {
      if (!this.loopback || this.port !== '') {
        search.miss(this, Nearness.port);
        return;
      }
      doubt = true;
    }
    search.consider(this, answerPath(this.path, path, query !== undefined), doubt);
  }
}
