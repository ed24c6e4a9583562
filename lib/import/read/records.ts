import { MAX_COLUMNS } from '../limits.ts';
import type { Problems } from '../problems.ts';
import { rejoinBraces } from './braces.ts';
import { headerRank } from './column-names.ts';
import { isComment } from './comments.ts';
import { isBlank } from './entry-like.ts';
import { countLineEnds, LineEnds } from './line-ends.ts';
import { NextOf } from './next-of.ts';

/** One record of a table. */
export interface TableRecord {
  /** The physical line where it starts, 1-based. */
  line: number;
  cells: string[];
}

/** Anything that hands out records one by one. */
export interface RecordSource {
  next(): TableRecord | undefined;
  /** How many characters have been read so far. */
  readonly position: number;
}

/**
 * Reads delimited text after RFC 4180, as lenient as files need: any line end, white space around quotes, and
 * a quote that is not closed before a delimiter or a line end is a character like others, so that one stray
 * quote never swallows the rest of the file. Blank lines are passed over, comments noted. Each character is
 * looked at a fixed number of times whatever the file holds.
 */
export class DelimitedRecords implements RecordSource {
  position = 0;
  readonly #text: string;
  readonly #delimiter: string;
  readonly #problems: Problems;
  /** Where its lines end; tells afterwards which line ends there were. */
  readonly ends: LineEnds;
  readonly #quotes: NextOf;
  readonly #delimiters: NextOf;
  readonly #braces: NextOf;
  #line = 1;
  #first = true;

  constructor(text: string, delimiter: string, problems: Problems) {
    this.#text = text;
    this.#delimiter = delimiter;
    this.#problems = problems;
    this.ends = new LineEnds(text);
    this.#quotes = new NextOf(text, '"');
    this.#delimiters = new NextOf(text, delimiter);
    this.#braces = new NextOf(text, '{');
  }

  next(): TableRecord | undefined {
    while (this.position < this.#text.length) {
      const start = this.position;
      const line = this.#line;
      const end = this.ends.from(start);
      if (this.#skipComment(start, end)) continue;
      const plain = this.#quotes.from(start) >= end && end - start < 20_000;
      const cells = plain ? this.#plainCells(start, end) : this.#cells(start);
      if (cells.every((cell) => cell.trim() === '')) continue;
      this.#first = false;
      return { line, cells };
    }
    return undefined;
  }

  /** A comment takes its physical line, before quotes are looked at; a header may start with `#` as a column's name. */
  #skipComment(start: number, end: number): boolean {
    const text = this.#text;
    // Excel's own first line that names the delimiter.
    if (start === 0 && end === 5 && text.startsWith('sep=')) return this.#skipLine(end);
    let at = start;
    while (at < end && isBlank(text.charCodeAt(at)) && text[at] !== this.#delimiter) at++;
    const mark = text[at];
    if (mark !== '#' && mark !== '/') return false;
    if (mark === '#' && text[at + 1] === this.#delimiter) return false;
    const line = text.slice(at, Math.min(end, at + 2_500));
    if (mark === '/' && this.#delimiters.from(at) < end && !/^\/\/[\s/]/.test(line)) {
      // `//host/**,Owner`: only the first cell tells whether it is a comment.
      if (!isComment(text.slice(at, this.#delimiters.from(at)))) return false;
    } else if (!isComment(line)) return false;
    if (this.#first && mark === '#' && line.split(this.#delimiter).some((name) => headerRank(name) > 0))
      return false;
    this.#problems.note('comments', this.#line);
    return this.#skipLine(end);
  }

  #skipLine(end: number): true {
    this.position = this.ends.after(end);
    this.#line++;
    return true;
  }

  #plainCells(start: number, end: number): string[] {
    const line = this.#text.slice(start, end);
    this.position = this.ends.after(end);
    let cells = line.split(this.#delimiter);
    if (this.#delimiter === ',' && this.#braces.from(start) < end) {
      cells = rejoinBraces(cells, [], this.#problems, this.#line);
    }
    if (cells.length > MAX_COLUMNS) {
      this.#problems.note('tooManyColumns', this.#line);
      cells = [...cells.slice(0, MAX_COLUMNS - 1), cells.slice(MAX_COLUMNS - 1).join(this.#delimiter)];
    }
    this.#line++;
    return cells;
  }

  #cells(start: number): string[] {
    const text = this.#text;
    const line = this.#line;
    const cells: string[] = [];
    const quoted: boolean[] = [];
    let at = start;
    for (;;) {
      const cell = this.#quotedCell(at);
      const end = cell ? cell.end : this.#endOfPlainCell(at, cells.length === MAX_COLUMNS - 1, line);
      cells.push(cell ? cell.text : text.slice(at, end));
      quoted.push(cell !== undefined);
      if (end < text.length && text.startsWith(this.#delimiter, end) && cells.length < MAX_COLUMNS) {
        at = end + this.#delimiter.length;
        continue;
      }
      if (end >= text.length) this.position = text.length;
      else if (cell && cells.length === MAX_COLUMNS && text.startsWith(this.#delimiter, end)) {
        // The last cell that is allowed was quoted and more follow: they are kept with it, as they stand.
        const rest = this.ends.from(end);
        this.#problems.note('tooManyColumns', line);
        cells[MAX_COLUMNS - 1] = cell.text + text.slice(end, rest);
        this.position = this.ends.after(rest);
      } else this.position = this.ends.after(end);
      break;
    }
    this.#line = line + Math.max(1, countLineEnds(text.slice(start, this.position)));
    return this.#delimiter === ',' ? rejoinBraces(cells, quoted, this.#problems, line) : cells;
  }

  #endOfPlainCell(at: number, last: boolean, line: number): number {
    const end = this.ends.from(at);
    const delimiter = this.#delimiters.from(at);
    if (delimiter >= end) return end;
    if (!last) return delimiter;
    this.#problems.note('tooManyColumns', line);
    return end;
  }

  /** The cell in quotes that starts here, or undefined when it isn't one that RFC 4180 would close properly. */
  #quotedCell(start: number): { text: string; end: number } | undefined {
    const text = this.#text;
    let open = start;
    while (isBlank(text.charCodeAt(open)) && text[open] !== this.#delimiter) open++;
    if (text[open] !== '"') return undefined;
    let close = text.indexOf('"', open + 1);
    while (close >= 0 && text[close + 1] === '"') close = text.indexOf('"', close + 2);
    if (close >= 0) {
      let end = close + 1;
      while (isBlank(text.charCodeAt(end)) && text[end] !== this.#delimiter) end++;
      const next = text[end];
      if (next === undefined || next === '\n' || next === '\r' || text.startsWith(this.#delimiter, end)) {
        return { text: text.slice(open + 1, close).replaceAll('""', '"'), end };
      }
    }
    this.#problems.note('openQuote', this.#line);
    return undefined;
  }
}
