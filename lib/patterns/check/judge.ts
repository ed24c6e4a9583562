import { type Analysis, MAX_LENGTH } from '../read/analysis.ts';
import { normalise } from '../read/normalise.ts';
import { ERRORS } from '../rules/errors.ts';
import { REMARKS } from '../rules/index.ts';
import { LIST_RULES } from '../rules/list.ts';
import type { Rule, RuleContext } from '../rules/rule.ts';
import type { Finding, Verdict } from '../types.ts';
import { toFinding } from './finding.ts';

/** Nothing else is asked of a text that is not read. */
const TOO_LONG = ERRORS.filter((rule) => rule.id === 'E028');

/** Any character that the documented grammar does not need. */
const ODD = /[^A-Za-z0-9._~/:*{},-]/;
const isForPlain = (rule: Rule): boolean => !rule.odd;
const isForOne = (rule: Rule): boolean => !LIST_RULES.includes(rule);

/** What is asked of plain entries, which nearly all are, and of ones that stand alone: a good part of the table falls away. */
const PLAIN_ERRORS = ERRORS.filter(isForPlain);
const REMARKS_ALONE = REMARKS.filter(isForOne);
const PLAIN_REMARKS = REMARKS.filter(isForPlain);
const PLAIN_REMARKS_ALONE = PLAIN_REMARKS.filter(isForOne);

/**
 * Runs the table over one entry. Warnings are left out while there are errors, because what they would say depends on
 * the correction.
 */
export function judge(a: Analysis, context: RuleContext): Verdict {
  if (a.end - a.start > MAX_LENGTH) return { level: 'error', findings: collect(a, TOO_LONG, context) };
  const odd = ODD.test(a.text);
  const errors = collect(a, odd ? ERRORS : PLAIN_ERRORS, context);
  if (errors.length > 0) return { level: 'error', findings: errors };
  const findings = collect(a, remarksFor(odd, context.list !== undefined), context);
  return { level: findings[0]?.level === 'warn' ? 'warn' : 'ok', pattern: normalise(a), findings };
}

function remarksFor(odd: boolean, listed: boolean): readonly Rule[] {
  if (listed) return odd ? REMARKS : PLAIN_REMARKS;
  return odd ? REMARKS_ALONE : PLAIN_REMARKS_ALONE;
}

function collect(a: Analysis, rules: readonly Rule[], context: RuleContext): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const hit = rule.check(a, context);
    if (hit) findings.push(toFinding(a, rule, hit, context));
  }
  return findings;
}
