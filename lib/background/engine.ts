import { answerBlocked, type BlockedAnswer } from '../answers/index.ts';
import { checkList, checkPattern } from '../patterns/check/index.ts';
import { normalisePattern } from '../patterns/read/index.ts';
import { inOwnWords, ownSentenceOf } from '../words/findings.ts';
import type { PatternEngine } from './ports.ts';

/**
 * Why an answer is not plain, in the language's own sentences on the rules behind it; undefined where it lacks one, and
 * then the engine's stands.
 */
function reasonInOwnWords({ behind }: BlockedAnswer): string | undefined {
  if (!behind) return undefined;
  const { findings } = checkPattern(behind.text);
  const sentences = behind.rules.map((id) => {
    const finding = findings.find(({ rule }) => rule === id);
    return finding && ownSentenceOf(finding);
  });
  return sentences.includes(undefined) ? undefined : sentences.join(' ');
}

/** The engine as messages ask for it: its sentences are in the reader's language from here on. */
export const patternEngine: PatternEngine = {
  check: (text, context) => inOwnWords(checkPattern(text, context)),
  checkList: (patterns, options) => checkList(patterns, options).map(inOwnWords),
  normalise: normalisePattern,
  explain(text, patterns, supportedAllowed) {
    const answer = answerBlocked(text, patterns, supportedAllowed);
    const reason = reasonInOwnWords(answer);
    return reason === undefined ? answer : { ...answer, match: { ...answer.match, reason } };
  },
};
