import type { Sliced } from '../../slices/sliced.ts';
import { say } from '../../words/say.ts';
import { CHARACTERS_PER_SLICE } from '../limits.ts';

/**
 * `JSON.parse` in slices. A text of some 10 MB takes the built-in parser longer than a page may stand still,
 * so a large array or object is cut at its own commas, three levels deep, and its pieces are parsed one by
 * one. What is accepted and what comes out are the same as with `JSON.parse`; throws a SyntaxError like it.
 */
export function* parseJson(text: string): Sliced<unknown> {
  return yield* parsePiece(text, 3);
}

function* parsePiece(piece: string, levels: number): Sliced<unknown> {
  if (piece.length <= CHARACTERS_PER_SLICE || levels === 0) return JSON.parse(piece);
  const text = piece.trim();
  const close = text[0] === '[' ? ']' : text[0] === '{' ? '}' : undefined;
  // A long text that isn't closed at its end would keep the built-in parser busy until it finds that out.
  if (close === undefined || !text.endsWith(close)) {
    if (close !== undefined || !text.startsWith('"')) throw new SyntaxError(say('file_why_notClosed'));
    return JSON.parse(text);
  }
  const parts = yield* splitAtCommas(text.slice(1, -1));
  return close === ']' ? yield* parseArray(parts, levels) : yield* parseObject(parts, levels);
}

function* parseArray(parts: readonly string[], levels: number): Sliced<unknown[]> {
  const items: unknown[] = [];
  for (const batch of batches(parts)) {
    if (batch.length === 1) items.push(yield* parsePiece(batch[0] ?? '', levels - 1));
    else for (const item of JSON.parse(`[${batch.join(',')}]`)) items.push(item);
    yield;
  }
  return items;
}

function* parseObject(parts: readonly string[], levels: number): Sliced<Record<string, unknown>> {
  const entries: [string, unknown][] = [];
  for (const batch of batches(parts)) {
    const [only] = batch;
    const key = batch.length === 1 && only !== undefined ? keyOf(only) : undefined;
    if (key && only !== undefined) {
      entries.push([key.name, yield* parsePiece(only.slice(key.valueAt), levels - 1)]);
    } else for (const entry of Object.entries(JSON.parse(`{${batch.join(',')}}`))) entries.push(entry);
    yield;
  }
  return Object.fromEntries(entries);
}

/** Small parts go to the parser together, a large one alone. */
function* batches(parts: readonly string[]): Generator<string[]> {
  let batch: string[] = [];
  let size = 0;
  for (const part of parts) {
    if (batch.length > 0 && size + part.length > CHARACTERS_PER_SLICE) {
      yield batch;
      batch = [];
      size = 0;
    }
    batch.push(part);
    size += part.length;
  }
  yield batch;
}

function keyOf(member: string): { name: string; valueAt: number } | undefined {
  const key = /^\s*("(?:[^"\\]|\\.)*")\s*:/.exec(member.slice(0, 1_000));
  return key?.[1] === undefined ? undefined : { name: JSON.parse(key[1]), valueAt: key[0].length };
}

/** The parts between the commas of the outermost level; strings and brackets are stepped over. */
function* splitAtCommas(text: string): Sliced<string[]> {
  const parts: string[] = [];
  const marks = /["[\]{},]/g;
  let depth = 0;
  let start = 0;
  let lastPause = 0;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const at = mark.index;
    if (at - lastPause > CHARACTERS_PER_SLICE) {
      lastPause = at;
      yield;
    }
    switch (text.charCodeAt(at)) {
      case 34:
        marks.lastIndex = endOfString(text, at);
        break;
      case 91:
      case 123:
        depth++;
        break;
      case 93:
      case 125:
        depth--;
        break;
      default:
        if (depth !== 0) break;
        parts.push(text.slice(start, at));
        start = at + 1;
    }
  }
  parts.push(text.slice(start));
  return parts;
}

/** Just behind the quote that closes the string opened at `open`; the end of the text when none does. */
function endOfString(text: string, open: number): number {
  for (let quote = text.indexOf('"', open + 1); quote >= 0; quote = text.indexOf('"', quote + 1)) {
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return quote + 1;
  }
  return text.length;
}
