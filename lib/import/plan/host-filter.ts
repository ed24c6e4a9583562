import { type Coverers, type EntryShape, endsAreFixed, lastSpecial } from './entry-shape.ts';

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
  readonly #schemes = new Map<string, SchemeFilter>();
  /** Rows of a file follow each other in one scheme. */
  #last = '';
  #ofLast = new SchemeFilter();

  add(shape: EntryShape): void {
    this.#of(shape).add(shape);
  }

  /** Whether another entry may cover this one, which was added itself. */
  mayBeCovered(shape: EntryShape): boolean {
    return this.#of(shape).mayBeCovered(shape);
  }

  /** Whether this entry, which was added itself, may cover one of those that were asked about. */
  mayCover(shape: EntryShape): boolean {
    return this.#of(shape).mayCover(shape);
  }

  #of({ scheme }: EntryShape): SchemeFilter {
    if (scheme === this.#last) return this.#ofLast;
    let filter = this.#schemes.get(scheme);
    if (!filter) {
      filter = new SchemeFilter();
      this.#schemes.set(scheme, filter);
    }
    this.#last = scheme;
    this.#ofLast = filter;
    return filter;
  }
}

/** The entries of one scheme. */
class SchemeFilter {
  /** Plain hosts of entries that may be more than one address. */
  readonly #plain = new Map<string, Coverers>();
  /** Those of entries that are one address. Hardly a file makes anything of them. */
  readonly #addresses: string[] = [];
  #exact: Map<string, Coverers> | undefined;
  /** Last labels of hosts with a wildcard or braces. */
  readonly #endings = new Map<string, Coverers>();
  /** How many labels those endings have, as bits: most hosts needn't be cut where none ends. */
  #endingLabels = 0;
  /** Entries that may have any host. */
  readonly #any: Coverers = { count: 0, asked: false };
  /** An entry was asked about that can't be read at a glance: any other may cover it. */
  #unclear = false;

  add(shape: EntryShape): void {
    const { host, plain, exact, ending } = shape;
    if (plain) {
      if (exact) this.#addresses.push(host);
      else shape.alike = count(this.#plain, host);
    } else if (ending === undefined) {
      this.#any.count++;
      shape.alike = this.#any;
    } else {
      shape.alike = count(this.#endings, ending);
      this.#endingLabels |= labelBit(dotsIn(ending));
    }
  }

  mayBeCovered({ host, plain, exact, braces, ending, alike }: EntryShape): boolean {
    if (!plain && (ending === undefined || !endsAreFixed(host))) {
      this.#unclear = true;
      return true;
    }
    let may = ask(this.#any, 0);
    if (ask(alike, 1)) may = true;
    if (plain && exact && this.#plain.size > 0 && ask(this.#plain.get(host), 0)) may = true;
    if (plain && braces && ask(this.#exactOnes().get(host), 0)) may = true;
    if (this.#endingLabels === 0) return may;
    const start = plain ? 0 : lastSpecial(host) + 1;
    const own = host.length - (ending?.length ?? 0);
    let labels = 1;
    for (let dot = host.lastIndexOf('.'); dot >= start; dot = host.lastIndexOf('.', dot - 1)) {
      if (dot !== own && (this.#endingLabels & labelBit(labels)) !== 0) {
        if (ask(this.#endings.get(host.slice(dot)), 0)) may = true;
      }
      // In front of the first character it would be found again and again.
      if (dot === 0) break;
      labels += 1;
    }
    return may;
  }

  mayCover({ host, plain, exact, alike }: EntryShape): boolean {
    const coverers = plain && exact ? this.#exact?.get(host) : alike;
    return this.#unclear || coverers?.asked === true;
  }

  #exactOnes(): Map<string, Coverers> {
    if (!this.#exact) {
      this.#exact = new Map();
      for (const host of this.#addresses) count(this.#exact, host);
    }
    return this.#exact;
  }
}

function count(coverers: Map<string, Coverers>, key: string): Coverers {
  let known = coverers.get(key);
  if (!known) {
    known = { count: 0, asked: false };
    coverers.set(key, known);
  }
  known.count++;
  return known;
}

/** @param own how many of them the entry itself is */
function ask(coverers: Coverers | undefined, own: 0 | 1): boolean {
  if (!coverers || coverers.count <= own) return false;
  coverers.asked = true;
  return true;
}

/** All from the 31st on share the last bit. */
const labelBit = (labels: number): number => 1 << Math.min(labels, 31);

function dotsIn(ending: string): number {
  let dots = 0;
  for (let at = ending.indexOf('.'); at >= 0; at = ending.indexOf('.', at + 1)) dots++;
  return dots;
}
