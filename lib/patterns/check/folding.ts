import { registrableDomain } from '../suffixes/index.ts';

/** Entries that differ in one place only, which one rule with braces could replace (rule R306). */

/** Fewer are no gain in clearness. */
const FEWEST = 3;
/** Longer rules with braces are harder to read than the rows they replace. */
const MOST_NAMED = 12;
const SPLIT = /^([a-z][a-z0-9+.-]*:\/\/)([^/:{}*[\]]+)(:\d+)?(\/[^{}]*)?$/;

interface Shape {
  key: string;
  before: string;
  value: string;
  after: string;
}

export class Folding {
  readonly #groups = new Map<string, Set<string>>();

  /** @param normalised normalised entries; ones that hold braces are passed over. */
  constructor(normalised: Iterable<string>) {
    for (const text of normalised) {
      for (const { key, value } of shapesOf(text)) {
        const group = this.#groups.get(key);
        if (group) group.add(value);
        else this.#groups.set(key, new Set([value]));
      }
    }
  }

  /** The largest group that an entry belongs to, written as one rule. */
  of(normalised: string): { count: number; pattern: string } | undefined {
    let best: { count: number; pattern: string } | undefined;
    for (const { key, before, value, after } of shapesOf(normalised)) {
      const group = this.#groups.get(key);
      const count = (group?.size ?? 0) + (group?.has(value) ? 0 : 1);
      if (count < FEWEST || count > MOST_NAMED || count <= (best?.count ?? 0)) continue;
      const values = [...new Set([...(group ?? []), value])].sort();
      best = { count, pattern: `${before}{${values.join(',')}}${after}` };
    }
    return best;
  }
}

/** The places in which an entry may differ from its neighbours: the first label of its host, its port, its last path segment. */
function shapesOf(text: string): Shape[] {
  const [, scheme, host = '', port = '', path = ''] = SPLIT.exec(text) ?? [];
  if (scheme === undefined) return [];
  const shapes: Shape[] = [];
  const add = (before: string, value: string, after: string): void => {
    if (value !== '' && !/[,*]/.test(value))
      shapes.push({ key: `${before}\n${after}`, before, value, after });
  };
  const dot = host.indexOf('.');
  // What is left must be somebody's own domain, so that the braces stay inside it; no IP address has one.
  if (registrableDomain(host.slice(dot + 1)) !== undefined)
    add(scheme, host.slice(0, dot), `${host.slice(dot)}${port}${path}`);
  add(`${scheme}${host}:`, port.slice(1), path);
  const slash = path.lastIndexOf('/');
  add(`${scheme}${host}${port}${path.slice(0, slash + 1)}`, path.slice(slash + 1), '');
  return shapes;
}
