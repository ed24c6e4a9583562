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
  const bare = bareAddress(trimmed);
  if (bare !== undefined) return { redirectUri: bare, onlyAtlassian: false };
  const found = findAddresses(joinWrapped(plainText(trimmed)));
  let best: FoundAddress | undefined;
  let bestRank = Number.NEGATIVE_INFINITY;
  for (const one of found) {
    const rank = rankOf(one);
    if (rank > bestRank) {
      best = one;
      bestRank = rank;
    }
  }
  if (!best) return { onlyAtlassian: false };
  const alone = found.length === 1 && best.address === trimmed && !isErrorPage(best.address);
  if (isAtlassian(best.address) && !alone) return { onlyAtlassian: true };
  return { redirectUri: best.address, onlyAtlassian: false };
}

/** A whole text that is an address without `://`: `com.raycast:/oauth`, `localhost:3118/callback`, `app.example.com/cb`. */
function bareAddress(text: string): string | undefined {
  if (text.length > 2048 || text.includes('://') || /[\s%"<>`\\]/.test(text)) return undefined;
  if (/^[a-z][a-z0-9+.-]*:\/?[a-z]/i.test(text) && !/^localhost/i.test(text)) return text;
  if (/^(?:localhost|127\.0\.0\.1)(?::\d{1,5})?(?:\/.*)?$/i.test(text)) return `http://${text}`;
  if (
    /^[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63}){1,10}(?::\d{1,5})?(?:\/.*)?$/i.test(text) &&
    /\.[a-z]{2,}(?:[:/]|$)/i.test(text)
  ) {
    return `https://${text}`;
  }
  return undefined;
}

function rankOf({ address, parameter, before }: FoundAddress): number {
  const scheme = address.slice(0, Math.max(address.indexOf(':'), 0)).toLowerCase();
  const host = hostOf(address).toLowerCase();
  const path = address.slice(address.indexOf('://') + 3 + host.length, 2048).toLowerCase();
  let rank = 0;
  if (isAtlassian(address)) rank -= 200;
  if (NON_REDIRECT_SCHEMES.has(scheme)) rank -= 100;
  if (parameter) rank += 100;
  if (/redirect|callback|blocked|domain|from |to access/.test(before)) rank += 20;
  if (/\b(?:see|docs?|guide|help|issue|learn more|read)\b[^.]{0,20}$/.test(before)) rank -= 30;
  if (/callback|redirect|oauth|auth\b|\/cb\b/.test(path)) rank += 30;
  if (/^(?:localhost|127\.0\.0\.1|\[)/.test(host)) rank += 20;
  if (scheme !== 'https' && scheme !== 'http') rank += 10;
  if (address.includes('*')) rank -= 60;
  if (/^(?:support|docs|help|community|status)\.|^(?:www\.)?github\.com$|\.atlassian\.net$/.test(host))
    rank -= 40;
  return rank;
}

/** Atlassian's own addresses are never the redirect URI that its consent screen refuses. */
function isAtlassian(address: string): boolean {
  return /(?:^|\.)(?:atlassian\.(?:com|net)|atlassian-us-gov-mod\.com|atlassian-isolated\.net|jira\.com)$/i.test(
    hostOf(address),
  );
}

function isErrorPage(address: string): boolean {
  return /^https:\/\/id\.atlassian\.com\/error\b/i.test(address);
}
