import { answerBlocked } from '../answers/index.ts';
import { checkList, checkPattern } from '../patterns/check/index.ts';
import { normalisePattern } from '../patterns/read/index.ts';
import { inOwnWords } from '../words/findings.ts';
import type { PatternEngine } from './ports.ts';

/** The engine as messages ask for it: its sentences are in the reader's language from here on. */
export const patternEngine: PatternEngine = {
  check: (text, context) => inOwnWords(checkPattern(text, context)),
  checkList: (patterns, options) => checkList(patterns, options).map(inOwnWords),
  normalise: normalisePattern,
  explain: answerBlocked,
};
