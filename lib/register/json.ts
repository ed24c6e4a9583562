import { isDay } from '../calendar/day.ts';
import { inOrder } from './merge.ts';
import { type EarlierValue, FIELDS, LONGEST, type RegisterField, type RegisterRecord } from './types.ts';

/** The register as a file for version control: one order of entries and fields, one field a line. */

const REGISTER_FORMAT = 'gatehouse-register';

/** The register of an organization; the same records give the same bytes. */
export function registerJson(org: string, records: readonly RegisterRecord[]): string {
  const entries = inOrder(records).map((record) => {
    const { pattern, earlier = [] } = record;
    const fields = FIELDS.filter((field) => record[field] !== undefined);
    return {
      pattern,
      ...Object.fromEntries(fields.map((field) => [field, record[field]])),
      ...(earlier.length === 0 ? {} : { earlier: earlier.map(({ field, value }) => ({ field, value })) }),
    };
  });
  return `${JSON.stringify({ format: REGISTER_FORMAT, version: 1, organization: org, entries }, null, 2)}\n`;
}

/** Codes for the view, which has the sentences. */
export type RegisterFileProblem =
  | 'not-json'
  | 'not-a-register'
  | 'newer-version'
  | 'other-organization'
  | 'too-many'
  | 'no-entries';

export interface ReadRegister {
  records: RegisterRecord[];
  /** Entries that were left out since they can't be read, by their place in the file, from 1. */
  unread: number[];
  /** Review dates that are no days of the calendar; they are kept as they are. */
  oddDates: string[];
}

const MOST_ENTRIES = 100_000;
const MOST_EARLIER = 100;
const LONGEST_PATTERN = 4_096;

/** Reads what `registerJson` wrote. A register of another organization is never taken. */
export function readRegisterJson(text: string, org: string): ReadRegister | { problem: RegisterFileProblem } {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return { problem: 'not-json' };
  }
  if (!isObject(file) || file.format !== REGISTER_FORMAT || !Array.isArray(file.entries))
    return { problem: 'not-a-register' };
  if (file.version !== 1) return { problem: 'newer-version' };
  if (typeof file.organization !== 'string' || file.organization.toLowerCase() !== org.toLowerCase())
    return { problem: 'other-organization' };
  if (file.entries.length > MOST_ENTRIES) return { problem: 'too-many' };
  const read: ReadRegister = { records: [], unread: [], oddDates: [] };
  for (const [at, entry] of file.entries.entries()) {
    const record = readRecord(entry);
    if (!record) read.unread.push(at + 1);
    else {
      read.records.push(record);
      if (record.reviewBy !== undefined && !isDay(record.reviewBy)) read.oddDates.push(record.reviewBy);
    }
  }
  return read;
}

/** A record whose every part can be kept; one that would have to be cut is not taken half. */
function readRecord(entry: unknown): RegisterRecord | undefined {
  if (!isObject(entry) || typeof entry.pattern !== 'string') return undefined;
  if (entry.pattern === '' || entry.pattern.length > LONGEST_PATTERN) return undefined;
  const record: RegisterRecord = { pattern: entry.pattern };
  for (const field of FIELDS) {
    const value = entry[field];
    if (value === undefined || value === '') continue;
    if (!fits(field, value)) return undefined;
    record[field] = value;
  }
  if (entry.earlier === undefined) return record;
  if (!Array.isArray(entry.earlier) || entry.earlier.length > MOST_EARLIER) return undefined;
  if (!entry.earlier.every(isEarlier)) return undefined;
  if (entry.earlier.length > 0) record.earlier = entry.earlier.map(({ field, value }) => ({ field, value }));
  return record;
}

function isEarlier(value: unknown): value is EarlierValue {
  return (
    isObject(value) &&
    FIELDS.includes(value.field as RegisterField) &&
    fits(value.field as RegisterField, value.value)
  );
}

function fits(field: RegisterField, value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST[field];
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
