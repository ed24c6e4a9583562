import type { RegisterRecord } from './types.ts';

/** The normalised text of an entry; undefined for one that is not valid, which is then the text that it is. */
export type Normalise = (text: string) => string | undefined;

/**
 * The register as it stands beside a list: a record goes by the text of the entry that it is about, also where the two
 * are written differently and normalise to the same. Records about nothing in the list follow as they are.
 *
 * @param entries texts of the console's list.
 */
export function alignRegister(
  records: readonly RegisterRecord[],
  entries: readonly string[],
  normalise: Normalise,
): RegisterRecord[] {
  const find = finder(records, normalise);
  const used = new Set<RegisterRecord>();
  const aligned = [...new Set(entries)].flatMap((entry) => {
    const record = find(entry);
    if (!record) return [];
    used.add(record);
    return [record.pattern === entry ? record : { ...record, pattern: entry }];
  });
  return [...aligned, ...records.filter((record) => !used.has(record))];
}

/**
 * Under which text each pattern is to be kept, so that one entry never has two records: that of the record which is
 * there, else that of the list, else as it is given.
 *
 * @returns one text a pattern, in their order.
 */
export function keysFor(
  patterns: readonly string[],
  records: readonly RegisterRecord[],
  entries: readonly string[],
  normalise: Normalise,
): string[] {
  const ofRecord = finder(records, normalise);
  const ofList = finder(
    entries.map((pattern) => ({ pattern })),
    normalise,
  );
  const given = new Map<string, string>();
  return patterns.map((pattern) => {
    const key = ofRecord(pattern)?.pattern ?? ofList(pattern)?.pattern;
    if (key !== undefined) return key;
    // Two spellings in one file meet as well.
    const form = normalise(pattern) ?? pattern;
    if (!given.has(form)) given.set(form, pattern);
    return given.get(form) ?? pattern;
  });
}

/** Finds by the text itself, then by what it normalises to; forms are only made when one is looked for. */
function finder<Item extends { pattern: string }>(
  items: readonly Item[],
  normalise: Normalise,
): (text: string) => Item | undefined {
  const byText = new Map(items.map((item) => [item.pattern, item]));
  let byForm: Map<string, Item> | undefined;
  return (text) => {
    const exact = byText.get(text);
    if (exact || items.length === 0) return exact;
    if (!byForm) {
      byForm = new Map();
      for (const item of items) {
        const form = normalise(item.pattern);
        if (form !== undefined && !byForm.has(form)) byForm.set(form, item);
      }
    }
    const form = normalise(text);
    return form === undefined ? undefined : byForm.get(form);
  };
}
