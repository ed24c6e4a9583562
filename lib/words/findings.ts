import type { Finding, Verdict } from '../patterns/types.ts';
import { maybeSay } from './say.ts';

/**
 * The engine speaks English, by contract and without a browser. Where a language has a text for the rule
 * (`rule_E012`, for a variant of its sentence `rule_E012_name`), it takes the English one's place.
 */
function inReadersWords(finding: Finding): Finding {
  const message = ownSentenceOf(finding);
  return message === undefined ? finding : { ...finding, message };
}

/** The reader's language's sentence; undefined where it has none, as English never has. */
export function ownSentenceOf({ rule, params = {} }: Finding): string | undefined {
  const { variant } = params;
  // A browser refuses the whole extension over a key with a hyphen.
  const special =
    variant === undefined
      ? undefined
      : maybeSay(`rule_${rule}_${String(variant).replaceAll('-', '_')}`, params);
  return special ?? maybeSay(`rule_${rule}`, params);
}

/** A verdict whose findings speak the reader's language. */
export function inOwnWords(verdict: Verdict): Verdict {
  if (verdict.findings.length === 0) return verdict;
  return {
    ...verdict,
    findings: verdict.findings.map(inReadersWords),
  };
}
