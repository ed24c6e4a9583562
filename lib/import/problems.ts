import type { PluralKey } from '../words/keys.ts';
import { plural, say } from '../words/say.ts';
import { MAX_FILE_BYTES, MAX_ROWS } from './limits.ts';
import type { FileProblem } from './types.ts';

/**
 * What can be said of a file, one clear sentence each: `file_*` among the texts. A problem that many lines share is one
 * problem: it names the first line and how many there are.
 */
const kinds = {
  empty: ['I408', 'error'],
  onlyComments: ['I406', 'error'],
  binary: ['I408', 'error'],
  workbook: ['I408', 'error'],
  badWorkbook: ['I408', 'error'],
  badJson: ['I408', 'error'],
  noListInJson: ['I408', 'error'],
  tooLarge: ['I407', 'error'],
  tooManyRows: ['I407', 'warn'],
  byteOrderMark: ['I401', 'info'],
  utf16: ['I401', 'info'],
  windows1252: ['I401', 'warn'],
  undecodable: ['I401', 'warn'],
  formula: ['I402', 'warn'],
  noHeader: ['I403', 'info'],
  headerGuessed: ['I403', 'info'],
  addressesElsewhere: ['I403', 'warn'],
  delimiterGuessed: ['I404', 'info'],
  openQuote: ['I404', 'warn'],
  tooManyColumns: ['I404', 'warn'],
  lineEndings: ['I405', 'info'],
  comments: ['I406', 'info'],
  braceRejoined: ['I409', 'info'],
  braceCut: ['I409', 'warn'],
  defanged: ['I410', 'warn'],
} as const satisfies Record<string, readonly [rule: string, level: FileProblem['level']]>;

export type ProblemKind = keyof typeof kinds;
/** Those whose sentence depends on how often it is so. */
const COUNTED = {
  onlyComments: 'file_onlyComments',
  tooManyRows: 'file_tooManyRows',
  undecodable: 'file_undecodable',
  formula: 'file_formula',
  addressesElsewhere: 'file_addressesElsewhere',
  openQuote: 'file_openQuote',
  tooManyColumns: 'file_tooManyColumns',
  comments: 'file_comments',
  braceRejoined: 'file_braceRejoined',
  braceCut: 'file_braceCut',
  defanged: 'file_defanged',
} as const satisfies Partial<Record<ProblemKind, PluralKey>>;

const isCounted = (kind: ProblemKind): kind is keyof typeof COUNTED => Object.hasOwn(COUNTED, kind);

function sentence(kind: ProblemKind, count: number, words: string): string {
  const params = { words, limit: MAX_ROWS, megabytes: MAX_FILE_BYTES / 1024 / 1024 };
  return isCounted(kind) ? plural(COUNTED[kind], count, params) : say(`file_${kind}`, params);
}

/** One problem as a value, for those that don't need collecting. */
export function problem(kind: ProblemKind, words = ''): FileProblem {
  const [rule, level] = kinds[kind];
  return { rule, level, message: sentence(kind, 1, words) };
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
        const [rule, level] = kinds[kind];
        return {
          rule,
          level,
          message: sentence(kind, count, words),
          ...(line === undefined ? {} : { line }),
          ...(count > 1 ? { count } : {}),
        };
      })
      .sort((a, b) => rank[a.level] - rank[b.level]);
  }
}
