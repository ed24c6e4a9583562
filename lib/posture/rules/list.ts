import { DOMAINS_LINK } from '../links.ts';
import type { Hit, PostureInput, PostureLevel, PostureRule } from '../types.ts';

/** The entries in which the engine found one of these rules. Duplicates of one text count once. */
function entriesWith(input: PostureInput, ...rules: string[]): Hit | undefined {
  const evidence = (input.entries ?? []).filter((_, index) =>
    input.verdicts[index]?.findings.some(({ rule }) => rules.includes(rule)),
  );
  return evidence.length > 0 ? { evidence: [...new Set(evidence)] } : undefined;
}

/** A rule of ours that groups rules of the engine: what a list is judged by stands in one place. */
function grouping(id: string, level: PostureLevel, ...rules: string[]): PostureRule {
  return { id, level, link: DOMAINS_LINK, check: (input) => entriesWith(input, ...rules) };
}

/** What lets everybody in: the console may have taken what the engine refuses. */
const WIDE_OPEN = ['E010', 'E012', 'E013'];

export const LIST_RULES: readonly PostureRule[] = [
  grouping('P101', 'error', ...WIDE_OPEN),
  grouping('P102', 'error', 'W101'),
  grouping('P103', 'error', 'W114'),
  grouping('P104', 'error', 'W112', 'W113'),
  grouping('P105', 'warn', 'W102'),
  grouping('P106', 'warn', 'W103'),
  grouping('P107', 'warn', 'W109'),
  {
    id: 'P108',
    level: 'warn',
    link: DOMAINS_LINK,
    check({ entries, verdicts }) {
      const evidence = (entries ?? []).filter((_, index) => {
        const verdict = verdicts[index];
        return verdict?.level === 'error' && !verdict.findings.some(({ rule }) => WIDE_OPEN.includes(rule));
      });
      return evidence.length > 0 ? { evidence: [...new Set(evidence)] } : undefined;
    },
  },
  grouping('P109', 'info', 'R301', 'R302', 'R303', 'R307'),
  grouping('P110', 'info', 'R304'),
  grouping('P111', 'info', 'R310'),
  grouping('P112', 'info', 'W224'),
];
