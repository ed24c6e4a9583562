import { explainBlocked } from '../patterns/explain/index.ts';
import { doubtsOf } from '../patterns/matcher/doubts.ts';
import { readRedirectUri } from '../patterns/redirect-uri/index.ts';
import type { Explanation } from '../patterns/types.ts';
import { rulesBehind } from './behind.ts';
import { nearestEntry } from './nearest.ts';
import { otherAddresses } from './others.ts';
import { meaningOf } from './recognise.ts';
import type { TextMeaning } from './texts.ts';
import type { BlockedAnswer, BlockedCase, GateCase } from './types.ts';

export type { BlockedAnswer } from './types.ts';

const SUPPORTED = 'atlassian-supported';

/** Gates that refuse as well and that the page of the list does not show (patterns' reading R9). */
const UNSEEN: readonly GateCase[] = ['ip-allowlist', 'client-registration', 'app-policy'];

/**
 * Names what keeps an AI tool out, from whatever text its user sent: which gate, which entry is near, and what to add.
 * A gate that can't be seen is never guessed: it is named when the text names it, else listed under `unseen`.
 * @param text an address, a message, a screenshot's text or a mail around one of them.
 * @param patterns the organization's own entries.
 * @param supportedAllowed whether Atlassian's supported list is switched on.
 */
export function answerBlocked(
  text: string,
  patterns: readonly string[],
  supportedAllowed = true,
): BlockedAnswer {
  const explanation = explainBlocked(text, patterns, supportedAllowed);
  const { redirectUri, match } = explanation;
  const which = caseOf(explanation, meaningOf(text));
  const nearest = redirectUri === undefined ? undefined : nearestEntry(redirectUri, patterns);
  const behind = redirectUri === undefined ? undefined : rulesBehind(redirectUri, match, patterns);
  const helps = which === 'not-listed' || which === 'unsure';
  return {
    case: which,
    ...(redirectUri === undefined ? {} : { redirectUri }),
    match,
    ...reasonOf(which, redirectUri, match.by),
    ...(nearest && match.allowed === 'no' ? { nearest } : {}),
    ...(behind && { behind }),
    suggestions: helps ? explanation.suggestions : [],
    others: otherAddresses(text, redirectUri, patterns, supportedAllowed),
    unseen: isGate(which) || redirectUri === undefined ? [] : UNSEEN,
  };
}

function caseOf({ redirectUri, match }: Explanation, meaning: TextMeaning | undefined): BlockedCase {
  if (meaning !== undefined && meaning !== 'domain') return meaning;
  if (redirectUri === undefined) return meaning === 'domain' ? 'no-address' : 'unknown';
  const uri = readRedirectUri(redirectUri);
  if (uri.refused !== undefined) return 'unsafe-address';
  if (match.allowed === 'unsure') return 'unsure';
  if (match.allowed === 'no') {
    return uri.scheme === 'https' && /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(uri.host)
      ? 'https-loopback'
      : 'not-listed';
  }
  if (meaning === undefined) return 'allowed';
  return match.by === SUPPORTED ? 'supported-refused' : 'not-enforced';
}

/** The reason where the view gives one, as codes: the matcher's own sentence is English. */
function reasonOf(
  which: BlockedCase,
  address: string | undefined,
  by: string | undefined,
): Pick<BlockedAnswer, 'refused' | 'doubts'> {
  if (address === undefined) return {};
  if (which === 'unsure' && by !== undefined) return { doubts: doubtsOf(by, address) };
  const { refused } = readRedirectUri(address);
  return which === 'unsafe-address' && refused !== undefined ? { refused } : {};
}

function isGate(which: BlockedCase): boolean {
  return (
    (UNSEEN as readonly BlockedCase[]).includes(which) || which === 'client-type' || which === 'api-token'
  );
}
