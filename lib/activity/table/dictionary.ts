/** Gives every different text a number, so that half a million rows cost numbers and not texts. */
export class Dictionary {
  readonly texts: string[] = [];
  readonly #codes = new Map<string, number>();

  /** The number of a text; a new text gets the next one. */
  code(text: string): number {
    const known = this.#codes.get(text);
    if (known !== undefined) return known;
    this.#codes.set(text, this.texts.length);
    return this.texts.push(text) - 1;
  }

  /** The number of a text, if it has one. */
  find(text: string): number | undefined {
    return this.#codes.get(text);
  }

  /** For each number the place of its text in alphabetical order, in the order that people of that language expect. */
  ranks(collator: Intl.Collator): Uint32Array {
    const order = this.texts.map((_, code) => code);
    order.sort((a, b) => collator.compare(this.texts[a] ?? '', this.texts[b] ?? '') || a - b);
    const ranks = new Uint32Array(order.length);
    for (const [rank, code] of order.entries()) ranks[code] = rank;
    return ranks;
  }
}
