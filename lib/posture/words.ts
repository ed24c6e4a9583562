import type { MessageKey, PluralKey } from '../words/keys.ts';
import { maybeSay, plural, say } from '../words/say.ts';
import type { PostureFinding } from './types.ts';

type RuleOf<Key> = Key extends `postureRule_${infer Rule}_title` ? Rule : never;
/** The rules that have texts. */
export type WordedRule = RuleOf<MessageKey>;

/** What a rule says: a heading, what was found, why it matters, and what to do. */
export interface RuleWords {
  title: string;
  message: string;
  why: string;
  todo: string;
}

/** The texts of a finding in the reader's language. */
export function wordsOf({ rule, params }: Pick<PostureFinding, 'rule' | 'params'>): RuleWords {
  const worded = rule as WordedRule;
  return {
    title: say(`postureRule_${worded}_title`),
    message:
      maybeSay(`postureRule_${worded}_message`, params) ??
      plural(`postureRule_${worded}_message` as PluralKey, Number(params.count), params),
    why: say(`postureRule_${worded}_why`),
    todo: say(`postureRule_${worded}_todo`),
  };
}
