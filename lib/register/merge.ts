import { type EarlierValue, FIELDS, type RegisterField, type RegisterRecord } from './types.ts';

/** Two values for one field of one entry. */
export interface Conflict {
  pattern: string;
  field: RegisterField;
  mine: string;
  theirs: string;
}

/** Whose value stands where both sides have one; the other one is kept among the earlier ones. */
export type Winner = 'mine' | 'theirs';

const isThere = (text: string | undefined): text is string => text !== undefined && text.trim() !== '';

/**
 * Puts a change into what is written down. A given field replaces the one before, which goes to the earlier values; an
 * empty one says nothing. Nothing that either side holds is lost.
 */
export function mergeRecord(
  mine: RegisterRecord | undefined,
  theirs: RegisterRecord,
  winner: Winner = 'theirs',
): RegisterRecord {
  const merged: RegisterRecord = { pattern: theirs.pattern };
  const replaced: EarlierValue[] = [];
  for (const field of FIELDS) {
    const [before, given] = [mine?.[field], theirs[field]];
    const both = isThere(before) && isThere(given);
    const value = both ? (winner === 'theirs' ? given : before) : isThere(given) ? given : before;
    if (isThere(value)) merged[field] = value;
    if (both && before !== given) replaced.push({ field, value: winner === 'theirs' ? before : given });
  }
  return withEarlier(merged, [...(mine?.earlier ?? []), ...(theirs.earlier ?? []), ...replaced]);
}

/** Sets fields as an admin typed them: an empty one is cleared, and what stood there goes to the earlier values. */
export function editRecord(mine: RegisterRecord | undefined, typed: RegisterRecord): RegisterRecord {
  const edited: RegisterRecord = { ...mine, pattern: typed.pattern };
  const replaced: EarlierValue[] = [];
  for (const field of FIELDS) {
    const [before, given] = [mine?.[field], typed[field]?.trim()];
    if (given === undefined || given === before) continue;
    if (isThere(before)) replaced.push({ field, value: before });
    if (given === '') delete edited[field];
    else edited[field] = given;
  }
  return withEarlier(edited, [...(mine?.earlier ?? []), ...replaced]);
}

/** Each value once, the last time it was replaced, and none that stands now. */
function withEarlier(record: RegisterRecord, values: readonly EarlierValue[]): RegisterRecord {
  const { earlier: _earlier, ...rest } = record;
  const kept = new Map<string, EarlierValue>();
  for (const { field, value } of values) {
    const key = `${field} ${value}`;
    kept.delete(key);
    if (value !== record[field]) kept.set(key, { field, value });
  }
  return kept.size === 0 ? rest : { ...rest, earlier: [...kept.values()] };
}

export interface MergedRegister {
  records: RegisterRecord[];
  /** Where both sides hold different values, by pattern and field. */
  conflicts: Conflict[];
}

/**
 * Merges a file into the register. Entries and fields that only one side has are taken as they are; where both have
 * one, `winner` stands and the other value is kept as an earlier one.
 * @returns all records, in the order of their patterns.
 */
export function mergeRegisters(
  mine: readonly RegisterRecord[],
  theirs: readonly RegisterRecord[],
  winner: Winner = 'theirs',
): MergedRegister {
  const records = new Map(mine.map((record) => [record.pattern, record]));
  const own = new Map(records);
  const conflicts: Conflict[] = [];
  for (const record of theirs) {
    const before = own.get(record.pattern);
    for (const field of FIELDS) {
      const [a, b] = [before?.[field], record[field]];
      if (isThere(a) && isThere(b) && a !== b)
        conflicts.push({ pattern: record.pattern, field, mine: a, theirs: b });
    }
    records.set(record.pattern, mergeRecord(records.get(record.pattern), record, winner));
  }
  return { records: inOrder([...records.values()]), conflicts };
}

/** By code units of the pattern: the same on every machine and in every language. */
export function inOrder<Item extends { pattern: string }>(records: readonly Item[]): Item[] {
  return [...records].sort((a, b) => (a.pattern < b.pattern ? -1 : a.pattern > b.pattern ? 1 : 0));
}
