import { isDay } from '../calendar/day.ts';
import { csvRecord, plainCell } from '../files/csv.ts';
import { readPatternFile } from '../import/index.ts';
import { registerFieldOf } from './columns.ts';
import type { ReadRegister, RegisterFileProblem } from './json.ts';
import { inOrder, mergeRecord } from './merge.ts';
import { FIELDS, LONGEST, type RegisterField, type RegisterRecord } from './types.ts';

/** The register as a table: the columns that an import of domains understands as well. */

const COLUMNS: Readonly<Record<RegisterField, string>> = {
  owner: 'owner',
  reason: 'reason',
  ticket: 'ticket',
  reviewBy: 'review_by',
  source: 'source',
};
/** Earlier values, as JSON: a table has no room for a list. */
const EARLIER = 'earlier_values';

/** The names of the columns, the entry first. */
export const registerHeader: readonly string[] = ['pattern', ...FIELDS.map((field) => COLUMNS[field])];

/** The register's cells of one entry, behind its pattern. */
export function registerCells(record: Partial<RegisterRecord> | undefined): string[] {
  return FIELDS.map((field) => record?.[field] ?? '');
}

/** RFC 4180, and safe to open in a spreadsheet: no cell is a formula. */
export function registerCsv(records: readonly RegisterRecord[]): string {
  const lines = inOrder(records).map((record) =>
    csvRecord([
      record.pattern,
      ...registerCells(record),
      record.earlier ? JSON.stringify(record.earlier.map(({ field, value }) => [field, value])) : '',
    ]),
  );
  return [csvRecord([...registerHeader, EARLIER]), ...lines].join('');
}

/** Reads what `registerCsv` wrote, or a table with those columns from elsewhere. Columns of other names are ignored. */
export function readRegisterCsv(bytes: Uint8Array): ReadRegister | { problem: RegisterFileProblem } {
  const file = readPatternFile(bytes, 'register.csv');
  // Any text is a list of lines: without one of the columns it says nothing of any entry.
  const isRegister = file.rows.some(({ extra }) =>
    Object.keys(extra).some((header) => header === EARLIER || registerFieldOf(header) !== undefined),
  );
  if (!isRegister) return { problem: 'no-entries' };
  const read: ReadRegister = { records: [], unread: [], oddDates: [] };
  const records = new Map<string, RegisterRecord>();
  for (const { line, text, extra } of file.rows) {
    const record = readRow(plainCell(text), extra);
    if (!record) read.unread.push(line);
    else {
      records.set(record.pattern, mergeRecord(records.get(record.pattern), record));
      if (record.reviewBy !== undefined && !isDay(record.reviewBy)) read.oddDates.push(record.reviewBy);
    }
  }
  return { ...read, records: [...records.values()] };
}

function readRow(pattern: string, extra: Readonly<Record<string, string>>): RegisterRecord | undefined {
  if (pattern === '') return undefined;
  const record: RegisterRecord = { pattern };
  for (const [header, cell] of Object.entries(extra)) {
    const field = registerFieldOf(header);
    const value = plainCell(cell).trim();
    if (!field || value === '' || record[field] !== undefined) continue;
    if (value.length > LONGEST[field]) return undefined;
    record[field] = value;
  }
  const earlier = readEarlier(extra[EARLIER] ?? '');
  if (earlier === undefined) return undefined;
  if (earlier.length > 0) record.earlier = earlier;
  return record;
}

function readEarlier(cell: string): RegisterRecord['earlier'] {
  if (cell.trim() === '') return [];
  try {
    const list: unknown = JSON.parse(plainCell(cell));
    if (!Array.isArray(list)) return undefined;
    const values = list.map((item: unknown) => {
      const [field, value] = Array.isArray(item) ? (item as unknown[]) : [];
      return { field: field as RegisterField, value: String(value) };
    });
    return values.every(({ field, value }) => FIELDS.includes(field) && value.length <= LONGEST[field])
      ? values
      : undefined;
  } catch {
    return undefined;
  }
}
