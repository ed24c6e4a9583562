/** Where an entry belongs in the index, found without reading it. */
export interface HostKey {
  scheme: string;
  /** The whole host, or its end from a dot on when a wildcard or a brace stands in front; '' when there is no such end. */
  host: string;
  suffix: boolean;
}

/**
 * The key of an entry's text, from its first characters only. What it says holds for every member of a valid entry;
 * whether the entry is valid it does not know.
 * @returns undefined when the text has to be read to know; null when it can not be valid (no `://`).
 */
export function hostKeyOf(text: string): HostKey | null | undefined {
  if (text.length > 4096) return undefined;
  const separator = text.indexOf('://');
  if (separator < 0) return null;
  let scheme = text.slice(0, separator);
  if (scheme !== 'https' && scheme !== 'http') {
    scheme = scheme.toLowerCase();
    if (!/^[a-z][a-z0-9+.-]*$/.test(scheme)) return undefined;
  }
  const custom = scheme !== 'https' && scheme !== 'http';
  const start = separator + 3;
  const slash = text.indexOf('/', start);
  const end = slash < 0 ? text.length : slash;
  let hostStart = start;
  let suffix = false;
  let upper = false;
  let at = start;
  for (; at < end; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x2d && code <= 0x39) || code === 0x5f) continue;
    if (code === 0x2a || code === 0x7d) {
      suffix = true;
      hostStart = at + 1;
    } else if (code === 0x7b) {
      const close = text.lastIndexOf('}', end);
      if (close < at) return undefined;
      suffix = true;
      hostStart = close + 1;
      at = close;
    } else if (code >= 0x41 && code <= 0x5a) upper = true;
    else if (code === 0x3a) break;
    else return undefined;
  }
  if (suffix) {
    hostStart = text.indexOf('.', hostStart);
    if (hostStart < 0 || hostStart >= at) return undefined;
  }
  let host = text.slice(hostStart, at);
  if (upper && !custom) host = host.toLowerCase();
  return host === '' ? undefined : { scheme, host, suffix };
}

/** The key of a member that was read. */
export function hostKeyOfMember(host: string): { host: string; suffix: boolean } {
  const star = host.lastIndexOf('*');
  if (star < 0) return { host, suffix: false };
  const dot = host.indexOf('.', star);
  return { host: dot < 0 ? '' : host.slice(dot), suffix: true };
}
