/**
 * Where a character stands next. Remembers its last answer, so that a file is searched once per character and
 * not once per line: a file without a single `\r` would else be searched to its end for each line.
 */
export class NextOf {
  readonly #text: string;
  readonly #character: string;
  #at = -1;

  constructor(text: string, character: string) {
    this.#text = text;
    this.#character = character;
  }

  /** The first position at or after `from`, or the length of the text. `from` must never go back behind an answer. */
  from(from: number): number {
    if (this.#at < from) {
      const found = this.#text.indexOf(this.#character, from);
      this.#at = found < 0 ? Number.POSITIVE_INFINITY : found;
    }
    return this.#at === Number.POSITIVE_INFINITY ? this.#text.length : this.#at;
  }
}
