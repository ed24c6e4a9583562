import { type Analysis, analyse, MAX_LENGTH } from '../read/analysis.ts';
import { normalise } from '../read/normalise.ts';
import { ERRORS } from '../rules/errors.ts';
import { REMARKS } from '../rules/index.ts';
import type { Rule, RuleContext } from '../rules/rule.ts';
import type { CheckContext, Finding, Verdict } from '../types.ts';
import { toFinding } from './finding.ts';

/**
 * Judges one entry.
 * @param text the entry exactly as typed or read; any string at all.
 * @param context the other entries of the list and the state of the supported list.
 * @returns the verdict with all findings, most important first; warnings are left out while there are errors, because
 *   what they would say depends on the correction.
 */
export function checkPattern(text: string, context: CheckContext = {}): Verdict {
  return judge(analyse(text), { supportedAllowed: context.supportedAllowed ?? true });
}

/** Runs the table over one entry that is already read. */
export function judge(a: Analysis, context: RuleContext): Verdict {
  const errors = collect(a, a.end - a.start > MAX_LENGTH ? TOO_LONG : ERRORS, context);
  if (errors.length > 0) return { level: 'error', findings: errors };
  const findings = collect(a, REMARKS, context);
  return { level: findings[0]?.level === 'warn' ? 'warn' : 'ok', pattern: normalise(a), findings };
}

/** Nothing else is asked of a text that is not read. */
const TOO_LONG = ERRORS.filter((rule) => rule.id === 'E028');

function collect(a: Analysis, rules: readonly Rule[], context: RuleContext): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    const hit = rule.check(a, context);
    if (hit) findings.push(toFinding(a, rule, hit));
  }
  return findings;
}
