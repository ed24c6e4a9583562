import { inspectionHost } from '../../catalogue/inspection-hosts.ts';
import { lastLabels } from '../../catalogue/last-labels.ts';
import { createMatcher } from '../matcher/index.ts';
import type { RedirectUri } from '../redirect-uri/index.ts';
import { opensShared, registrableDomain, sharedSuffix } from '../suffixes/index.ts';
import { SUPPORTED_SHARED } from '../suffixes/supplement.ts';

/**
 * Up to three entries that would allow an address under every reading, the best first: the exact callback, then the
 * whole origin, then the subdomains of a domain that has one owner. On loopback any port comes first, since clients take
 * a new one each time (RFC 8252, section 7.3).
 * @param address as it was pasted; each suggestion is tried against it, so one that is no valid entry falls out.
 */
export function suggestEntries(uri: RedirectUri, address: string): string[] {
  return candidates(uri).filter((entry) => createMatcher([entry]).match(address).allowed === 'yes');
}

function candidates({ scheme, host, port, path }: RedirectUri): string[] {
  const site = (name: string) => `${scheme}://${name}${port === '' ? '' : `:${port}`}`;
  // A path may hold characters that an entry reads as wildcards or braces: it can not be written exactly then.
  const exact = /[*{}]/.test(path) ? [] : [path];
  const paths = [...exact, '/**'];
  if (scheme === 'http')
    return [...paths.map((one) => `http://${host}:*${one}`), ...exact.map((one) => site(host) + one)];
  const wider = scheme === 'https' ? subdomains(host) : [];
  return [...paths.map((one) => site(host) + one), ...wider.map((name) => `${site(name)}/**`)];
}

/** The wildcard beside a host, when everything below it belongs to the host's own owner. */
function subdomains(host: string): string[] {
  const parent = host.slice(host.indexOf('.') + 1);
  const owned = registrableDomain(host) !== undefined && !sharedSuffix(host) && !opensShared(parent);
  return owned && !isLent(host) ? [`*.${parent}`] : [];
}

/** Whether the names around a host are other customers' or anybody's: of a supported vendor, or of a tunnel. */
function isLent(host: string): boolean {
  const vendors = [2, 3, 4].map((labels) => lastLabels(host, labels));
  return inspectionHost(host) !== undefined || vendors.some((name) => SUPPORTED_SHARED.has(name));
}
