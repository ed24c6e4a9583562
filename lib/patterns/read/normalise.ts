import { type Analysis, MAX_LENGTH } from './analysis.ts';
import { expand, parseBraces } from './braces.ts';
import { toALabel } from './idn.ts';

/**
 * The normalised text of a valid entry: ASCII white space trimmed, scheme and web host in lower case, A-labels, default
 * port dropped, `:**` written `:*`; nothing else, so braces stay as they are written. Letters beyond ASCII stay as well
 * where their A-labels would make an entry longer than any may be (E028). Normalising the result again changes nothing.
 */
export function normalise(a: Analysis): string {
  const [m] = a.authorities;
  if (m?.usual && m.port === undefined && !a.braced && a.scheme === a.schemeText) return a.core;
  const authority = a.text.slice(a.authorityStart, a.authorityEnd);
  const normal = normalAuthority(a, authority);
  // Most entries are written as they should be: the text itself is then one piece in memory, and known to maps.
  if (normal === authority && a.scheme === a.schemeText) return a.core;
  return `${a.scheme}://${normal}${a.core.slice(a.authorityEnd - a.coreStart)}`;
}

function normalAuthority(a: Analysis, authority: string): string {
  if (a.custom) return normalPortText(a, authority);
  if (/^[\0-\x7F]*$/.test(authority)) return normalPortText(a, authority.toLowerCase());
  const withALabels = normalPortText(a, toALabels(authority));
  if (a.core.length - authority.length + withALabels.length <= MAX_LENGTH) return withALabels;
  // Browsers fold some letters otherwise than `toLowerCase`, a sigma at the end of a word for one.
  return normalPortText(
    a,
    authority.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  );
}

/** Drops a default port and shortens `:**`, where the port stands outside braces. */
function normalPortText(a: Analysis, authority: string): string {
  if (authority.endsWith(':**')) return authority.slice(0, -1);
  const port = a.scheme === 'https' ? ':443' : ':80';
  return !a.custom && authority.endsWith(port) ? authority.slice(0, -port.length) : authority;
}

/** A-labels for each piece between dots and colons outside braces; a piece with braces of its own is written out. */
function toALabels(authority: string): string {
  let depth = 0;
  let piece = '';
  let written = '';
  const flush = (): void => {
    written += pieceToALabels(piece);
    piece = '';
  };
  for (const c of authority) {
    if (c === '{') depth++;
    else if (c === '}') depth--;
    if (depth === 0 && (c === '.' || c === ':')) {
      flush();
      written += c;
    } else piece += c;
  }
  flush();
  return written;
}

function pieceToALabels(piece: string): string {
  if (/^[\0-\x7F]*$/.test(piece)) return piece.toLowerCase();
  const tree = parseBraces(piece, 0, piece.length, true);
  const members = Array.isArray(tree) ? expand(tree) : [piece];
  const labels = members.map((member) =>
    member
      .split('.')
      .map((label) => (/^[\0-\x7F]*$/.test(label) ? label.toLowerCase() : (toALabel(label) ?? label)))
      .join('.'),
  );
  const distinct = [...new Set(labels)];
  return distinct.length === 1 ? (distinct[0] ?? '') : `{${distinct.join(',')}}`;
}
