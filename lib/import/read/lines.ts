import type { Sliced } from '../../slices/sliced.ts';
import { CHARACTERS_PER_SLICE, MAX_ROWS, RECORDS_PER_SLICE } from '../limits.ts';
import type { Problems } from '../problems.ts';
import type { PatternRow } from '../types.ts';
import { isComment, withoutTrailingComment } from './comments.ts';
import { looksLikeDisguised } from './disguise.ts';
import { looksLikeFormula } from './formula.ts';
import { LineEnds, noteLineEnds } from './line-ends.ts';

/** Reads a plain list: one entry a line, blank lines passed over, comments noted and left out. */
export function* readLines(text: string, problems: Problems): Sliced<PatternRow[]> {
  const rows: PatternRow[] = [];
  const ends = new LineEnds(text);
  let line = 0;
  let sliceStart = 0;
  for (let at = 0; at < text.length; ) {
    line++;
    const end = ends.from(at);
    addLine(text.slice(at, end), line, rows, problems);
    at = ends.after(end);
    if (line % RECORDS_PER_SLICE === 0 || at - sliceStart >= CHARACTERS_PER_SLICE) {
      sliceStart = at;
      yield;
    }
  }
  noteLineEnds(ends, problems);
  return rows;
}

/** An entry and nothing else, as most lines are: no comment, no formula, nothing made unclickable and nothing wrapped. */
export const PLAIN_LINE = /^https?:\/\/[\w.~*{},-]+(?::[\d*{},]+)?(?:\/[\w.~*{},-]*)*$/;

function addLine(whole: string, line: number, rows: PatternRow[], problems: Problems): void {
  if (PLAIN_LINE.test(whole) && rows.length < MAX_ROWS) {
    rows.push({ line, text: whole, extra: {} });
    return;
  }
  if (whole.trim() === '') return;
  if (isComment(whole)) {
    problems.note('comments', line);
    return;
  }
  const text = withoutTrailingComment(whole);
  if (text.length < whole.length) problems.note('comments', line);
  if (rows.length >= MAX_ROWS) {
    problems.note('tooManyRows', line);
    return;
  }
  if (looksLikeFormula(text)) problems.note('formula', line);
  if (looksLikeDisguised(text)) problems.note('defanged', line);
  rows.push({ line, text, extra: {} });
}
