import { type Analysis, MAX_LENGTH } from '../read/analysis.ts';
import { isListed, isLoopback } from './hosts.ts';
import type { Need, Rule, RuleContext } from './rule.ts';

/** Any character that the documented grammar does not need. */
const ODD = /[^A-Za-z0-9._~/:*{},-]/;
const SLASH = 0x2f;

const BITS: Readonly<Record<Need, number>> = {
  star: 1,
  colon: 2,
  brace: 4,
  foreign: 8,
  unusual: 16,
  local: 32,
  stars: 64,
  slashes: 128,
  dots: 256,
  listed: 512,
  odd: 1_024,
};
/** With odd characters, or markup around it, an entry may have anything. So may one that is too long to be read. */
const ANYTHING = 2_047;

const MAY_HOLD_STARS = BITS.unusual + BITS.brace + BITS.colon;

/** What an entry has of what rules need, as a sum of bits: most have one or two of them. */
export function needsMetBy(a: Analysis): number {
  if (a.coreStart !== a.start || ODD.test(a.text) || a.end - a.start > MAX_LENGTH) return ANYTHING;
  const { text, scheme, braced, authorityEnd, coreEnd } = a;
  let met = braced ? BITS.brace + BITS.slashes + BITS.dots : 0;
  if (text.indexOf(':', a.separator + 3) >= 0) met |= BITS.colon;
  if (scheme !== 'https') met |= scheme === 'http' ? BITS.local : BITS.foreign + BITS.local;
  // Of hosts that were not read nothing is known.
  if (scheme !== a.schemeText || a.authorities.length === 0) met |= BITS.unusual + BITS.listed;
  for (const m of a.authorities) {
    if (!m.usual) met |= BITS.unusual + BITS.listed;
    else if (isListed(m.name)) met |= BITS.listed;
    if (isLoopback(m.name)) met |= BITS.local + BITS.listed;
  }
  const star = text.indexOf('*', a.separator + 3);
  if (star >= 0 && star < authorityEnd) met |= BITS.star;
  // Only in a usual host without a port no two stars stand next to each other.
  if (text.includes('*', authorityEnd) || (star >= 0 && (met & MAY_HOLD_STARS) !== 0)) met |= BITS.stars;
  if (authorityEnd >= coreEnd || text.charCodeAt(coreEnd - 1) === SLASH || text.includes('//', authorityEnd))
    met |= BITS.slashes;
  if (text.includes('/.', authorityEnd)) met |= BITS.dots;
  return met;
}

/** Rules in their order, as they are asked for an entry that has certain needs met. */
class ChosenRules {
  readonly rules: readonly Rule[];
  /** By themselves: to read them off rules of many kinds costs as much as some of them. */
  readonly #checks: readonly Rule['check'][];

  constructor(rules: readonly Rule[]) {
    this.rules = rules;
    this.#checks = rules.map(({ check }) => check);
  }

  /** The first rule that has something to say, or undefined. */
  first(a: Analysis, context: RuleContext): Rule | undefined {
    const checks = this.#checks;
    for (let i = 0; i < checks.length; i++) if (checks[i]?.(a, context)) return this.rules[i];
    return undefined;
  }
}

/** The rules among `rules` that may say something about an entry with these needs met, in their order. */
export class RuleChoice {
  readonly #rules: readonly Rule[];
  readonly #chosen: (ChosenRules | undefined)[] = [];

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  for(met: number): ChosenRules {
    this.#chosen[met] ??= new ChosenRules(
      this.#rules.filter(({ needs }) => needs === undefined || (met & BITS[needs]) !== 0),
    );
    return this.#chosen[met];
  }
}
