import type { Pause } from '../../slices/sliced.ts';
import { say } from '../../words/say.ts';
import { MAX_COLUMNS, MAX_ROWS, RECORDS_PER_SLICE } from '../limits.ts';
import type { WorkbookReader } from '../types.ts';
import { attribute, walkXml } from './xml.ts';
import { ZipParts } from './zip.ts';

/**
 * Reads Excel workbooks (.xlsx, ECMA-376) with what the browser has: the texts of the first sheet that holds any.
 * Formulas give their last result, numbers and dates the number that is stored. Load it only when a workbook is met.
 *
 * @param pause gives the browser its turn every 2,000 rows
 */
export function createWorkbookReader(pause: Pause): WorkbookReader {
  return async (bytes) => {
    if (bytes[0] !== 0x50) {
      // An OLE container: the format of Excel 97, or a workbook that is encrypted.
      throw new Error(say('workbook_oldOrLocked'));
    }
    const parts = new ZipParts(bytes);
    const strings = await readSharedStrings((await parts.text('xl/sharedStrings.xml')) ?? '', pause);
    for (const name of await sheetNames(parts)) {
      const rows = await readSheet((await parts.text(name)) ?? '', strings, pause);
      if (rows.some((cells) => cells.some((cell) => cell.trim() !== ''))) return rows;
    }
    return [];
  };
}

/** The parts that hold sheets, in the order of the tabs. */
async function sheetNames(parts: ZipParts): Promise<string[]> {
  const targets = new Map<string, string>();
  for (const step of walkXml((await parts.text('xl/_rels/workbook.xml.rels')) ?? '')) {
    if (step.kind !== 'open' || step.name !== 'Relationship') continue;
    const target = attribute(step.attributes, 'Target') ?? '';
    targets.set(
      attribute(step.attributes, 'Id') ?? '',
      target.startsWith('/') ? target.slice(1) : `xl/${target}`,
    );
  }
  const names: string[] = [];
  for (const step of walkXml((await parts.text('xl/workbook.xml')) ?? '')) {
    if (step.kind !== 'open' || step.name !== 'sheet') continue;
    const target = targets.get(attribute(step.attributes, 'id') ?? '');
    if (target && parts.has(target)) names.push(target);
  }
  return names.length > 0 ? names : ['xl/worksheets/sheet1.xml'];
}

/** Texts that cells refer to by number; a text may come in pieces of different looks. */
async function readSharedStrings(xml: string, pause: Pause): Promise<string[]> {
  const strings: string[] = [];
  let inText = false;
  let phonetic = false;
  let text = '';
  for (const step of walkXml(xml)) {
    if (step.kind === 'text') {
      if (inText && !phonetic) text += step.text;
      continue;
    }
    const opens = step.kind === 'open' && !step.empty;
    if (step.name === 't') inText = opens;
    else if (step.name === 'rPh') phonetic = opens;
    else if (step.name === 'si') {
      if (step.kind === 'open') text = '';
      if (!opens) {
        strings.push(text);
        if (strings.length % (RECORDS_PER_SLICE * 4) === 0) await pause();
      }
    }
  }
  return strings;
}

async function readSheet(xml: string, strings: readonly string[], pause: Pause): Promise<string[][]> {
  const rows: string[][] = [];
  let row: string[] = [];
  let number = 0;
  let column = -1;
  let type = '';
  let text = '';
  let inValue = false;
  for (const step of walkXml(xml)) {
    if (step.kind === 'text') {
      if (inValue) text += step.text;
    } else if (step.name === 'row') {
      if (step.kind === 'open') {
        row = [];
        column = -1;
        number = rowNumber(attribute(step.attributes, 'r'), number + 1);
      }
      if (step.kind === 'close' || step.empty) {
        // Rows that are left out in the file keep their place, so that a line's number is the sheet's.
        while (rows.length < number - 1) rows.push([]);
        rows.push(row);
        if (rows.length > MAX_ROWS * 2) break;
        if (rows.length % RECORDS_PER_SLICE === 0) await pause();
      }
    } else if (step.name === 'c') {
      if (step.kind === 'open') {
        column = columnNumber(attribute(step.attributes, 'r')) ?? column + 1;
        type = attribute(step.attributes, 't') ?? 'n';
        text = '';
      }
      if (step.kind === 'close' || step.empty) put(row, column, cellText(type, text, strings));
    } else if (step.name === 'v' || step.name === 't') inValue = step.kind === 'open' && !step.empty;
  }
  return rows;
}

/** What stands further right than is read as columns stays together in the last one. */
function put(row: string[], column: number, text: string): void {
  if (column >= MAX_COLUMNS) {
    if (text !== '') put(row, MAX_COLUMNS - 1, `${row[MAX_COLUMNS - 1] ?? ''}\t${text}`);
    return;
  }
  while (row.length < column) row.push('');
  row[column] = text;
}

function cellText(type: string, text: string, strings: readonly string[]): string {
  if (type === 's') return strings[Number(text)] ?? '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  return text;
}

/** The row a reference names, unless it goes back or so far ahead that the rows between would fill the memory. */
function rowNumber(reference: string | undefined, next: number): number {
  const number = Number(reference);
  return Number.isInteger(number) && number >= next && number <= next + MAX_ROWS ? number : next;
}

/** `C12` is column 2. */
function columnNumber(reference: string | undefined): number | undefined {
  const letters = /^[A-Z]{1,3}(?=\d)/.exec(reference ?? '')?.[0];
  if (letters === undefined) return undefined;
  let number = 0;
  for (const letter of letters) number = number * 26 + letter.charCodeAt(0) - 64;
  return number - 1;
}
