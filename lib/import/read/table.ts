import type { Sliced } from '../../slices/sliced.ts';
import { CHARACTERS_PER_SLICE, MAX_ROWS, RECORDS_PER_SLICE } from '../limits.ts';
import type { Problems } from '../problems.ts';
import type { PatternFile, PatternRow, ReadOptions } from '../types.ts';
import { type Columns, columnName, guessColumns } from './columns.ts';
import { looksLikeDisguised } from './disguise.ts';
import { looksLikeEntry } from './entry-like.ts';
import { looksLikeFormula } from './formula.ts';
import type { RecordSource, TableRecord } from './records.ts';

const SAMPLE_RECORDS = 200;

/** What a table comes to; the problems are noted on the way. */
export type Table = Pick<PatternFile, 'rows'> & { columns: string[]; patternColumn: number };

/** Reads a table: the columns are guessed from its first records, then each record becomes one row. */
export function* readTable(source: RecordSource, problems: Problems, options: ReadOptions): Sliced<Table> {
  const sample: TableRecord[] = [];
  while (sample.length < SAMPLE_RECORDS) {
    const record = source.next();
    if (!record) break;
    sample.push(record);
  }
  const columns = guessColumns(
    sample.map((record) => record.cells),
    options,
  );
  noteColumns(columns, sample, problems, options);
  yield;

  const rows: PatternRow[] = [];
  let sliceStart = source.position;
  let inSlice = 0;
  const first = columns.header ? 1 : 0;
  for (let i = first; ; i++) {
    const record = i < sample.length ? sample[i] : source.next();
    if (!record) break;
    if (rows.length >= MAX_ROWS) problems.note('tooManyRows', record.line);
    else rows.push(rowOf(record, columns, problems));
    if (++inSlice >= RECORDS_PER_SLICE || source.position - sliceStart >= CHARACTERS_PER_SLICE) {
      inSlice = 0;
      sliceStart = source.position;
      yield;
    }
  }
  return { rows, columns: columns.names, patternColumn: columns.pattern };
}

function rowOf({ line, cells }: TableRecord, columns: Columns, problems: Problems): PatternRow {
  const text = cells[columns.pattern] ?? '';
  const extra: Record<string, string> = {};
  let elsewhere = false;
  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i] ?? '';
    if (looksLikeFormula(cell)) problems.note('formula', line);
    if (i === columns.pattern) continue;
    extra[columns.names[i] ?? columnName(i)] = cell;
    if (!columns.header && cell.includes('://')) elsewhere = true;
  }
  if (elsewhere && looksLikeEntry(text)) problems.note('addressesElsewhere', line);
  if (looksLikeDisguised(text)) problems.note('defanged', line);
  return { line, text, extra };
}

function noteColumns(
  columns: Columns,
  sample: TableRecord[],
  problems: Problems,
  options: ReadOptions,
): void {
  if (sample.length === 0 || options.patternColumn !== undefined) return;
  const name = columns.names[columns.pattern] ?? '';
  if (!columns.header) {
    if (columns.names.length > 1) problems.note('noHeader', sample[0]?.line, name);
  } else if (!columns.byName) problems.note('headerGuessed', sample[0]?.line, name);
}
