/**
 * Sorts out at the cost of a look-up the entries that no other can cover, since hardly any row of a long file is
 * covered and a real question costs as much as a check. What covers an entry has the same scheme, and the same
 * host or one with a wildcard or braces that ends alike; anything else about it is left to the engine.
 */
export class HostFilter {
  /** How many entries have this scheme and plain host. */
  readonly #plain = new Map<string, number>();
  /** Scheme and last labels of hosts with a wildcard or braces. */
  readonly #endings = new Set<string>();
  /** Schemes of entries whose host may be any. */
  readonly #any = new Set<string>();

  constructor(patterns: Iterable<string>) {
    for (const pattern of patterns) {
      const { scheme, host } = partsOf(pattern);
      if (isPlain(host)) {
        const key = scheme + host;
        this.#plain.set(key, (this.#plain.get(key) ?? 0) + 1);
        continue;
      }
      const ending = host.slice(Math.max(host.lastIndexOf('*'), host.lastIndexOf('}')) + 1);
      const dot = ending.indexOf('.');
      if (dot < 0) this.#any.add(scheme);
      else this.#endings.add(scheme + ending.slice(dot));
    }
  }

  /**
   * Whether an entry of these may cover the pattern.
   * @param own the pattern is one of these itself
   */
  mayCover(pattern: string, own: boolean): boolean {
    const { scheme, host } = partsOf(pattern);
    if (!isPlain(host) || this.#any.has(scheme)) return true;
    if ((this.#plain.get(scheme + host) ?? 0) > (own ? 1 : 0)) return true;
    if (this.#endings.size === 0) return false;
    for (let dot = host.indexOf('.'); dot >= 0; dot = host.indexOf('.', dot + 1)) {
      if (this.#endings.has(scheme + host.slice(dot))) return true;
    }
    return false;
  }
}

const isPlain = (host: string): boolean => !host.includes('*') && !host.includes('{');

function partsOf(pattern: string): { scheme: string; host: string } {
  const start = pattern.indexOf('://') + 3;
  const slash = endOfAuthority(pattern, start);
  const authority = pattern.slice(start, slash);
  // A port never holds a dot or a bracket; in `[::1]` the last colon is not one of a port.
  const colon = authority.lastIndexOf(':');
  const host =
    colon > authority.lastIndexOf(']') && colon > authority.lastIndexOf('.')
      ? authority.slice(0, colon)
      : authority;
  return { scheme: pattern.slice(0, start), host };
}

/** Braces may hold a slash where they span host and path; such an entry's host is not plain. */
function endOfAuthority(pattern: string, start: number): number {
  const slash = pattern.indexOf('/', start);
  return slash < 0 ? pattern.length : slash;
}
