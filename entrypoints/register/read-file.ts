import { problems as words } from '../../components/register/words.ts';
import { readRegisterCsv } from '../../lib/register/csv.ts';
import { type RegisterFileProblem, readRegisterJson } from '../../lib/register/json.ts';
import type { RegisterRecord } from '../../lib/register/types.ts';

export interface ReadFile {
  records: RegisterRecord[];
  /** Sentences about what could not be taken as it stands. */
  notes: string[];
}

const MOST_BYTES = 20 * 1024 * 1024;
/** How many places or dates a sentence names. */
const NAMED = 10;

const KEYS = {
  'not-json': 'notJson',
  'not-a-register': 'notRegister',
  'newer-version': 'newer',
  'other-organization': 'otherOrganization',
  'too-many': 'tooMany',
  'no-entries': 'noEntries',
} as const satisfies Record<RegisterFileProblem, string>;

/** Reads a register's file, JSON or a table, by its content. @returns a sentence when nothing can be taken from it. */
export async function readRegisterFile(file: File, org: string): Promise<ReadFile | string> {
  if (file.size > MOST_BYTES) return words.tooMany;
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    return words.unreadable;
  }
  const text = new TextDecoder().decode(bytes);
  const read = /^\s*[{[]/.test(text) ? readRegisterJson(text, org) : readRegisterCsv(bytes);
  if ('problem' in read) return words[KEYS[read.problem]];
  const named = (items: readonly (string | number)[]) =>
    items.slice(0, NAMED).join(', ') + (items.length > NAMED ? ', …' : '');
  return {
    records: read.records,
    notes: [
      ...(read.unread.length > 0 ? [words.unread(named(read.unread))] : []),
      ...(read.oddDates.length > 0 ? [words.oddDates(named(read.oddDates))] : []),
    ],
  };
}
