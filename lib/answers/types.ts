import type { Doubt } from '../patterns/matcher/doubts.ts';
import type { RefusalCode } from '../patterns/redirect-uri/refusal.ts';
import type { Match } from '../patterns/types.ts';

/** What stands between an AI tool and the organization, as far as a text tells. */
export type BlockedCase =
  /** The list allows the address, and nothing in the text says that it was refused. */
  | 'allowed'
  /** No entry allows the address. */
  | 'not-listed'
  /** An own entry allows the address and it was refused all the same. */
  | 'not-enforced'
  /** Atlassian's supported list allows the address and it was refused all the same. */
  | 'supported-refused'
  /** Whether an entry allows the address is read both ways. */
  | 'unsure'
  /** No entry can allow the address: it is read otherwise than it is written, or is no redirect URI. */
  | 'unsafe-address'
  /** `https://` on the user's own machine, which Atlassian refuses. */
  | 'https-loopback'
  /** The text says that the domain was refused, but not which. */
  | 'no-address'
  /** The text says nothing that is known. */
  | 'unknown'
  | GateCase;

/** Refusals that have nothing to do with the list. */
export type GateCase = 'client-registration' | 'client-type' | 'ip-allowlist' | 'app-policy' | 'api-token';

/** Which component of an address the nearest entry does not cover; the first that fails. */
export type FailingComponent = 'scheme' | 'host' | 'port' | 'path' | 'query';

export interface NearestEntry {
  pattern: string;
  component: FailingComponent;
}

/** Rules that say why an answer is not plain, and the entry or address that they are about. */
export interface RulesBehind {
  text: string;
  rules: string[];
}

/** An answer for an admin: codes and data only, the sentences are the view's. */
export interface BlockedAnswer {
  case: BlockedCase;
  redirectUri?: string;
  /** Its `reason` is English and is not for the view. */
  match: Match;
  /** Why no entry can allow the address. */
  refused?: RefusalCode;
  /** Why the readings differ. */
  doubts?: readonly Doubt[];
  /** The entry that comes nearest, when none allows the address. */
  nearest?: NearestEntry;
  /** For an answer that is not plain: the rules that `match.reason` puts into one English sentence. */
  behind?: RulesBehind;
  /** At most three entries that would allow it, best first; none where an entry would not help. */
  suggestions: string[];
  /** More addresses of the text that no entry allows, at most five: each needs an answer of its own. */
  others: string[];
  /** What may refuse the address as well and is not to be seen from here. */
  unseen: readonly GateCase[];
}
