import { DANGEROUS_SCHEMES } from '../../catalogue/known-schemes.ts';
import { readAuthority } from './authority.ts';
import { refusePath, refusePercent } from './path.ts';
import { quote, type Refusal, refuse, refuseCharacters } from './refusal.ts';

export { quote, type Refusal } from './refusal.ts';

/** Longer addresses are not read; browsers' and servers' own limits lie far below. */
export const MAX_ADDRESS_LENGTH = 8192;

/** A redirect URI in its components, so that equal addresses are equal text (readings R1 and R2). */
export interface RedirectUri {
  refused?: undefined;
  /** Lower case, without the colon. */
  scheme: string;
  /** True for every scheme but http and https. */
  custom: boolean;
  /** Lower case and A-labels; a custom scheme's host keeps its case. */
  host: string;
  /** '' = the default port (or none), else digits without a leading zero. */
  port: string;
  /** Starts with '/'; '/' when the address has none. */
  path: string;
  /** What stands behind `?`; undefined when there is no `?`. */
  query: string | undefined;
}

/**
 * Reads a redirect URI. An address that a browser would read differently than it is written is refused, with the
 * character and what the browser does. Never throws; linear.
 */
export function readRedirectUri(text: string): RedirectUri | Refusal {
  if (text.length > MAX_ADDRESS_LENGTH) {
    return { refused: 'too-long', reason: `The address is longer than ${MAX_ADDRESS_LENGTH} characters.` };
  }
  if (text.startsWith('https://')) return readPlainHost(text, 'https', 8) ?? readRest(text, 'https', 8);
  if (text.startsWith('http://')) return readPlainHost(text, 'http', 7) ?? readRest(text, 'http', 7);
  if (text === '') return { refused: 'empty', reason: 'There is no address.' };
  const colon = text.indexOf(':');
  const written = text.slice(0, Math.max(colon, 0));
  // Before it is lower-cased: the Kelvin sign becomes a plain k then.
  if (!/^[A-Za-z][A-Za-z0-9+.-]*$/.test(written)) {
    return refuse(text, 'no-scheme', 'The address does not start with a protocol such as "https://".');
  }
  const scheme = written.toLowerCase();
  if (DANGEROUS_SCHEMES.has(scheme)) {
    return refuse(
      text,
      'dangerous-scheme',
      `${quote(`${scheme}:`)} runs code or reads local data; it is never a redirect URI.`,
    );
  }
  if (text.startsWith('//', colon + 1)) return readRest(text, scheme, colon + 3);
  return refuse(
    text,
    'no-authority',
    scheme === 'https' || scheme === 'http'
      ? `${quote(`${scheme}:`)} is not followed by two slashes; browsers add them and open what follows as the host.`
      : `After ${quote(`${scheme}:`)} there is no "//"; entries of the list cannot be written for such an address (W222).`,
  );
}

/**
 * The common case, in one pass: a host of plain labels. Anything that needs a second look (other characters, a label
 * that starts with a digit at the end, punycode, sign-in data) answers undefined and is left to `readRest`.
 */
function readPlainHost(text: string, scheme: string, start: number): RedirectUri | Refusal | undefined {
  const length = text.length;
  let upper = false;
  let labelStart = start;
  let previous = 0x2e;
  let at = start;
  for (; at < length; at++) {
    const code = text.charCodeAt(at);
    if ((code >= 0x61 && code <= 0x7a) || (code >= 0x30 && code <= 0x39)) {
      // Letters and digits are by far the most common.
    } else if (code === 0x2e) {
      if (previous === 0x2e || previous === 0x2d || at - labelStart > 63) return undefined;
      labelStart = at + 1;
    } else if (code === 0x2d) {
      if (previous === 0x2e || (previous === 0x2d && at - labelStart === 3)) return undefined;
    } else if (code >= 0x41 && code <= 0x5a) upper = true;
    else if (code === 0x2f || code === 0x3a || code === 0x3f || code === 0x23) break;
    else if (code !== 0x5f) return undefined;
    previous = code;
  }
  if (previous === 0x2e || previous === 0x2d || at - labelStart > 63 || at - start > 253) return undefined;
  const last = text.charCodeAt(labelStart);
  if (last >= 0x30 && last <= 0x39 && text.slice(start, at) !== '127.0.0.1') return undefined;
  const host = upper ? text.slice(start, at).toLowerCase() : text.slice(start, at);
  let port = '';
  if (text.charCodeAt(at) === 0x3a) {
    const portStart = at + 1;
    let value = 0;
    for (at = portStart; at < length; at++) {
      const code = text.charCodeAt(at);
      if (code < 0x30 || code > 0x39) break;
      value = value * 10 + code - 0x30;
    }
    const next = at < length ? text.charCodeAt(at) : 0x2f;
    if (next !== 0x2f && next !== 0x3f && next !== 0x23) return undefined;
    if (value === 0 || value > 65_535 || text.charCodeAt(portStart) === 0x30) return undefined;
    port = text.slice(portStart, at);
  }
  return readPath(text, scheme, false, host, port, at);
}

/** Any address behind `://`. */
function readRest(text: string, scheme: string, start: number): RedirectUri | Refusal {
  const custom = scheme !== 'https' && scheme !== 'http';
  const authority = readAuthority(text, start, custom);
  if ('refused' in authority) return authority;
  return readPath(text, scheme, custom, authority.host, authority.port, authority.end);
}

function readPath(
  text: string,
  scheme: string,
  custom: boolean,
  host: string,
  port: string,
  start: number,
): RedirectUri | Refusal {
  const length = text.length;
  let query = -1;
  let percent = false;
  let dot = false;
  let other = false;
  for (let at = start; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x61 && code <= 0x7a) continue;
    if (code === 0x2e) dot ||= query < 0 && text.charCodeAt(at - 1) === 0x2f;
    else if (code === 0x25) percent = true;
    else if (code === 0x3f) query = query < 0 ? at : query;
    else if (code === 0x23) {
      return refuse(
        text,
        'fragment',
        'The address holds "#"; browsers keep what follows to themselves, and a redirect URI must not have it.',
      );
    } else if (code <= 0x20 || code === 0x5c || code >= 0x7f) other = true;
  }
  if (other) {
    const refusal = refuseCharacters(text);
    if (refusal) return refusal;
  }
  const end = query < 0 ? length : query;
  const path = end === start ? '/' : text.slice(start, end);
  if (percent) {
    const refusal = refusePercent(text, text.slice(start));
    if (refusal) return refusal;
  }
  if (percent || dot) {
    const refusal = refusePath(text, path);
    if (refusal) return refusal;
  }
  if ((port === '443' && scheme === 'https') || (port === '80' && scheme === 'http')) port = '';
  return { scheme, custom, host, port, path, query: query < 0 ? undefined : text.slice(query + 1) };
}
