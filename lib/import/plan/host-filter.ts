/**
 * Sorts out at the cost of a look-up the entries that no other can cover, since hardly any row of a long file is
 * covered and a real question costs as much as a check. What covers an entry has the same scheme, and the same
 * host or one with a wildcard or braces that ends alike; anything else about it is left to the engine.
 *
 * First all entries are added, then each is asked about, and then those that may cover one that was asked about are
 * known too.
 */
export class HostFilter {
  /** How many entries have this scheme and plain host. */
  readonly #plain = new Map<string, number>();
  /** Scheme and last labels of hosts with a wildcard or braces: how many, and whether one asked about ends so. */
  readonly #endings = new Map<string, Ending>();
  /** How many entries of a scheme may have any host. */
  readonly #any = new Map<string, Ending>();
  /** Schemes of entries that were asked about and can't be read at a glance: any other may cover them. */
  readonly #unclear = new Set<string>();

  /** @param origin what `originOf` gives for an entry */
  add(origin: string): void {
    if (isPlain(origin)) {
      this.#plain.set(origin, (this.#plain.get(origin) ?? 0) + 1);
      return;
    }
    const ending = endingOf(origin);
    if (ending === undefined) count(this.#any, schemeOf(origin));
    else count(this.#endings, ending);
  }

  /** Whether another entry may cover this one, which was added itself. */
  mayBeCovered(origin: string): boolean {
    const scheme = schemeOf(origin);
    const plain = isPlain(origin);
    const any = this.#any.get(scheme);
    let may = plain && (this.#plain.get(origin) ?? 0) > 1;
    const ending = plain ? undefined : endingOf(origin);
    if (!plain && (ending === undefined || !endsAreFixed(origin))) {
      this.#unclear.add(scheme);
      return true;
    }
    if (any) {
      any.asked = true;
      may = true;
    }
    if (this.#endings.size === 0) return may;
    const start = plain ? scheme.length : lastSpecial(origin) + 1;
    for (let dot = origin.indexOf('.', start); dot >= 0; dot = origin.indexOf('.', dot + 1)) {
      const key = scheme + origin.slice(dot);
      const found = this.#endings.get(key);
      if (!found || (key === ending && found.count === 1)) continue;
      found.asked = true;
      may = true;
    }
    return may;
  }

  /** Whether this entry, which was added itself, may cover one of those that were asked about. */
  mayCover(origin: string): boolean {
    if (this.#unclear.size > 0 && this.#unclear.has(schemeOf(origin))) return true;
    if (isPlain(origin)) return (this.#plain.get(origin) ?? 0) > 1;
    const ending = endingOf(origin);
    return (
      (ending === undefined ? this.#any.get(schemeOf(origin)) : this.#endings.get(ending))?.asked === true
    );
  }
}

interface Ending {
  count: number;
  asked: boolean;
}

function count(endings: Map<string, Ending>, key: string): void {
  const known = endings.get(key);
  if (known) known.count++;
  else endings.set(key, { count: 1, asked: false });
}

const isPlain = (origin: string): boolean => !origin.includes('*') && !origin.includes('{');

const schemeOf = (origin: string): string => origin.slice(0, origin.indexOf('://') + 3);

const lastSpecial = (origin: string): number => Math.max(origin.lastIndexOf('*'), origin.lastIndexOf('}'));

/** Scheme and the whole labels behind the last wildcard or brace; undefined when there are none. */
function endingOf(origin: string): string | undefined {
  const dot = origin.indexOf('.', lastSpecial(origin) + 1);
  return dot < 0 ? undefined : schemeOf(origin) + origin.slice(dot);
}

/**
 * Whether nothing with a longer ending can cover a host of this kind: what stands before its own ending differs from
 * member to member. A star does; braces do when they hold two values or more, none of which has a dot or braces.
 */
function endsAreFixed(origin: string): boolean {
  const end = lastSpecial(origin);
  if (origin[end] === '*') return true;
  const values = origin.slice(origin.lastIndexOf('{', end) + 1, end);
  return !/[.}]/.test(values) && new Set(values.split(',')).size > 1 && !values.includes('..');
}

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
