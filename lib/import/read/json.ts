import type { Sliced } from '../../slices/sliced.ts';
import { MAX_ROWS, RECORDS_PER_SLICE } from '../limits.ts';
import type { Problems } from '../problems.ts';
import type { PatternRow } from '../types.ts';
import { guessColumns, uniqueNames } from './columns.ts';
import { looksLikeDisguised } from './disguise.ts';
import { looksLikeEntry } from './entry-like.ts';
import { parseJson } from './json-text.ts';

/** What a JSON file comes to: its columns are the keys of its objects. */
export interface JsonList {
  rows: PatternRow[];
  columns?: string[];
  patternColumn?: number;
}

type JsonObject = Record<string, unknown>;
const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Reads a JSON list: texts, or objects with the entry under one of their keys; bare, or one or two levels down
 * in an object (`{"domains": [...]}`), or as the keys of an object. Items of another kind are kept as their
 * JSON, to be shown as wrong, not dropped. An item's `line` is its number.
 *
 * @returns undefined when there is no list in it
 * @throws SyntaxError when it isn't JSON
 */
export function* readJson(
  text: string,
  problems: Problems,
  patternColumn?: number,
): Sliced<JsonList | undefined> {
  const value = yield* parseJson(text);
  const items = findList(value, 2);
  if (!items) return undefined;
  const keys = keysOf(items);
  const rows: PatternRow[] = [];
  const columns =
    keys.length === 0
      ? undefined
      : guessColumns(
          [
            keys,
            ...items
              .slice(0, 200)
              .map((item) => keys.map((key) => (isObject(item) ? cellOf(item[key]) : ''))),
          ],
          {
            header: true,
            patternColumn,
          },
        );
  for (const [i, item] of items.entries()) {
    if (item === null || (typeof item === 'string' && item.trim() === '')) continue;
    if (rows.length >= MAX_ROWS) problems.note('tooManyRows', i + 1);
    else rows.push(rowOf(item, i + 1, keys, columns?.pattern));
    const row = rows.at(-1);
    if (row?.line === i + 1 && looksLikeDisguised(row.text)) problems.note('defanged', row.line);
    if (i % RECORDS_PER_SLICE === RECORDS_PER_SLICE - 1) yield;
  }
  if (!columns) return { rows };
  if (!columns.byName && patternColumn === undefined)
    problems.note('headerGuessed', 1, columns.names[columns.pattern]);
  return { rows, columns: columns.names, patternColumn: columns.pattern };
}

function findList(value: unknown, levels: number): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (!isObject(value)) return undefined;
  const entries = Object.entries(value);
  if (entries.length > 0 && entries.every(([key]) => looksLikeEntry(key))) {
    return entries.map(([pattern, about]) =>
      Object.assign({ pattern }, isObject(about) ? about : { value: about }, { pattern }),
    );
  }
  if (levels === 0) return undefined;
  // The longest list inside is the one that is meant; a file may hold a short one of notes or tags too.
  return entries
    .map(([, inner]) => findList(inner, levels - 1))
    .reduce((best, list) => ((list?.length ?? -1) > (best?.length ?? -1) ? list : best), undefined);
}

/** The keys of the objects, in the order in which they are first met; at most 100. */
function keysOf(items: readonly unknown[]): string[] {
  const keys = new Set<string>();
  for (const item of items) {
    if (!isObject(item)) continue;
    for (const key of Object.keys(item)) if (keys.size < 100) keys.add(key);
  }
  return [...keys];
}

function rowOf(
  item: unknown,
  line: number,
  keys: readonly string[],
  pattern: number | undefined,
): PatternRow {
  if (!isObject(item)) return { line, text: cellOf(item), extra: {} };
  const names = uniqueNames(keys, keys.length);
  const extra: Record<string, string> = {};
  for (const [i, key] of keys.entries()) {
    if (i !== pattern && Object.hasOwn(item, key)) extra[names[i] ?? key] = cellOf(item[key]);
  }
  const key = pattern === undefined ? undefined : keys[pattern];
  const has = key !== undefined && Object.hasOwn(item, key);
  // An object without the key keeps everything it has: it becomes a row that says what is missing.
  return { line, text: has ? cellOf(item[key]) : '', extra };
}

function cellOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (value === undefined || value === null) return '';
  return JSON.stringify(value);
}
