import { getPublicSuffix, parse } from 'tldts';
import { byEnding, endsLike, lastLabels } from '../../catalogue/last-labels.ts';
import { ABOVE_SHARED, ABOVE_SHARED_DEEP, SHARED_SUFFIXES } from './supplement.ts';

/**
 * Public suffixes: the Public Suffix List (through tldts, whose data is the one large part of the engine; only this
 * file imports it) and the supplement. Hosts come in lower case, as A-labels, without wildcards.
 */

const OPTIONS = {
  allowPrivateDomains: true,
  extractHostname: false,
  validateHostname: false,
  detectIp: false,
};
const ICANN_ONLY = { ...OPTIONS, allowPrivateDomains: false };
const SHARED = new Map(SHARED_SUFFIXES.map(([suffix, vendor, levels = 0]) => [suffix, { vendor, levels }]));

/** Top-level names that are not in the root but resolved inside organizations (RFC 6761, RFC 8375 and custom). */
const PRIVATE_TLDS = new Set(['local', 'internal', 'lan', 'corp', 'test', 'example', 'localhost']);

export const isPrivateName: (host: string) => boolean = byEnding(
  (end) => end === 'home.arpa' || PRIVATE_TLDS.has(end.slice(end.lastIndexOf('.') + 1)),
);

/** No rule of the list has more labels. */
const RULE_LABELS = 8;
/** Characters up to which it is no use to cut a host to so many. */
const SHORT_HOST = 64;

/** What the list says about a host: the suffix, and in which of the two sections it stands. */
interface Suffix {
  suffix: string;
  section: 'icann' | 'private' | undefined;
}

/**
 * The last two answers: the rules of one check ask again and again about one host and what would lie right below it, and
 * braces repeat its end.
 */
let last = { host: '', tail: '', found: { suffix: '', section: undefined } as Suffix };
let before = last;

function suffixOf(host: string): Suffix {
  if (host === last.host) return last.found;
  const tail = host.length > SHORT_HOST ? lastLabels(host, RULE_LABELS) : host;
  if (tail === last.tail) return last.found;
  if (tail === before.tail) return before.found;
  before = last;
  last = { host, tail, found: look(tail) };
  return last.found;
}

/** Suffixes that were found below other names, with their section; the hosts of one list share most of theirs. */
const found = new Map<string, Suffix>();
const MOST_FOUND = 1_024;

/** The list's whole answer takes half as long again as its suffix alone, and the section of a suffix is always the same. */
function look(host: string): Suffix {
  const suffix = getPublicSuffix(host, OPTIONS) ?? '';
  // What is a suffix as a whole may be none at all: there is `*.ck` and an exception from it, but not `ck`.
  const isBelow = suffix.length < host.length;
  const known = isBelow ? found.get(suffix) : undefined;
  if (known) return known;
  const { isIcann, isPrivate } = parse(host, OPTIONS);
  const fresh: Suffix = { suffix, section: isPrivate ? 'private' : isIcann ? 'icann' : undefined };
  if (isBelow) {
    if (found.size >= MOST_FOUND) found.clear();
    found.set(suffix, fresh);
  }
  return fresh;
}

/** The suffix under which the public registers names, from the list's ICANN section; undefined for an unknown top-level name. */
export function icannSuffix(host: string): string | undefined {
  const { suffix, section } = suffixOf(host);
  if (section !== 'private') return section === 'icann' ? suffix : undefined;
  // Every private suffix stands below one of the other section.
  return parse(suffix, ICANN_ONLY).publicSuffix ?? undefined;
}

/** The name that one owner registered, for example `example.co.uk`; undefined for a bare suffix or an unknown one. */
export function registrableDomain(host: string): string | undefined {
  return registrableBelow(host, icannSuffix(host));
}

/** The same where the ICANN suffix of the host is already known. */
export function registrableBelow(host: string, suffix: string | undefined): string | undefined {
  if (suffix === undefined || suffix.length >= host.length) return undefined;
  const dot = host.lastIndexOf('.', host.length - suffix.length - 2);
  return host.slice(dot + 1);
}

/** Whether everybody may register names right below `tail`; where a wildcard rule says so, tldts names what stands above. */
export function isIcannSuffix(tail: string): boolean {
  return icannSuffix(tail) === tail;
}

export interface SharedSuffix {
  suffix: string;
  /** Who rents names out below it, or the suffix itself where nobody is named. */
  vendor: string;
}

/** The shared hosting suffix that `host` is or lies below; undefined when its owner has the domain alone. */
export function sharedSuffix(host: string): SharedSuffix | undefined {
  const known = longestTail(host, (tail) => SHARED.get(tail)?.vendor);
  if (known) return known;
  const { suffix, section } = suffixOf(host);
  return section === 'private' ? { suffix, vendor: suffix } : undefined;
}

/** As maps: a host may be called `constructor`. */
const ABOVE = new Map(Object.entries(ABOVE_SHARED));
const ABOVE_DEEP = new Map(Object.entries(ABOVE_SHARED_DEEP));

const mayHaveVendor = endsLike([...SHARED.keys(), ...ABOVE_DEEP.keys()]);

/** The longest end of the host that has a vendor, of at most four labels: the tables hold no longer names. */
function longestTail(host: string, vendorOf: (tail: string) => string | undefined): SharedSuffix | undefined {
  if (!mayHaveVendor(host)) return undefined;
  let found: SharedSuffix | undefined;
  for (let n = 0, dot = host.length; n < 4; n++) {
    dot = host.lastIndexOf('.', dot - 1);
    const suffix = host.slice(dot + 1);
    const vendor = vendorOf(suffix);
    if (vendor !== undefined) found = { suffix, vendor };
  }
  return found;
}

/**
 * The shared suffix that a wildcard right on `tail` opens to every tenant: `tail` is one, lies in a region of one, or
 * stands above some.
 */
export function opensShared(tail: string): SharedSuffix | undefined {
  const shared = sharedSuffix(tail);
  if (shared) {
    const below = shared.suffix === tail ? 0 : tail.slice(0, -shared.suffix.length - 1).split('.').length;
    return below <= (SHARED.get(shared.suffix)?.levels ?? 0) ? shared : undefined;
  }
  const vendor = ABOVE.get(tail) ?? longestTail(tail, (one) => ABOVE_DEEP.get(one))?.vendor;
  return vendor === undefined ? undefined : { suffix: tail, vendor };
}
