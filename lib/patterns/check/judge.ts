import { type Analysis, MAX_LENGTH } from '../read/analysis.ts';
import { normalise } from '../read/normalise.ts';
import { ERROR_CHOICE, ERRORS } from '../rules/errors.ts';
import { REMARKS } from '../rules/index.ts';
import { LIST_RULES } from '../rules/list.ts';
import { needsMetBy, RuleChoice } from '../rules/needs.ts';
import type { Rule, RuleContext } from '../rules/rule.ts';
import type { Finding, Verdict } from '../types.ts';
import { toFinding } from './finding.ts';

/** Nothing else is asked of a text that is not read. */
const TOO_LONG = ERRORS.filter((rule) => rule.id === 'E028');

const REMARK_CHOICE = new RuleChoice(REMARKS);
const REMARK_CHOICE_ALONE = new RuleChoice(REMARKS.filter((rule) => !LIST_RULES.includes(rule)));

/**
 * Runs the table over one entry. Warnings are left out while there are errors, because what they would say depends on
 * the correction.
 */
export function judge(a: Analysis, context: RuleContext): Verdict {
  if (a.end - a.start > MAX_LENGTH) return { level: 'error', findings: collect(a, TOO_LONG, context) };
  const met = needsMetBy(a);
  const errors = collect(a, ERROR_CHOICE.for(met), context);
  if (errors.length > 0) return { level: 'error', findings: errors };
  const remarks = context.list === undefined ? REMARK_CHOICE_ALONE : REMARK_CHOICE;
  const findings = collect(a, remarks.for(met), context);
  return { level: findings[0]?.level === 'warn' ? 'warn' : 'ok', pattern: normalise(a), findings };
}

function collect(a: Analysis, rules: readonly Rule[], context: RuleContext): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const hit = rule.check(a, context);
    if (hit) findings.push(toFinding(a, rule, hit, context));
  }
  return findings;
}
