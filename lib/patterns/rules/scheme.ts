import { DANGEROUS_SCHEMES, NON_REDIRECT_SCHEMES } from '../../catalogue/known-schemes.ts';
import type { Analysis } from '../read/analysis.ts';
import { LOOKALIKE_COLON, LOOKALIKE_SLASH } from '../read/characters.ts';
import { isOneEdit } from './edit.ts';

/** What stands in front of the host, well-formed or not. */

const BAD_SEPARATOR = /^([a-z][a-z0-9+-]*)[:;,.]?\/\//i;
const HOST_AND_PORT = /^(?:[^/:@]+:[\d*{]|[^/:@]*\.[^/:@]*:$|localhost:$)/i;

/** What stands before the first colon, in lower case: `view-source` in `view-source:https://…`. */
export function leadingScheme(a: Analysis): string {
  return a.scheme === '' ? (a.schemeText.split(':', 1)[0] ?? '').toLowerCase() : a.scheme;
}

/** `javascript:…` and `mailto:…` are written without slashes; E005 and E006 say more about them than E002 and E003. */
export function hasForeignScheme(a: Analysis): boolean {
  const scheme = leadingScheme(a);
  return DANGEROUS_SCHEMES.has(scheme) || NON_REDIRECT_SCHEMES.has(scheme);
}

/** A habit of expressions: `https?://`, `http[s]?://`, `(http|https)?://`. What has a path in front is an address in a query. */
export function isOptional(schemeText: string): boolean {
  return /^[a-z({][a-z\d()[\]{}|,*+.-]*\?$/i.test(schemeText);
}

/** Where a second `://` stands in the core, or -1. */
export function secondSeparator(a: Analysis): number {
  return a.separator < 0 ? -1 : a.core.indexOf('://', a.separator - a.coreStart + 3);
}

/** Whether the separator after the scheme is there but botched: `https:/`, `https//`, `http;//`, `app:/cb`. */
export function botchedSeparator(a: Analysis): { start: number; end: number } | undefined {
  // A legal scheme is only told where `://` stands right behind it.
  if (a.scheme !== '') return undefined;
  const { core, coreStart } = a;
  const hit = (start: number, end: number) => ({ start: coreStart + start, end: coreStart + end });
  const colon = core.search(LOOKALIKE_COLON);
  const slash = core.search(LOOKALIKE_SLASH);
  const odd = colon < 0 || (slash >= 0 && slash < colon) ? slash : colon;
  if (odd >= 0 && /^[a-z][a-z0-9+.-]*:?\/?$/i.test(core.slice(0, odd))) return hit(odd, odd + 1);
  if (a.separator >= 0) {
    const at = a.schemeText.indexOf(':');
    return at < 0 || /[/?#]/.test(a.schemeText.slice(0, at)) ? undefined : hit(at, a.schemeText.length);
  }
  const bare = BAD_SEPARATOR.exec(core);
  if (bare && bare[1]?.toLowerCase() !== 'localhost') return hit(bare[1]?.length ?? 0, bare[0].length);
  if (a.schemeText === '') return undefined;
  const end = a.schemeText.length + 1;
  if (!/^https?$/i.test(a.schemeText) && HOST_AND_PORT.test(core)) return undefined;
  return hit(end - 1, core[end] === '/' || core[end] === '\\' ? end + 1 : end);
}

/** Made harmless on purpose; all others are one edit away. */
const DEFANGED = new Set(['hxxp', 'hxxps']);

/** Whether a custom scheme is most likely `https` or `http` mistyped or made harmless for mail (`hxxps`). */
export function isSchemeTypo(scheme: string): boolean {
  return DEFANGED.has(scheme) || isOneEdit(scheme, 'https') || isOneEdit(scheme, 'http');
}
