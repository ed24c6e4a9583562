import type { PlanEngine } from '../../../../lib/import/plan/engine.ts';
import type { Coverage, Grade } from '../../../../lib/patterns/types.ts';

/**
 * A grammar small enough to be sure of: `https://x/` covers all that starts with it. A text with `!` is wrong, one
 * with `H` carries a high warning, with `M` a medium one, with `i` an info; `=` makes another spelling of the same, and an
 * entry that the filter does not take for a single address.
 */
export const toyEngine: PlanEngine = {
  grade(text): Grade {
    const pattern = text.trim();
    if (!pattern.startsWith('https://') || pattern.includes('!')) return { level: 'error', severity: 'high' };
    if (pattern.includes('H')) return { level: 'warn', severity: 'high', pattern };
    if (pattern.includes('M')) return { level: 'warn', severity: 'medium', pattern };
    return pattern.includes('i') ? { level: 'info', severity: 'low', pattern } : { level: 'ok', pattern };
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
