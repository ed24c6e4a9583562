import { FIELDS, type RegisterRecord } from './types.ts';

/**
 * Lays the admin's register over one that is only to start with. A field of the lower one shows where the admin's was
 * never set; what they wrote or cleared stands.
 */
export function layered(
  upper: readonly RegisterRecord[],
  lower: readonly RegisterRecord[],
): RegisterRecord[] {
  if (lower.length === 0) return [...upper];
  const records = new Map<string, RegisterRecord>();
  for (const record of lower) records.set(record.pattern, over(records.get(record.pattern), record));
  for (const record of upper) records.set(record.pattern, over(record, records.get(record.pattern)));
  return [...records.values()];
}

/** One record over another. A value among the earlier ones says that the field was set and then cleared. */
export function over(upper: RegisterRecord | undefined, lower: RegisterRecord | undefined): RegisterRecord {
  if (!upper || !lower) return (upper ?? lower) as RegisterRecord;
  const record: RegisterRecord = { ...upper };
  for (const field of FIELDS) {
    const cleared = upper.earlier?.some((value) => value.field === field);
    const below = lower[field];
    if (record[field] === undefined && below !== undefined && !cleared) record[field] = below;
  }
  return record;
}
