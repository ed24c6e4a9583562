import type { PlanEngine } from '../../../../lib/import/plan/engine.ts';
import type { Coverage, Finding, Verdict } from '../../../../lib/patterns/types.ts';

const finding = (rule: string, level: Finding['level'], severity: Finding['severity']): Finding => ({
  ...{ rule, level, severity, message: `${rule} says so.`, start: 0, end: 1 },
});

/**
 * A grammar small enough to be sure of: `https://x/` covers all that starts with it. A text with `!` is wrong, one
 * with `H` carries a high warning, with `M` a medium one, with `i` an info; `=` makes another spelling of the same, and an
 * entry that the filter does not take for a single address.
 */
export const toyEngine: PlanEngine = {
  check(text): Verdict {
    const pattern = text.trim();
    if (!pattern.startsWith('https://') || pattern.includes('!')) {
      return { level: 'error', findings: [finding('E002', 'error', 'high')] };
    }
    const findings = [
      ...(pattern.includes('H') ? [finding('W101', 'warn', 'high')] : []),
      ...(pattern.includes('M') ? [finding('W201', 'warn', 'medium')] : []),
      ...(pattern.includes('i') ? [finding('W108', 'info', 'low')] : []),
    ];
    return { level: findings.some(({ level }) => level === 'warn') ? 'warn' : 'ok', pattern, findings };
  },
  index: (patterns) => ({
    coveredBy(pattern, except) {
      const covering = patterns.filter((other, at) => {
        const relation = compare(pattern, other);
        return relation === 'subset' || (relation === 'equal' && (except === undefined || at < except));
      });
      return covering.sort((a, b) => a.length - b.length)[0];
    },
  }),
  compare,
};

function compare(a: string, b: string): Coverage {
  const meaning = (text: string): string => text.replace(/[=HMi]/g, '');
  const [narrow, wide] = [meaning(a), meaning(b)];
  if (narrow === wide) return 'equal';
  if (wide.endsWith('/') && narrow.startsWith(wide)) return 'subset';
  return narrow.endsWith('/') && wide.startsWith(narrow) ? 'superset' : 'disjoint';
}
