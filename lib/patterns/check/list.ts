import { SUPPORTED_PATTERNS } from '../../catalogue/supported-domains.ts';
import { createMatcher } from '../matcher/index.ts';
import { analyse } from '../read/analysis.ts';
import { readRedirectUri } from '../redirect-uri/index.ts';
import { show } from '../rules/rule.ts';
import type { Finding, Verdict } from '../types.ts';
import { judge } from './judge.ts';
import { ListIndex } from './list-view.ts';

export interface ListContext {
  /** Whether Atlassian's own supported list is switched on; true when absent. */
  supportedAllowed?: boolean;
  /** Addresses that AI tools were seen to use, where any are recorded. */
  redirectUris?: readonly string[];
}

/**
 * Judges every entry of a list, each against all others.
 * @returns one verdict per entry, in the list's order. Never throws; the cost grows with the length of the list only.
 */
export function checkList(patterns: readonly string[], context: ListContext = {}): Verdict[] {
  const index = new ListIndex(patterns, context.redirectUris);
  const supportedAllowed = context.supportedAllowed ?? true;
  return patterns.map((text, i) => judge(analyse(text), { supportedAllowed, list: index.row(i) }));
}

/**
 * What recorded redirect addresses say about the list as a whole: rules R309 (only the supported list, which is off,
 * would allow one) and R311 (IPv6 loopback, for which no documented rule exists).
 * @returns findings without positions, since they are about no entry.
 */
export function checkRedirects(patterns: readonly string[], context: ListContext = {}): Finding[] {
  const own = createMatcher(patterns);
  const supported = createMatcher(SUPPORTED_PATTERNS);
  const findings: Finding[] = [];
  for (const uri of new Set(context.redirectUris)) {
    const address = show(uri);
    const read = readRedirectUri(uri);
    if (read.refused === undefined && !read.custom && read.host === '[::1]') {
      findings.push({
        ...ABOUT_LIST,
        rule: 'R311',
        message: `${address} goes to the IPv6 loopback address, which no documented rule can cover; set the tool to localhost or 127.0.0.1.`,
        params: { address },
      });
    } else if (
      context.supportedAllowed === false &&
      own.match(uri).allowed === 'no' &&
      supported.match(uri).allowed !== 'no'
    ) {
      findings.push({
        ...ABOUT_LIST,
        rule: 'R309',
        message: `${address} is only on Atlassian's supported list, which is switched off; add an entry for it or switch the list on.`,
        params: { address },
      });
    }
  }
  return findings;
}

const ABOUT_LIST = { level: 'warn', severity: 'medium', start: 0, end: 0 } as const;
