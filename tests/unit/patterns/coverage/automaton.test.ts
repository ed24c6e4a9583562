import { describe, expect, it } from 'vitest';
import {
  ANY,
  type Automaton,
  Budget,
  BudgetSpent,
  CUSTOM_HOST,
  IN_SEGMENT,
  type Legality,
  PATH,
  WEB_HOST,
  walk,
} from '../../../../lib/patterns/coverage/automaton.ts';
import { Builder } from '../../../../lib/patterns/coverage/builder.ts';
import { relate } from '../../../../lib/patterns/coverage/relation.ts';

function isLegal({ start, next, accepts }: Legality, text: string): boolean {
  let state = start;
  for (let i = 0; i < text.length && state >= 0; i++) state = next(state, text.charCodeAt(i));
  return state >= 0 && accepts(state);
}

describe('texts that exist', () => {
  it.each(['a', 'a.b', 'a-b', 'a--b', 'a.b.c', '0', '_'])('%j is a host', (text) =>
    expect([isLegal(WEB_HOST, text), isLegal(CUSTOM_HOST, text)]).toEqual([true, true]),
  );
  it.each(['', '.', '-', '.a', 'a.', 'a..b', '-a', 'a-', 'a.-b', 'a-.b'])('%j is none', (text) =>
    expect([isLegal(WEB_HOST, text), isLegal(CUSTOM_HOST, text)]).toEqual([false, false]),
  );
  it.each(['/', '/a', '//', '/a/b', '/a?'])('%j is a path', (text) => expect(isLegal(PATH, text)).toBe(true));
  it.each(['', 'a', '?', '/a?b', '/a??', '/?/'])('%j is none', (text) =>
    expect(isLegal(PATH, text)).toBe(false),
  );
});

/** Every text of a small alphabet. */
const letters = (ordinary: number, special: readonly number[] = []): Legality => ({
  start: 0,
  next: () => 1,
  accepts: (state) => state === 1,
  ordinary,
  special,
});
const code = (letter: string) => letter.charCodeAt(0);
/** Takes one of the letters. */
const oneOf = (of: string): Automaton => ({
  states: [
    { edges: [...of].map((letter) => ({ takes: code(letter), to: 1 })), free: [] },
    { edges: [], free: [] },
  ],
  accept: new Set([1]),
});
const any = new Builder().take(ANY).accept().build();
const plenty = () => new Budget(1000);

describe('characters without a name', () => {
  it('exist while not all characters are named', () => {
    expect(relate(any, oneOf('ab'), letters(2), plenty())).toEqual({
      meets: true,
      inside: true,
      contains: true,
    });
    expect(relate(any, oneOf('ab'), letters(3), plenty())).toEqual({
      meets: true,
      inside: false,
      contains: true,
    });
  });
  it('are counted apart from special ones', () => {
    const dot = [code('.')];
    expect(relate(any, oneOf('a.'), letters(1, dot), plenty()).inside).toBe(true);
    expect(relate(any, oneOf('a.'), letters(2, dot), plenty()).inside).toBe(false);
    // The special one is taken by the class although no edge names it.
    expect(relate(any, oneOf('a'), letters(1, dot), plenty()).inside).toBe(false);
  });
  it('are in a segment, where a slash and the mark of a query are not', () => {
    const inSegment = new Builder().text('/').take(IN_SEGMENT).accept().build();
    const anything = new Builder().text('/').take(ANY).accept().build();
    const slash = new Builder().text('//').accept().build();
    const query = new Builder().text('/?').accept().build();
    expect(relate(inSegment, slash, PATH, plenty()).meets).toBe(false);
    expect(relate(anything, slash, PATH, plenty()).meets).toBe(true);
    expect(relate(inSegment, query, PATH, plenty()).meets).toBe(false);
    expect(relate(anything, query, PATH, plenty()).meets).toBe(false);
    expect(relate(inSegment, anything, PATH, plenty())).toEqual({
      meets: true,
      inside: true,
      contains: false,
    });
  });
});

describe('a walk', () => {
  const a = new Builder().text('a').accept().build();
  const b = new Builder().text('b').accept().build();
  function visits(needed: number | undefined, end = false): number[][] {
    const found: number[][] = [];
    walk([oneOf('abc'), a, b], letters(3), plenty(), needed, (accepting) => found.push(accepting) > 0 && end);
    return found.sort();
  }

  it('tells each combination once', () => expect(visits(undefined)).toEqual([[0], [0, 1], [0, 2]]));
  it('tells only what a needed one accepts', () => expect(visits(1)).toEqual([[0, 1]]));
  it('ends when it is told to', () => expect(visits(undefined, true)).toHaveLength(1));
  it('tells of nothing that no automaton accepts', () => {
    const found: number[][] = [];
    walk([new Builder().text('ab').accept().build()], letters(2), plenty(), undefined, (accepting) => {
      found.push(accepting);
      return false;
    });
    expect(found).toEqual([[0]]);
  });
  it('costs ten for each move, and more for the states it touches', () => {
    const budget = plenty();
    walk([new Builder().text('abcd').accept().build()], letters(26), budget, undefined, () => false);
    expect(1000 - budget.left).toBeGreaterThan(4 * 10);
    expect(1000 - budget.left).toBeLessThan(4 * 20);
  });
  it('leaves what the needed automaton can not accept any more', () => {
    const long = new Builder().text('b'.repeat(40)).accept().build();
    const [without, needing] = [plenty(), plenty()];
    walk([a, long], letters(26), without, undefined, () => false);
    walk([a, long], letters(26), needing, 0, () => false);
    expect(needing.left).toBeGreaterThan(without.left + 300);
  });
});

describe('a budget', () => {
  it('may be spent to the end, and not beyond', () => {
    const budget = new Budget(3);
    budget.spend(3);
    expect(budget.left).toBe(0);
    expect(() => budget.spend(1)).toThrow(BudgetSpent);
  });
});
