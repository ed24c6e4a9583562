import type { Automaton, State } from './automaton.ts';

/** Puts an automaton together from left to right. */
export class Builder {
  readonly #states: State[] = [{ edges: [], free: [] }];
  readonly #accept = new Set<number>();
  #end = 0;

  /** The state that has been reached. */
  get end(): number {
    return this.#end;
  }

  /** Takes one character (or one of a class). */
  take(what: number): this {
    const to = this.#newState();
    this.#states[this.#end]?.edges.push({ takes: what, to });
    this.#end = to;
    return this;
  }

  text(literal: string): this {
    for (let i = 0; i < literal.length; i++) this.take(literal.charCodeAt(i));
    return this;
  }

  /** Takes any number of characters of a class. */
  run(what: number): this {
    const loop = this.#newState();
    this.#states[this.#end]?.free.push(loop);
    this.#states[loop]?.edges.push({ takes: what, to: loop });
    this.#end = loop;
    return this;
  }

  /** Lets the text go from an earlier state straight to here. */
  skipFrom(state: number): this {
    const here = this.#newState();
    this.#states[this.#end]?.free.push(here);
    this.#states[state]?.free.push(here);
    this.#end = here;
    return this;
  }

  accept(): this {
    this.#accept.add(this.#end);
    return this;
  }

  build(): Automaton {
    return { states: this.#states, accept: this.#accept };
  }

  #newState(): number {
    return this.#states.push({ edges: [], free: [] }) - 1;
  }
}
