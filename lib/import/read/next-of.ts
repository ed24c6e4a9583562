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

/** Ends of physical lines: `\n`, `\r\n` or a lone `\r` (old Mac exports). */
export class LineEnds {
  /** Which ends have been stepped over. */
  readonly seen = { unix: false, windows: false, mac: false };
  readonly #text: string;
  readonly #lf: NextOf;
  readonly #cr: NextOf;

  constructor(text: string) {
    this.#text = text;
    this.#lf = new NextOf(text, '\n');
    this.#cr = new NextOf(text, '\r');
  }

  /** Where the line that holds `from` ends, its terminator not counted. */
  from(from: number): number {
    return Math.min(this.#lf.from(from), this.#cr.from(from));
  }

  /** Where the next line starts, for an answer of `from`. */
  after(end: number): number {
    if (this.#text[end] !== '\r') {
      if (end < this.#text.length) this.seen.unix = true;
      return end + 1;
    }
    const windows = this.#text[end + 1] === '\n';
    this.seen[windows ? 'windows' : 'mac'] = true;
    return windows ? end + 2 : end + 1;
  }
}

/** How many line ends a piece of text holds. */
export function countLineEnds(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) count++;
  }
  return count;
}
