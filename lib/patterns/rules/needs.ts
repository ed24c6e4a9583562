import type { Analysis } from '../read/analysis.ts';
import type { Need, Rule } from './rule.ts';

/** Any character that the documented grammar does not need. */
const ODD = /[^A-Za-z0-9._~/:*{},-]/;

const BITS: Readonly<Record<Need, number>> = { star: 1, port: 2, brace: 4, foreign: 8, odd: 16 };
/** With odd characters, or markup around it, an entry may have anything. */
const ANYTHING = 31;

/** What an entry has of what rules need, as a sum of bits: most have nothing or one of them. */
export function needsMetBy(a: Analysis): number {
  if (a.coreStart !== a.start || ODD.test(a.text)) return ANYTHING;
  const { text, authorityStart, authorityEnd } = a;
  const within = (character: string): boolean => {
    const at = text.indexOf(character, authorityStart);
    return at >= 0 && at < authorityEnd;
  };
  return (
    (within('*') ? BITS.star : 0) +
    (within(':') ? BITS.port : 0) +
    (a.braced ? BITS.brace : 0) +
    (a.scheme === 'https' || a.scheme === 'http' ? 0 : BITS.foreign)
  );
}

/** The rules among `rules` that may say something about an entry with these needs met, in their order. */
export class RuleChoice {
  readonly #rules: readonly Rule[];
  readonly #chosen: (readonly Rule[] | undefined)[] = [];

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  for(met: number): readonly Rule[] {
    this.#chosen[met] ??= this.#rules.filter(({ needs }) => needs === undefined || (met & BITS[needs]) !== 0);
    return this.#chosen[met];
  }
}
