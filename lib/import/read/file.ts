import { drain, drainInSlices, type Pause, type Sliced } from '../../slices/sliced.ts';
import { say } from '../../words/say.ts';
import { fileNature } from '../decode/sniff.ts';
import { decodeText } from '../decode/text.ts';
import { MAX_FILE_BYTES } from '../limits.ts';
import { type ProblemKind, Problems, problem } from '../problems.ts';
import type { PatternFile, PatternFileFormat, ReadOptions } from '../types.ts';
import { delimiterName, guessFormat } from './format.ts';
import { readJson } from './json.ts';
import { noteLineEnds } from './line-ends.ts';
import { readLines } from './lines.ts';
import { DelimitedRecords } from './records.ts';
import { readTable } from './table.ts';
import { WorkbookRecords } from './workbook-records.ts';

/**
 * Reads a file of entries: plain lines, CSV or TSV, JSON; in UTF-8, UTF-16 or Windows-1252. Judges no entry.
 *
 * @param bytes the file, at most `MAX_FILE_BYTES`; a larger one is not read, which is said
 * @param name its name, whose ending settles the format where there is one
 * @returns the rows and, as values, what there is to say about the file (I401 to I410). Never throws.
 */
export function readPatternFile(bytes: Uint8Array, name = '', options: ReadOptions = {}): PatternFile {
  return drain(readFile(bytes, name, options));
}

/**
 * The same in slices of a few milliseconds with `pause` between them, and with workbooks when `options.workbook`
 * can read them. Rejects only with what `pause` rejects with.
 */
export async function readPatternFileInSlices(
  bytes: Uint8Array,
  name: string,
  options: ReadOptions,
  pause: Pause,
): Promise<PatternFile> {
  if (options.workbook && bytes.length <= MAX_FILE_BYTES && fileNature(bytes) === 'workbook') {
    return await readWorkbook(bytes, options.workbook, options, pause);
  }
  return await drainInSlices(readFile(bytes, name, options), pause);
}

async function readWorkbook(
  bytes: Uint8Array,
  reader: NonNullable<ReadOptions['workbook']>,
  options: ReadOptions,
  pause: Pause,
): Promise<PatternFile> {
  let cells: string[][];
  try {
    cells = await reader(bytes);
  } catch (error) {
    const words = error instanceof Error ? error.message.slice(0, 200) : say('file_why_damaged');
    return { rows: [], format: 'csv', problems: [problem('badWorkbook', words)] };
  }
  const problems = new Problems();
  const table = await drainInSlices(readTable(new WorkbookRecords(cells), problems, options), pause);
  if (table.rows.length === 0) problems.note('empty');
  return { ...table, format: 'csv', problems: problems.list() };
}

function* readFile(bytes: Uint8Array, name: string, options: ReadOptions): Sliced<PatternFile> {
  if (bytes.length > MAX_FILE_BYTES) return nothing('tooLarge', name);
  const nature = fileNature(bytes);
  if (nature !== 'text') return nothing(nature, name);
  const problems = new Problems();
  const text = yield* decodeText(bytes, problems, options.encoding);
  if (text.trim() === '') return nothing('empty', name);
  yield;
  const file = yield* readText(text, name, options, problems);
  if (file.rows.length === 0 && file.problems.length === 0) {
    const comments = problems.count('comments');
    problems.forget('comments');
    for (let i = 0; i < comments; i++) problems.note('onlyComments');
    if (comments === 0) problems.note('empty');
  }
  return { ...file, problems: [...file.problems, ...problems.list()] };
}

function* readText(
  text: string,
  name: string,
  options: ReadOptions,
  problems: Problems,
): Sliced<PatternFile> {
  const format = guessFormat(text, name, options.delimiter);
  if (format.kind === 'json') return yield* readJsonFile(text, problems, options);
  if (format.kind === 'lines')
    return { rows: yield* readLines(text, problems), format: 'lines', problems: [] };
  if (format.guessed) problems.note('delimiterGuessed', undefined, delimiterName(format.delimiter));
  const records = new DelimitedRecords(text, format.delimiter, problems);
  const table = yield* readTable(records, problems, options);
  noteLineEnds(records.ends, problems);
  return { ...table, format: 'csv', delimiter: format.delimiter, problems: [] };
}

function* readJsonFile(text: string, problems: Problems, options: ReadOptions): Sliced<PatternFile> {
  try {
    const list = yield* readJson(text, problems, options.patternColumn);
    if (list) return { ...list, format: 'json', problems: [] };
    return { rows: [], format: 'json', problems: [problem('noListInJson')] };
  } catch (error) {
    const words = error instanceof SyntaxError ? error.message.slice(0, 200) : say('file_why_tooDeep');
    return { rows: [], format: 'json', problems: [problem('badJson', words)] };
  }
}

const formatByName = (name: string): PatternFileFormat =>
  /\.(?:csv|tsv|tab|xlsx?)$/i.test(name) ? 'csv' : /\.json$/i.test(name) ? 'json' : 'lines';

const nothing = (kind: ProblemKind, name: string): PatternFile => ({
  rows: [],
  format: formatByName(name),
  problems: [problem(kind)],
});
