import { EntryIndex } from '../patterns/matcher/entry-index.ts';
import { PathAnswer } from '../patterns/matcher/path.ts';
import { readRedirectUri } from '../patterns/redirect-uri/index.ts';
import type { RefusalCode } from '../patterns/redirect-uri/refusal.ts';
import type { Match } from '../patterns/types.ts';
import type { RulesBehind } from './types.ts';

/** The rule that says of an entry what a refusal says of an address. */
const OF_ADDRESS: Partial<Record<RefusalCode, string>> = {
  control: 'E020',
  space: 'E020',
  invisible: 'E021',
  unencodable: 'E030',
  backslash: 'E019',
  'dangerous-scheme': 'E005',
  userinfo: 'E016',
  fragment: 'E018',
  port: 'E014',
  percent: 'E026',
  'dot-segment': 'E025',
};

/**
 * Which rules stand behind an answer that is not plain, and the text that they are about: the address that can't be
 * judged, or the entry that is read both ways. Rules have sentences in every language; the engine's own are English.
 */
export function rulesBehind(
  redirectUri: string,
  match: Match,
  patterns: readonly string[],
): RulesBehind | undefined {
  const uri = readRedirectUri(redirectUri);
  if (uri.refused !== undefined) {
    const rule = OF_ADDRESS[uri.refused];
    return rule === undefined ? undefined : { text: redirectUri, rules: [rule] };
  }
  if (match.allowed !== 'unsure' || match.by === undefined) return undefined;
  const { answer, loopback } = new EntryIndex(patterns).search(uri);
  const rules = [
    ...(answer === PathAnswer.pathless ? ['W201'] : []),
    ...(answer === PathAnswer.base ? ['W205'] : []),
    ...(loopback ? ['W208'] : []),
  ];
  return rules.length > 0 ? { text: match.by, rules } : undefined;
}
