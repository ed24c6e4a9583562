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

  /** @param origins what `originOf` gives for each entry */
  constructor(origins: Iterable<string>) {
    for (const origin of origins) {
      if (isPlain(origin)) {
        this.#plain.set(origin, (this.#plain.get(origin) ?? 0) + 1);
        continue;
      }
      const ending = origin.slice(Math.max(origin.lastIndexOf('*'), origin.lastIndexOf('}')) + 1);
      const dot = ending.indexOf('.');
      if (dot < 0) this.#any.add(schemeOf(origin));
      else this.#endings.add(schemeOf(origin) + ending.slice(dot));
    }
  }

  /**
   * Whether an entry of these may cover the entry of this origin.
   * @param own the entry is one of these itself
   */
  mayCover(origin: string, own: boolean): boolean {
    if ((this.#plain.get(origin) ?? 0) > (own ? 1 : 0)) return true;
    if (!isPlain(origin)) return true;
    if (this.#any.size > 0 && this.#any.has(schemeOf(origin))) return true;
    if (this.#endings.size === 0) return false;
    const scheme = schemeOf(origin);
    for (let dot = origin.indexOf('.', scheme.length); dot >= 0; dot = origin.indexOf('.', dot + 1)) {
      if (this.#endings.has(scheme + origin.slice(dot))) return true;
    }
    return false;
  }
}

const isPlain = (origin: string): boolean => !origin.includes('*') && !origin.includes('{');

const schemeOf = (origin: string): string => origin.slice(0, origin.indexOf('://') + 3);

/** Scheme and host of a normalised entry, without its port. */
export function originOf(pattern: string): string {
  const start = pattern.indexOf('://') + 3;
  // Braces may hold a slash where they span host and path; such a host is not plain, however it is cut.
  const slash = pattern.indexOf('/', start);
  const origin = slash < 0 ? pattern : pattern.slice(0, slash);
  const colon = origin.lastIndexOf(':');
  // A port never holds a dot; in `[::1]` the last colon is not one of a port.
  return colon > start && colon > origin.lastIndexOf(']') && colon > origin.lastIndexOf('.')
    ? origin.slice(0, colon)
    : origin;
}
