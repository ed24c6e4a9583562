import { door } from '../../words/door.ts';
import { Problems } from '../problems.ts';
import { headerRank } from './column-names.ts';
import { guessColumns } from './columns.ts';
import { looksLikeEntry } from './entry-like.ts';
import { DelimitedRecords } from './records.ts';

/** What a text is taken for. */
export type TextFormat =
  | { kind: 'lines' }
  | { kind: 'json' }
  | { kind: 'table'; delimiter: string; guessed: boolean };

const SAMPLE_CHARACTERS = 64 * 1024;
const candidates = [',', ';', '\t', '|'] as const;

/** What a delimiter is called in a sentence. */
export function delimiterName(delimiter: string): string {
  const name = delimiterNames[delimiter];
  return name === undefined ? `"${delimiter}"` : names[name];
}

const names = door('file_name');
const delimiterNames: Readonly<Record<string, 'comma' | 'semicolon' | 'tab' | 'bar'>> = {
  ',': 'comma',
  ';': 'semicolon',
  '\t': 'tab',
  '|': 'bar',
};

/**
 * Decides by the name's ending first, then by what the first 64 kB look like. Without an ending that says
 * "table" it takes more to be one: an entry may hold commas itself, and a line with two entries must stay
 * one line that says so, not become a row and a forgotten second column.
 */
export function guessFormat(text: string, name: string, delimiter?: string): TextFormat {
  const ending = /\.([a-z]{1,5})$/i.exec(name.trim())?.[1]?.toLowerCase();
  if (delimiter !== undefined && delimiter !== '') return { kind: 'table', delimiter, guessed: false };
  if (ending === 'json') return { kind: 'json' };
  if (ending !== 'csv' && ending !== 'tsv' && looksLikeJson(text)) return { kind: 'json' };
  const declared = /^sep=(.)\r?\n/.exec(text.slice(0, 8))?.[1];
  if (declared) return { kind: 'table', delimiter: declared, guessed: false };
  const isTable = ending === 'csv' || ending === 'tsv' || ending === 'tab';
  const usual = ending === 'csv' ? ',' : isTable ? '\t' : undefined;
  const best = bestDelimiter(text.slice(0, SAMPLE_CHARACTERS), usual, isTable);
  if (best !== undefined) return { kind: 'table', delimiter: best, guessed: best !== usual };
  if (usual !== undefined) return { kind: 'table', delimiter: usual, guessed: false };
  return startsWithHeader(text) ? { kind: 'table', delimiter: ',', guessed: false } : { kind: 'lines' };
}

/** `{PUBLIC_BASE_URL}/**` and `[dev]` are entries of plain lists: JSON starts with a value or ends at once. */
function looksLikeJson(text: string): boolean {
  return /^\s*(?:\[\s*["{[\]]|\{\s*["}])/.test(text.slice(0, 2_000));
}

/** One column under a name that is known: a table without a delimiter. */
function startsWithHeader(text: string): boolean {
  const first = /^\s*([^\r\n]{1,80})[\r\n]+\s*\S/.exec(text.slice(0, 200))?.[1]?.trim() ?? '';
  return first !== '' && headerRank(first) > 0 && !looksLikeEntry(first);
}

function bestDelimiter(sample: string, usual: string | undefined, isTable: boolean): string | undefined {
  let best: { delimiter: string; score: number } | undefined;
  for (const delimiter of candidates) {
    const score = tableScore(sample, delimiter, isTable) + (delimiter === usual ? 0.05 : 0);
    if (score >= (isTable ? 0.5 : 0.9) && score > (best?.score ?? 0)) best = { delimiter, score };
  }
  return best?.delimiter;
}

/** The share of records as wide as most are; 0 when they are one cell wide, 1 more for a known header. */
function tableScore(sample: string, delimiter: string, isTable: boolean): number {
  if (!sample.includes(delimiter)) return 0;
  const source = new DelimitedRecords(sample, delimiter, new Problems());
  const records: string[][] = [];
  while (records.length < 60) {
    const record = source.next();
    if (!record) break;
    records.push(record.cells);
  }
  const widths = new Map<number, number>();
  for (const { length } of records) widths.set(length, (widths.get(length) ?? 0) + 1);
  const [width, count] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [1, 0];
  const header = (records[0]?.length ?? 0) > 1 && (records[0] ?? []).some((cell) => headerRank(cell) > 0);
  if (header) return 1 + count / records.length;
  if (width < 2) return 0;
  if (!isTable && (records.length < 2 || holdsSeveralEntriesARow(records))) return 0;
  return count / records.length;
}

/** Whether most rows hold more than one entry: then they are lines with several entries, not a table. */
function holdsSeveralEntriesARow(records: readonly string[][]): boolean {
  if (guessColumns(records).header) return false;
  const several = records.filter((cells) => cells.filter(looksLikeEntry).length > 1).length;
  return several * 2 > records.length;
}
