import { SUPPORTED_PATTERNS } from '../../catalogue/supported-domains.ts';
import { createMatcher } from '../matcher/index.ts';
import { readRedirectUri } from '../redirect-uri/index.ts';
import type { Explanation, Match, Matcher } from '../types.ts';
import { findRedirectUri } from './find.ts';
import { suggestEntries } from './suggest.ts';

/** What `by` says when Atlassian's supported list allows an address. */
const SUPPORTED = 'atlassian-supported';

let supported: Matcher | undefined;

/**
 * Explains why an AI tool was refused, from whatever text its user sent.
 * @param text a redirect URI, a message of the consent screen, an authorize link, or a mail around one of them.
 * @param patterns the organization's own entries.
 * @param supportedAllowed whether Atlassian's supported list is switched on; true when absent.
 * @returns the redirect URI that was found, the answer for it, and up to three entries that would allow it (none when an
 * own entry does, or when the address is unsafe). Never throws.
 */
export function explainBlocked(
  text: string,
  patterns: readonly string[],
  supportedAllowed = true,
): Explanation {
  const { redirectUri, onlyAtlassian } = findRedirectUri(text);
  if (redirectUri === undefined) {
    const reason = onlyAtlassian
      ? "The text holds only Atlassian's own addresses, not the redirect URI of the AI tool; ask for the whole message or the authorization link."
      : 'The text holds no redirect URI; ask for the whole message or the authorization link.';
    return { match: { allowed: 'no', reason }, suggestions: [] };
  }
  const uri = readRedirectUri(redirectUri);
  const own = createMatcher(patterns).match(redirectUri);
  if (own.allowed === 'yes') return { redirectUri, match: own, suggestions: [] };
  const match = (supportedAllowed && matchSupported(redirectUri)) || own;
  const suggestions = uri.refused === undefined ? suggestEntries(uri, redirectUri) : [];
  return { redirectUri, match, suggestions };
}

function matchSupported(redirectUri: string): Match | undefined {
  supported ??= createMatcher(SUPPORTED_PATTERNS);
  const { allowed, by } = supported.match(redirectUri);
  if (allowed !== 'yes') return undefined;
  return {
    allowed,
    by: SUPPORTED,
    reason: `Atlassian's supported list allows it (${by}), as long as it is switched on.`,
  };
}
