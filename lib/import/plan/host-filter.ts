/**
 * Sorts out at the cost of a look-up the entries that no other can cover, since hardly any row of a long file is
 * covered and a real question costs as much as a check. What covers an entry has the same scheme, and the same
 * host or one with a wildcard or braces that ends alike; and it is more than one address, but for an entry in braces, which
 * may be another spelling of that address. Anything else is left to the engine.
 *
 * First all entries are added, then each is asked about, and then those that may cover one that was asked about are
 * known too.
 */
export class HostFilter {
  /** Scheme and host of entries on a plain host that may be more than one address. */
  readonly #plain = new Map<string, Coverers>();
  /** Scheme and host of those that are one address. Hardly a file makes anything of them. */
  readonly #addresses: string[] = [];
  #exact: Map<string, Coverers> | undefined;
  /** Scheme and last labels of hosts with a wildcard or braces. */
  readonly #endings = new Map<string, Coverers>();
  /** How many labels those endings have, as bits: most hosts needn't be cut where none ends. */
  #endingLabels = 0;
  /** Entries of a scheme that may have any host. */
  readonly #any = new Map<string, Coverers>();
  /** Schemes of entries that were asked about and can't be read at a glance: any other may cover them. */
  readonly #unclear = new Set<string>();

  add({ origin, exact }: EntryShape): void {
    if (isPlain(origin)) {
      if (exact) this.#addresses.push(origin);
      else count(this.#plain, origin);
      return;
    }
    const ending = endingOf(origin);
    if (ending === undefined) count(this.#any, schemeOf(origin));
    else {
      count(this.#endings, ending);
      this.#endingLabels |= labelBit(ending.split('.').length - 1);
    }
  }

  /** Whether another entry may cover this one, which was added itself. */
  mayBeCovered({ origin, exact, braces }: EntryShape): boolean {
    const scheme = schemeOf(origin);
    const plain = isPlain(origin);
    const ending = plain ? undefined : endingOf(origin);
    if (!plain && (ending === undefined || !endsAreFixed(origin))) {
      this.#unclear.add(scheme);
      return true;
    }
    let may = ask(this.#any, scheme, 0);
    if (plain && ask(this.#plain, origin, exact ? 0 : 1)) may = true;
    if (plain && braces && ask(this.#exactOnes(), origin, 0)) may = true;
    if (this.#endingLabels === 0) return may;
    const start = plain ? scheme.length : lastSpecial(origin) + 1;
    let labels = 1;
    for (let dot = origin.lastIndexOf('.'); dot >= start; dot = origin.lastIndexOf('.', dot - 1)) {
      if ((this.#endingLabels & labelBit(labels)) !== 0) {
        const key = scheme + origin.slice(dot);
        if (ask(this.#endings, key, key === ending ? 1 : 0)) may = true;
      }
      labels += 1;
    }
    return may;
  }

  /** Whether this entry, which was added itself, may cover one of those that were asked about. */
  mayCover({ origin, exact }: EntryShape): boolean {
    if (this.#unclear.size > 0 && this.#unclear.has(schemeOf(origin))) return true;
    return this.#alike(origin, exact)?.asked === true;
  }

  #exactOnes(): Map<string, Coverers> {
    if (!this.#exact) {
      this.#exact = new Map();
      for (const origin of this.#addresses) count(this.#exact, origin);
    }
    return this.#exact;
  }

  #alike(origin: string, exact: boolean): Coverers | undefined {
    if (isPlain(origin)) return (exact ? this.#exact : this.#plain)?.get(origin);
    const ending = endingOf(origin);
    return ending === undefined ? this.#any.get(schemeOf(origin)) : this.#endings.get(ending);
  }
}

/** Entries that are alike to the filter: how many, and whether one was asked about that they may cover. */
interface Coverers {
  count: number;
  asked: boolean;
}

function count(coverers: Map<string, Coverers>, key: string): void {
  const known = coverers.get(key);
  if (known) known.count++;
  else coverers.set(key, { count: 1, asked: false });
}

/** @param own how many of them the entry itself is */
function ask(all: ReadonlyMap<string, Coverers>, key: string, own: 0 | 1): boolean {
  // A look-up reads the whole text, also where there is nothing to find.
  const coverers = all.size > 0 ? all.get(key) : undefined;
  if (!coverers || coverers.count <= own) return false;
  coverers.asked = true;
  return true;
}

/** All from the 31st on share the last bit. */
const labelBit = (labels: number): number => 1 << Math.min(labels, 31);

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

/** What the filter looks at of an entry. */
export interface EntryShape {
  /** Scheme and host, without the port. */
  origin: string;
  /** It is one address and no more: what it covers is itself. */
  exact: boolean;
  /** Something behind the host is in braces. */
  braces: boolean;
}

/** A port or none, and a path of plain segments; anything else may stand for more than one address, or be written otherwise. */
const ONE_ADDRESS = /^(?::\d+)?(?:\/[\w~-][\w.~-]*)+$/;

/** @param pattern a normalised entry */
export function shapeOf(pattern: string): EntryShape {
  const origin = originOf(pattern);
  return {
    origin,
    exact: ONE_ADDRESS.test(pattern.slice(origin.length)),
    braces: pattern.includes('{', origin.length),
  };
}

/** Scheme and host of a normalised entry, without its port. */
function originOf(pattern: string): string {
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
