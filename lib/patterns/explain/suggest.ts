import { createMatcher } from '../matcher/index.ts';
import { readPattern } from '../read/index.ts';
import type { RedirectUri } from '../redirect-uri/index.ts';
import { icannSuffix, opensShared, registrableDomain, sharedSuffix } from '../suffixes/index.ts';

const MOST_SUGGESTIONS = 3;

/**
 * Entries that would allow an address under every reading, the best first: the exact callback, then the whole origin,
 * then the subdomains of a domain that has one owner. On loopback any port comes first, since clients take a new one
 * each time (RFC 8252, section 7.3).
 * @param address as it was pasted; each suggestion is tried against it.
 */
export function suggestEntries(uri: RedirectUri, address: string): string[] {
  return candidates(uri)
    .filter(
      (entry) => readPattern(entry) !== undefined && createMatcher([entry]).match(address).allowed === 'yes',
    )
    .slice(0, MOST_SUGGESTIONS);
}

function candidates(uri: RedirectUri): string[] {
  const { scheme, host, port, path } = uri;
  const origin = `${scheme}://${host}${port === '' ? '' : `:${port}`}`;
  // A path may hold characters that an entry reads as wildcards or braces: it can not be written exactly then.
  const literal = !/[*{}]/.test(path);
  if (scheme === 'http') {
    const any = `${scheme}://${host}:*`;
    return [...(literal ? [`${any}${path}`] : []), `${any}/**`, ...(literal ? [`${origin}${path}`] : [])];
  }
  const entries = [...(literal ? [`${origin}${path}`] : []), `${origin}/**`];
  const wider = scheme === 'https' ? ownedParent(host) : undefined;
  if (wider !== undefined) entries.push(`https://*.${wider}${port === '' ? '' : `:${port}`}/**`);
  return entries;
}

/** The name above a host, when everything below it belongs to the host's own owner. */
function ownedParent(host: string): string | undefined {
  const dot = host.indexOf('.');
  const parent = host.slice(dot + 1);
  const owned = registrableDomain(host);
  if (dot < 0 || owned === undefined || owned === host || icannSuffix(parent) === parent) return undefined;
  return sharedSuffix(host) || opensShared(parent) ? undefined : parent;
}
