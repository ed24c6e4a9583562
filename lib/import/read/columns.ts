import { say } from '../../words/say.ts';
import { MAX_COLUMNS } from '../limits.ts';
import { headerRank } from './column-names.ts';
import { looksLikeEntry } from './entry-like.ts';

/** What a table's columns are. */
export interface Columns {
  names: string[];
  /** Index of the column that holds the entries. */
  pattern: number;
  header: boolean;
  /** Whether a name of the header said so, or only what stands in the cells. */
  byName: boolean;
}

/** What the caller has settled. */
export interface ChosenColumns {
  patternColumn?: number | undefined;
  header?: boolean | undefined;
}

/**
 * Guesses the header and the column of entries from the first records (some 200 are enough).
 * A header is a first record with a known name, or one without anything like an entry above cells that have it.
 */
export function guessColumns(sample: readonly (readonly string[])[], chosen: ChosenColumns = {}): Columns {
  const first = sample[0] ?? [];
  const width = Math.min(MAX_COLUMNS, Math.max(1, ...sample.map((cells) => cells.length)));
  const named = first.some((cell) => headerRank(cell) > 0 && !looksLikeEntry(cell));
  const bodyHasEntries = sample.slice(1).some((cells) => cells.some(looksLikeEntry));
  const header = chosen.header ?? (named || (bodyHasEntries && !first.some(looksLikeEntry)));
  const body = header ? sample.slice(1) : sample;
  const names = header ? uniqueNames(first, width) : uniqueNames([], width);
  const share = names.map((_, column) => entryShare(body, column));

  const ranked = names
    .map((_, column) => ({
      column,
      rank: header ? headerRank(first[column] ?? '') : 0,
      share: share[column] ?? 0,
    }))
    .sort((a, b) => b.rank - a.rank || b.share - a.share || a.column - b.column);
  const byContent = [...ranked].sort((a, b) => b.share - a.share || a.column - b.column)[0];
  let best = ranked[0];
  // A column may be called "host" and hold machine names while the entries stand under "scope".
  if (best && byContent && best.rank < 3 && best.share === 0 && byContent.share > 0.5) best = byContent;
  const guessed = best?.column ?? 0;
  const pattern = chosen.patternColumn;
  const settled = pattern !== undefined && Number.isInteger(pattern) && pattern >= 0 && pattern < width;
  return { names, pattern: settled ? pattern : guessed, header, byName: settled || (best?.rank ?? 0) > 0 };
}

function entryShare(body: readonly (readonly string[])[], column: number): number {
  let filled = 0;
  let alike = 0;
  for (const cells of body) {
    const cell = cells[column] ?? '';
    if (cell.trim() === '') continue;
    filled++;
    if (looksLikeEntry(cell)) alike++;
  }
  return filled === 0 ? 0 : alike / body.length;
}

/** Names that can be keys of a record: capped, never empty, never twice, never `__proto__`. */
export function uniqueNames(header: readonly string[], width: number): string[] {
  const taken = new Set<string>();
  return Array.from({ length: width }, (_, i) => {
    const given = (header[i] ?? '').trim().slice(0, 80);
    const plain = given === '' || given === '__proto__' ? columnName(i) : given;
    let name = plain;
    for (let n = 2; taken.has(name); n++) name = `${plain} (${n})`;
    taken.add(name);
    return name;
  });
}

/** What a column without a name is called. */
export const columnName = (index: number): string => say('import_file_unnamedColumn', { number: index + 1 });
