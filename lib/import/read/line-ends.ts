import { say } from '../../words/say.ts';
import type { Problems } from '../problems.ts';
import { NextOf } from './next-of.ts';

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

/** Says afterwards when a file had line ends that editors may have garbled (I405). */
export function noteLineEnds({ seen }: LineEnds, problems: Problems): void {
  if (seen.mac) {
    problems.note('lineEndings', undefined, say('file_name_macLineEnds'));
  } else if (seen.windows && seen.unix) {
    problems.note('lineEndings', undefined, say('file_name_mixedLineEnds'));
  }
}
