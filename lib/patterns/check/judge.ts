import { type Analysis, MAX_LENGTH } from '../read/analysis.ts';
import { normalise } from '../read/normalise.ts';
import { ERROR_CHOICE, ERRORS } from '../rules/errors.ts';
import { REMARKS } from '../rules/index.ts';
import { LIST_RULES } from '../rules/list.ts';
import { needsMetBy, RuleChoice } from '../rules/needs.ts';
import type { Rule, RuleContext } from '../rules/rule.ts';
import type { Finding, Grade, Verdict } from '../types.ts';
import { toFinding } from './finding.ts';

/** Nothing else is asked of a text that is not read. */
const TOO_LONG = ERRORS.filter((rule) => rule.id === 'E028');

const WRONG: Grade = { level: 'error', severity: 'high' };

const REMARK_CHOICE = new RuleChoice(REMARKS);
const REMARK_CHOICE_ALONE = new RuleChoice(REMARKS.filter((rule) => !LIST_RULES.includes(rule)));

/**
 * Runs the table over one entry. Warnings are left out while there are errors, because what they would say depends on
 * the correction.
 */
export function judge(a: Analysis, context: RuleContext): Verdict {
  if (a.end - a.start > MAX_LENGTH) return { level: 'error', findings: collect(a, TOO_LONG, context) };
  const met = needsMetBy(a);
  const errors = collect(a, ERROR_CHOICE.for(met).rules, context);
  if (errors.length > 0) return { level: 'error', findings: errors };
  const remarks = context.list === undefined ? REMARK_CHOICE_ALONE : REMARK_CHOICE;
  const findings = collect(a, remarks.for(met).rules, context);
  return { level: findings[0]?.level === 'warn' ? 'warn' : 'ok', pattern: normalise(a), findings };
}

/**
 * What `judge` comes to for an entry by itself, without a word on why: the rules stand in the order of what matters most,
 * so the first that has something to say decides.
 */
export function grade(a: Analysis, context: RuleContext): Grade {
  if (a.end - a.start > MAX_LENGTH) return WRONG;
  const met = needsMetBy(a);
  if (ERROR_CHOICE.for(met).first(a, context)) return WRONG;
  const worst = REMARK_CHOICE_ALONE.for(met).first(a, context);
  const pattern = normalise(a);
  return worst ? { level: worst.level, severity: worst.severity, pattern } : { level: 'ok', pattern };
}

function collect(a: Analysis, rules: readonly Rule[], context: RuleContext): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const hit = rule.check(a, context);
    if (hit) findings.push(toFinding(a, rule, hit, context));
  }
  return findings;
}
