import { TOOL_CLASSES, type ToolClass } from '../types.ts';
import type { EventColumns, EventRow, TextColumn } from './columns.ts';

/** Which rows, in which order. Absent filters let everything through. */
export interface TableQuery {
  tools?: readonly string[];
  /** Ids of actors. */
  actors?: readonly string[];
  classes?: readonly ToolClass[];
  apps?: readonly string[];
  /** Found anywhere in a tool's, person's or app's name, a country, or as the whole id of an event; any case. */
  text?: string;
  /** Milliseconds since 1970, from inclusive, to exclusive. */
  from?: number;
  to?: number;
  sort?: 'time' | 'tool' | 'actor' | 'app' | 'class' | 'country';
  descending?: boolean;
}

/** The rows of a query's answer, as numbers of rows. */
export type RowNumbers = Uint32Array;

/** For each number of a text whether it passes. */
type Mask = Uint8Array;

function maskOf(columns: EventColumns, column: TextColumn, wanted: readonly string[]): Mask {
  const dictionary = columns.dictionaries[column];
  const mask = new Uint8Array(dictionary.texts.length);
  for (const text of wanted) {
    const code = dictionary.find(text);
    if (code !== undefined) mask[code] = 1;
  }
  return mask;
}

function searchMask(columns: EventColumns, column: TextColumn, text: string): Mask {
  const { texts } = columns.dictionaries[column];
  return Uint8Array.from(texts, (own, code) => {
    const name = column === 'actor' ? `${columns.actors[code]?.name ?? ''}\n${own}` : own;
    return name.toLocaleLowerCase().includes(text) ? 1 : 0;
  });
}

/** The rows that pass, oldest first. One pass over the columns, no text is compared in it. */
export function filterRows(columns: EventColumns, query: TableQuery): RowNumbers {
  const {
    tools,
    actors,
    classes,
    apps,
    from = Number.NEGATIVE_INFINITY,
    to = Number.POSITIVE_INFINITY,
  } = query;
  const exact: [Uint32Array, Mask][] = [];
  if (tools) exact.push([columns.codes.tool, maskOf(columns, 'tool', tools)]);
  if (actors) exact.push([columns.codes.actor, maskOf(columns, 'actor', actors)]);
  if (apps) exact.push([columns.codes.app, maskOf(columns, 'app', apps)]);
  const classMask = classes && Uint8Array.from(TOOL_CLASSES, (name) => (classes.includes(name) ? 1 : 0));
  const text = query.text?.trim().slice(0, 500) ?? '';
  const lower = text.toLocaleLowerCase();
  const searched = (['tool', 'actor', 'app', 'country'] as const).map((column): [Uint32Array, Mask] => [
    columns.codes[column],
    searchMask(columns, column, lower),
  ]);
  const rows = new Uint32Array(columns.length);
  let count = 0;
  for (const row of columns.byTime()) {
    const time = columns.times[row] ?? 0;
    if (time < from || time >= to) continue;
    if (classMask && !classMask[columns.classes[row] ?? 0]) continue;
    if (!exact.every(([codes, mask]) => mask[codes[row] ?? 0])) continue;
    if (text && !searched.some(([codes, mask]) => mask[codes[row] ?? 0]) && columns.ids[row] !== text)
      continue;
    rows[count] = row;
    count += 1;
  }
  return rows.slice(0, count);
}

/** Rows by a small number, without comparing: their order among equal numbers stays. */
function countingSort(rows: RowNumbers, keyOf: (row: number) => number, keys: number): RowNumbers {
  const starts = new Uint32Array(keys + 1);
  for (const row of rows) {
    const place = keyOf(row) + 1;
    starts[place] = (starts[place] ?? 0) + 1;
  }
  for (let key = 1; key <= keys; key += 1) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  const sorted = new Uint32Array(rows.length);
  for (const row of rows) {
    const key = keyOf(row);
    const place = starts[key] ?? 0;
    starts[key] = place + 1;
    sorted[place] = row;
  }
  return sorted;
}

/**
 * Rows that stand oldest first in the query's order; equal ones newest first. `descending` is true when absent for
 * time, false else.
 */
export function sortRows(columns: EventColumns, rows: RowNumbers, query: TableQuery): RowNumbers {
  const { sort = 'time', descending = sort === 'time' } = query;
  if (sort === 'time' && !descending) return rows.slice();
  const newestFirst = rows.slice().reverse();
  if (sort === 'time') return newestFirst;
  if (sort === 'class') {
    const last = TOOL_CLASSES.length - 1;
    const classOf = (row: number) => columns.classes[row] ?? 0;
    const keyOf = descending ? (row: number) => last - classOf(row) : classOf;
    return countingSort(newestFirst, keyOf, TOOL_CLASSES.length);
  }
  const ranks = ranksOf(columns, sort);
  const codes = columns.codes[sort];
  const last = ranks.length - 1;
  const rankOf = (row: number) => ranks[codes[row] ?? 0] ?? 0;
  return countingSort(newestFirst, descending ? (row) => last - rankOf(row) : rankOf, ranks.length);
}

function ranksOf(columns: EventColumns, column: TextColumn): Uint32Array {
  const collator = new Intl.Collator(undefined, { numeric: true, sensitivity: 'base' });
  if (column !== 'actor') return columns.dictionaries[column].ranks(collator);
  // People are sorted by their names; the number behind keeps two of the same name apart.
  const order = columns.actors.map((actor, code) => ({ name: actor.name, code }));
  order.sort((a, b) => collator.compare(a.name, b.name) || a.code - b.code);
  const ranks = new Uint32Array(order.length);
  for (const [rank, { code }] of order.entries()) ranks[code] = rank;
  return ranks;
}

/** The rows of a query, filtered and sorted. */
export function queryRows(columns: EventColumns, query: TableQuery): RowNumbers {
  return sortRows(columns, filterRows(columns, query), query);
}

/** Some rows of an answer as records, from a place on. */
export function rowsAt(columns: EventColumns, rows: RowNumbers, first: number, count: number): EventRow[] {
  const part = Array.from(rows.subarray(first, first + count), (row) => columns.row(row));
  return part.filter((row) => row !== undefined);
}
