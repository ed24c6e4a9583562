import { checkPattern } from '../patterns/check/index.ts';
import { createMatcher } from '../patterns/matcher/index.ts';
import type { PatternEngine } from './ports.ts';

/** The engine as messages ask for it. */
export const patternEngine: PatternEngine = {
  check: (text, context) => checkPattern(text, context),
  checkList: (patterns, options) => patterns.map((text) => checkPattern(text, options)),
  explain: (text, patterns) => ({
    redirectUri: text.trim(),
    match: createMatcher(patterns).match(text.trim()),
    suggestions: [],
  }),
};
