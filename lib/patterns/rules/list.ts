import type { Rule } from './rule.ts';

/** What an entry adds to the others of its list, in the catalogue's order. */
export const LIST_RULES: readonly Rule[] = [];
