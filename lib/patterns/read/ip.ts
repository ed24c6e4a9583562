/** IP addresses as hosts. Browsers fold many spellings of one address together; an entry may hold the plain one only. */

const OCTET = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)';
const CANONICAL_IPV4 = new RegExp(`^${OCTET}(?:\\.${OCTET}){3}$`);
const NUMERIC_LABEL = /^(?:\d+|0x[\da-f]*)$/i;

/** Whether the URL standard takes a host with this last label for an IPv4 address. */
export function endsInNumber(lastLabel: string): boolean {
  const code = lastLabel.charCodeAt(0);
  return code >= 0x30 && code <= 0x39 && NUMERIC_LABEL.test(lastLabel);
}

export function isCanonicalIpv4(host: string): boolean {
  return CANONICAL_IPV4.test(host);
}

/** The usual spelling of an IPv4 address that is written otherwise, for example `127.1`; undefined when it is none. */
export function canonicalIpv4(host: string): string | undefined {
  try {
    const { hostname } = new URL(`http://${host}/`);
    return isCanonicalIpv4(hostname) ? hostname : undefined;
  } catch {
    return undefined;
  }
}

/** An IPv6 address in brackets, compressed and in lower case as browsers print it; undefined when it is none. */
export function canonicalIpv6(host: string): string | undefined {
  if (!/^\[[\da-f:.]+\]$/i.test(host)) return undefined;
  try {
    return new URL(`http://${host}/`).hostname;
  } catch {
    return undefined;
  }
}
