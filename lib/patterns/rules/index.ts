import { ERRORS } from './errors.ts';
import { LIST_RULES } from './list.ts';
import type { Rule } from './rule.ts';
import { BRACE_WARNINGS } from './warnings-braces.ts';
import { HOST_WARNINGS } from './warnings-host.ts';
import { NAME_WARNINGS, OWN_NAME_WARNINGS } from './warnings-names.ts';
import { SECURITY_WARNINGS } from './warnings-security.ts';
import { WORKING_WARNINGS } from './warnings-working.ts';
import { WRITING_WARNINGS } from './warnings-writing.ts';

/**
 * The rule table. A rule is one entry of one of these families; findings come in this order within their level and
 * severity.
 */
export const RULES: readonly Rule[] = [
  ...ERRORS,
  ...SECURITY_WARNINGS,
  ...HOST_WARNINGS,
  ...WORKING_WARNINGS,
  ...WRITING_WARNINGS,
  ...NAME_WARNINGS,
  ...BRACE_WARNINGS,
  ...OWN_NAME_WARNINGS,
  ...LIST_RULES,
];

const LEVELS = { error: 0, warn: 1, info: 2 };
const SEVERITIES = { high: 0, medium: 1, low: 2 };

/** Everything that is no error, sorted as findings are reported: by level, severity, then the table's order. */
export const REMARKS: readonly Rule[] = RULES.filter((rule) => rule.level !== 'error').sort(
  (a, b) => LEVELS[a.level] - LEVELS[b.level] || SEVERITIES[a.severity] - SEVERITIES[b.severity],
);
