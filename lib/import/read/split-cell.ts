import { looksLikeEntry } from './entry-like.ts';

const MAX_CELL = 4_096;

/** Words that stand between two entries in the console's languages. */
const connectors = new Set(
  'or and also plus oder und auch ou et aussi o e y también também anche of en ook lub i oraz eller och も と または 또는 및 和 或'.split(
    ' ',
  ),
);

/**
 * The entries of a cell that holds several ("A ; B", one a line, "A or B", "A (also B)"), or the one entry of a
 * cell that has a remark in parentheses behind it. Offered to the admin; nothing is split without being asked.
 *
 * @returns the entries in their order, or undefined when the cell is one entry or can't be taken apart for sure
 */
export function splitCell(text: string): string[] | undefined {
  if (text.length > MAX_CELL) return undefined;
  const cell = text.trim();
  const { pieces, remarks } = piecesOf(cell);
  const entries: string[] = [];
  for (const piece of pieces) {
    const found = entriesOf(piece);
    if (!found) return undefined;
    entries.push(...found);
  }
  // What stands in parentheses counts only where all of it is entries: else it is a remark.
  for (const remark of remarks) entries.push(...(entriesOf(remark) ?? []));
  const several = [...new Set(entries)];
  return several.length > 1 || (several.length === 1 && several[0] !== cell) ? several : undefined;
}

/** Cuts at line ends, semicolons, bars, commas outside braces, and takes out parentheses that follow a blank. */
function piecesOf(cell: string): { pieces: string[]; remarks: string[] } {
  const found: Record<'pieces' | 'remarks', string[]> = { pieces: [], remarks: [] };
  let into: 'pieces' | 'remarks' = 'pieces';
  let start = 0;
  let braces = 0;
  const cut = (end: number): void => {
    const piece = cell.slice(start, end).trim();
    if (piece !== '') found[into].push(piece);
    start = end + 1;
  };
  for (let i = 0; i < cell.length; i++) {
    const mark = cell[i];
    if (mark === '{') braces++;
    else if (mark === '}') braces = Math.max(0, braces - 1);
    else if (mark === '\n' || mark === '\r' || mark === ';') cut(i);
    else if (mark === '|' && cell[i - 1] === ' ') cut(i);
    else if (
      mark === ',' &&
      braces === 0 &&
      /^(?:\s|[a-z][a-z0-9+.-]{0,40}:\/\/)/i.test(cell.slice(i + 1, i + 50))
    )
      cut(i);
    else if (mark === '(' && cell[i - 1] === ' ' && into === 'pieces') {
      cut(i);
      into = 'remarks';
    } else if (mark === ')' && into === 'remarks') {
      cut(i);
      into = 'pieces';
    }
  }
  cut(cell.length);
  return found;
}

/** The entries of a piece; undefined when it holds words that are neither entries nor connectors. */
function entriesOf(piece: string): string[] | undefined {
  const entries: string[] = [];
  // Two bare hosts side by side may be one with a blank in it; with a connector between them they are two.
  let canFollow = true;
  for (const word of piece.split(/\s+/)) {
    if (word === '') continue;
    if (connectors.has(word.toLowerCase())) {
      canFollow = true;
      continue;
    }
    const follows = canFollow || (word.includes('://') && entries.at(-1)?.includes('://'));
    if (!follows || !looksLikeEntry(word)) return undefined;
    entries.push(word);
    canFollow = false;
  }
  return entries;
}
