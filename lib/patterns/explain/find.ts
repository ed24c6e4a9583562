import { NON_REDIRECT_SCHEMES } from '../../catalogue/known-schemes.ts';
import { type FoundAddress, findAddresses } from './addresses.ts';
import { joinWrapped } from './lines.ts';
import { hostOf, plainText } from './unwrap.ts';

/** More text than this is not looked at. */
const MOST_TEXT = 1_000_000;

/** What the search for a redirect URI comes to. */
export interface FoundRedirect {
  redirectUri?: string;
  /** True when the text holds addresses of Atlassian only, such as its error page. */
  onlyAtlassian: boolean;
}

/**
 * Finds the redirect URI in whatever users paste: a bare address, a message of the consent screen, an authorize link, a
 * mail that quotes one of them. Linear; text behind the first million characters is left out.
 */
export function findRedirectUri(text: string): FoundRedirect {
  const trimmed = text.slice(0, MOST_TEXT).trim();
  if (isOpaque(trimmed)) return { redirectUri: trimmed, onlyAtlassian: false };
  const plain = withScheme(joinWrapped(plainText(trimmed)));
  const found = findAddresses(plain);
  let best: FoundAddress | undefined;
  let bestRank = Number.NEGATIVE_INFINITY;
  for (const one of found) {
    const rank = rankOf(one);
    if (rank > bestRank) {
      best = one;
      bestRank = rank;
    }
  }
  const single = best && !isAtlassian(best.address) ? undefined : SINGLE_SLASH.exec(plain)?.[1];
  if (single !== undefined) return { redirectUri: single, onlyAtlassian: false };
  if (!best) return { onlyAtlassian: false };
  const alone = found.length === 1 && best.address === plain && !isErrorPage(plain);
  if (isAtlassian(best.address) && !alone) return { onlyAtlassian: true };
  return { redirectUri: best.address, onlyAtlassian: false };
}

/** A whole text that is an address without `//`: `com.raycast:/oauth`. `localhost:port/cb` is none. */
function isOpaque(text: string): boolean {
  return /^(?!localhost:)[a-z][a-z\d+.-]*:\/?[a-z][^\s%"<>`\\]*$/i.test(text) && !text.includes('://');
}

/** A whole text that starts with a host gets the protocol that browsers hide: `localhost:3118/cb`, `app.example.com`. */
function withScheme(text: string): string {
  if (/^(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/\S*)?$/i.test(text)) return `http://${text}`;
  return /^(?:[a-z\d_-]{1,63}\.){1,10}[a-z][a-z\d-]+(?::\d+)?(?:\/\S*)?$/i.test(text)
    ? `https://${text}`
    : text;
}

/** Right in front of the redirect URI: its name in messages and logs, and the words of the consent screen. */
const SAID =
  /(?:redirect[_ -]?ur[il]["']?\s{0,3}[:=]?\s{0,3}["']?|blocked this domain:?\s{0,3}["']?|access from\s{1,3}["']?)$/;

/** What has no `//` is an address only behind its name, and where its scheme is a domain turned round: `com.raycast:/oauth`. */
const SINGLE_SLASH =
  /(?:redirect[_ -]?ur[il]["']?|blocked this domain|access from)\s{0,3}[:=]?\s{0,3}["'`]?([a-z][a-z\d-]*\.[a-z\d.-]+:\/[a-z](?:[^\s"'<>`\\&.,;]|[.,;](?=[\w/]))*)/i;

function rankOf({ address, parameter, before }: FoundAddress): number {
  const scheme = address.slice(0, address.indexOf(':')).toLowerCase();
  const host = hostOf(address);
  const path = address.replace(/^[^:]*:\/\/[^/?#]*/, '');
  let rank = 0;
  if (isAtlassian(address)) rank -= 200;
  if (NON_REDIRECT_SCHEMES.has(scheme)) rank -= 100;
  if (parameter) rank += 100;
  if (/redirect|callback|blocked|domain|from |to access/.test(before)) rank += 20;
  if (SAID.test(before)) rank += 70;
  if (/\b(?:see|docs?|guide|help|issue|learn more|read)\b[^.]{0,20}$/.test(before)) rank -= 30;
  if (/callback|redirect|oauth|auth\b|\/cb\b/i.test(path)) rank += 30;
  if (/^(?:localhost|127\.0\.0\.1|\[)/i.test(host)) rank += 20;
  if (!/^https?$/.test(scheme)) rank += 10;
  if (address.includes('*')) rank -= 60;
  if (/^(?:support|docs|help|community|status)\.|^(?:www\.)?github\.com$/i.test(host)) rank -= 40;
  return rank;
}

/** Atlassian's own addresses are never the redirect URI that its consent screen refuses. */
function isAtlassian(address: string): boolean {
  return /(?:^|\.)(?:atlassian\.(?:com|net)|atlassian-us-gov-mod\.com|atlassian-isolated\.net|jira\.com)$/i.test(
    hostOf(address),
  );
}

function isErrorPage(address: string): boolean {
  return /id\.atlassian\.com\/error\b/i.test(address);
}
