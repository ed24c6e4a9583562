import { GRAMMAR_ERRORS } from './errors-grammar.ts';
import { SECURITY_ERRORS } from './errors-security.ts';
import { SYNTAX_ERRORS } from './errors-syntax.ts';
import { TEXT_ERRORS } from './errors-text.ts';
import { RuleChoice } from './needs.ts';
import type { Rule } from './rule.ts';

/** Every error, in the order in which findings are reported. */
export const ERRORS: readonly Rule[] = [
  ...TEXT_ERRORS,
  ...SECURITY_ERRORS,
  ...SYNTAX_ERRORS,
  ...GRAMMAR_ERRORS,
];

/** Those of them that an entry can have anything for. */
export const ERROR_CHOICE = new RuleChoice(ERRORS);
