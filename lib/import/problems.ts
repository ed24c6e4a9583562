import { MAX_FILE_BYTES, MAX_ROWS } from './limits.ts';
import type { FileProblem } from './types.ts';

const count = (n: number, one: string, many: string): string => (n === 1 ? one : `${n} ${many}`);

/**
 * What can be said of a file, one clear sentence each. A problem that many lines share is one problem: it
 * names the first line and how many there are.
 */
const sentences = {
  empty: ['I408', 'error', () => 'The file is empty: there is nothing to import.'],
  onlyComments: [
    'I406',
    'error',
    (n: number) => `The file holds only ${count(n, 'a comment', 'comments')} and no entries.`,
  ],
  binary: [
    'I408',
    'error',
    () => 'This is not a text file: save the list as CSV or plain text and choose that file.',
  ],
  workbook: [
    'I408',
    'error',
    () => 'This is an Excel workbook: save the sheet as CSV (UTF-8) and choose that file.',
  ],
  badWorkbook: ['I408', 'error', (_: number, words: string) => `The workbook can't be read: ${words}`],
  badJson: ['I408', 'error', (_: number, words: string) => `The file is not valid JSON: ${words}`],
  noListInJson: [
    'I408',
    'error',
    () => 'The JSON file holds no list of entries: a list of texts or of objects is expected.',
  ],
  tooLarge: [
    'I407',
    'error',
    () =>
      `The file is larger than ${MAX_FILE_BYTES / 1024 / 1024} MB and was not read: split it into smaller files.`,
  ],
  tooManyRows: [
    'I407',
    'warn',
    (n: number) =>
      `Only the first ${MAX_ROWS} entries were read; ${count(n, 'one more was', 'more were')} left out: split the file to import them too.`,
  ],
  byteOrderMark: [
    'I401',
    'info',
    () => 'The file starts with a byte order mark, which is not part of the first entry.',
  ],
  utf16: ['I401', 'info', () => 'The file is in UTF-16 and was read as such.'],
  windows1252: [
    'I401',
    'warn',
    () =>
      'The file is not in UTF-8 and was read as Windows-1252: check letters with accents, or save it as UTF-8.',
  ],
  undecodable: [
    'I401',
    'warn',
    (n: number) =>
      `${count(n, 'One character', 'characters')} could not be decoded: the file may be damaged or in another encoding.`,
  ],
  formula: [
    'I402',
    'warn',
    (n: number) =>
      `${count(n, 'One cell starts', 'cells start')} like a spreadsheet formula; nothing is calculated, the text is kept as it is.`,
  ],
  noHeader: [
    'I403',
    'info',
    (_: number, name: string) => `The file has no header; ${name} is read as the entries.`,
  ],
  headerGuessed: [
    'I403',
    'info',
    (_: number, name: string) =>
      `The first line was taken for a header and the column "${name}" for the entries: change it if that is wrong.`,
  ],
  addressesElsewhere: [
    'I403',
    'warn',
    (n: number) =>
      `${count(n, 'One row holds', 'rows hold')} addresses in more than one column and there is no header; only the chosen column is imported.`,
  ],
  delimiterGuessed: [
    'I404',
    'info',
    (_: number, name: string) => `The columns were taken to be separated by ${name}.`,
  ],
  openQuote: [
    'I404',
    'warn',
    (n: number) =>
      `${count(n, 'One cell starts', 'cells start')} with a quote that is not closed as it should be; the quote was read as a character.`,
  ],
  tooManyColumns: [
    'I404',
    'warn',
    (n: number) =>
      `${count(n, 'One row has', 'rows have')} too many cells; those at the end were kept together in one.`,
  ],
  lineEndings: [
    'I405',
    'info',
    (_: number, words: string) => `The file has ${words}; each was read as the end of a line.`,
  ],
  comments: ['I406', 'info', (n: number) => `${count(n, 'One comment was', 'comments were')} skipped.`],
  braceRejoined: [
    'I409',
    'info',
    (n: number) =>
      `${count(n, 'One entry', 'entries')} with braces had been cut at the comma inside; the parts were put together again.`,
  ],
  braceCut: [
    'I409',
    'warn',
    (n: number) =>
      `${count(n, 'One cell has', 'cells have')} a brace that is not closed: an entry such as {a,b} may have been cut at its comma; put it in quotes.`,
  ],
  defanged: [
    'I410',
    'warn',
    (n: number) =>
      `${count(n, 'One address is', 'addresses are')} disguised (hxxp, [.]) or wrapped by a mail filter; use the plain address instead.`,
  ],
} as const satisfies Record<
  string,
  readonly [string, FileProblem['level'], (n: number, words: string) => string]
>;

export type ProblemKind = keyof typeof sentences;

/** One problem as a value, for those that don't need collecting. */
export function problem(kind: ProblemKind, words = ''): FileProblem {
  const [rule, level, sentence] = sentences[kind];
  return { rule, level, message: sentence(1, words) };
}

/** Says that a file of this size is not read, before it is: ask with `File.size`. */
export function fileTooLarge(bytes: number): FileProblem | undefined {
  return bytes > MAX_FILE_BYTES ? problem('tooLarge') : undefined;
}

/** Gathers problems while a file is read; the same kind met again only counts. */
export class Problems {
  readonly #met = new Map<ProblemKind, { count: number; line: number | undefined; words: string }>();

  note(kind: ProblemKind, line?: number, words = ''): void {
    const known = this.#met.get(kind);
    if (known) known.count++;
    else this.#met.set(kind, { count: 1, line, words });
  }

  count(kind: ProblemKind): number {
    return this.#met.get(kind)?.count ?? 0;
  }

  forget(kind: ProblemKind): void {
    this.#met.delete(kind);
  }

  /** Errors first, then warnings, then infos, each in the order in which they were met. */
  list(): FileProblem[] {
    const rank = { error: 0, warn: 1, info: 2 };
    return [...this.#met]
      .map(([kind, { count, line, words }]): FileProblem => {
        const [rule, level, sentence] = sentences[kind];
        return {
          rule,
          level,
          message: sentence(count, words),
          ...(line === undefined ? {} : { line }),
          ...(count > 1 ? { count } : {}),
        };
      })
      .sort((a, b) => rank[a.level] - rank[b.level]);
  }
}
