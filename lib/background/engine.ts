import { checkList, checkPattern } from '../patterns/check/index.ts';
import { explainBlocked } from '../patterns/explain/index.ts';
import type { PatternEngine } from './ports.ts';

/** The engine as messages ask for it. */
export const patternEngine: PatternEngine = {
  check: checkPattern,
  checkList,
  explain: explainBlocked,
};
