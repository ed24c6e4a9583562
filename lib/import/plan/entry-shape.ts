/** What the filter of coverers looks at of an entry, read once. */
export interface EntryShape {
  /** With `://`. */
  scheme: string;
  /** Without the port. */
  host: string;
  /** Neither a star nor braces in the host. */
  plain: boolean;
  /** It is one address and no more: what it covers is itself. Told of plain hosts only. */
  exact: boolean;
  /** Something behind the host is in braces. */
  braces: boolean;
  /** The whole labels behind the last wildcard or brace of a host that is not plain; undefined when there are none. */
  ending: string | undefined;
  /** Where the filter counts entries like this one, once it was added. */
  alike: Coverers | undefined;
}

/** Entries that are alike to the filter: how many, and whether one was asked about that they may cover. */
export interface Coverers {
  count: number;
  asked: boolean;
}

/** A port or none, and a path of plain segments; anything else may stand for more than one address, or be written otherwise. */
const ONE_ADDRESS = /^(?::\d+)?(?:\/[\w~-][\w.~-]*)+$/;
const HTTPS = 'https://';

/** @param pattern a normalised entry */
export function shapeOf(pattern: string): EntryShape {
  const scheme = pattern.startsWith(HTTPS) ? HTTPS : pattern.slice(0, pattern.indexOf('://') + 3);
  const end = hostEnd(pattern, scheme.length);
  const host = pattern.slice(scheme.length, end);
  const plain = !host.includes('*') && !host.includes('{');
  return {
    scheme,
    host,
    plain,
    exact: plain && !pattern.endsWith('*') && ONE_ADDRESS.test(pattern.slice(end)),
    braces: pattern.includes('{', end),
    ending: plain ? undefined : endingOf(host),
    alike: undefined,
  };
}

/** Where the host of a normalised entry ends. Braces may hold a slash; such a host is not plain, however it is cut. */
function hostEnd(pattern: string, start: number): number {
  const slash = pattern.indexOf('/', start);
  const end = slash < 0 ? pattern.length : slash;
  const colon = pattern.lastIndexOf(':', end - 1);
  if (colon < start) return end;
  // A port never holds a dot; in `[::1]` the last colon is not one of a port.
  const inHost = pattern.slice(start, end);
  return colon - start > inHost.lastIndexOf(']') && colon - start > inHost.lastIndexOf('.') ? colon : end;
}

export const lastSpecial = (host: string): number => Math.max(host.lastIndexOf('*'), host.lastIndexOf('}'));

function endingOf(host: string): string | undefined {
  const dot = host.indexOf('.', lastSpecial(host) + 1);
  return dot < 0 ? undefined : host.slice(dot);
}

/**
 * Whether nothing with a longer ending can cover a host of this kind: what stands before its own ending differs from
 * member to member. A star does; braces do when they hold two values or more, none of which has a dot or braces.
 */
export function endsAreFixed(host: string): boolean {
  const end = lastSpecial(host);
  if (host[end] === '*') return true;
  const values = host.slice(host.lastIndexOf('{', end) + 1, end);
  if (values.includes('.') || values.includes('}')) return false;
  const [first, ...others] = values.split(',');
  return others.some((value) => value !== first);
}
