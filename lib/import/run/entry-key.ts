/**
 * An entry in the spelling under which two are the same (contract: ASCII white space trimmed, scheme and web host
 * in lower case, A-labels, no default port, `:**` as `:*`). A small copy of the engine's normalising for the page,
 * which can't hold the engine: good for comparing texts, not for judging them.
 */
export function entryKey(text: string): string {
  const trimmed = withoutBlanks(text);
  const match = /^([a-z][a-z0-9+.-]{0,63}):\/\/([^/]*)/i.exec(trimmed);
  if (!match) return trimmed;
  const scheme = (match[1] ?? '').toLowerCase();
  const rest = trimmed.slice(match[0].length);
  const web = scheme === 'http' || scheme === 'https';
  // The host of another scheme is case-sensitive.
  const authority = web ? webAuthority(match[2] ?? '', scheme) : (match[2] ?? '');
  return `${scheme}://${authority.endsWith(':**') ? authority.slice(0, -1) : authority}${rest}`;
}

/** Without ASCII white space at both ends; other white space is part of an entry that is wrong. */
function withoutBlanks(text: string): string {
  const isWhite = (at: number): boolean => ' \t\n\f\r'.includes(text.charAt(at)) && at < text.length;
  let start = 0;
  let end = text.length;
  while (start < end && isWhite(start)) start++;
  while (end > start && isWhite(end - 1)) end--;
  return text.slice(start, end);
}

function webAuthority(text: string, scheme: string): string {
  const colon = text.lastIndexOf(':');
  const hasPort = colon > text.lastIndexOf(']') && /^[\d*{},]*$/.test(text.slice(colon + 1)) && colon >= 0;
  const host = (hasPort ? text.slice(0, colon) : text).toLowerCase();
  const port = hasPort ? text.slice(colon) : '';
  const isDefault = port === (scheme === 'https' ? ':443' : ':80');
  return asciiHost(host) + (isDefault ? '' : port);
}

function asciiHost(host: string): string {
  if (/^[\x00-\x7f]*$/.test(host)) return host;
  try {
    return host
      .split('.')
      .map((label) => (/^[\x00-\x7f]*$/.test(label) ? label : new URL(`https://${label}`).hostname))
      .join('.');
  } catch {
    return host;
  }
}
