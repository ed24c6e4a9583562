import { literal, object, safeParse } from 'valibot';
import { parseSettings } from '../settings.ts';
import type { Settings } from '../settings-shape.ts';
import { instant, wholeBetween } from '../shapes.ts';
import { FORMAT, FORMAT_VERSION } from './export.ts';
import { EXPORTED, type ExportedStore } from './shapes.ts';

/** Reading a file of exported data line by line; nothing in it is believed before it was checked. */

export type TransferLine =
  | { kind: 'header'; exportedAt: number }
  | { kind: 'settings'; settings: Settings }
  | { kind: 'record'; store: ExportedStore; value: unknown }
  | { kind: 'unreadable' };

const header = object({
  format: literal(FORMAT),
  version: wholeBetween(1, FORMAT_VERSION),
  exportedAt: instant,
});

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Reads one line. Only the first may be the header. */
export function readLine(text: string, first: boolean): TransferLine {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { kind: 'unreadable' };
  }
  if (first) {
    const parsed = safeParse(header, value);
    return parsed.success ? { kind: 'header', exportedAt: parsed.output.exportedAt } : { kind: 'unreadable' };
  }
  if (!isObject(value)) return { kind: 'unreadable' };
  if ('settings' in value) {
    const { settings, notes } = parseSettings(value.settings);
    return notes.length === 0 ? { kind: 'settings', settings } : { kind: 'unreadable' };
  }
  const { store, value: record } = value;
  if (typeof store !== 'string' || !Object.hasOwn(EXPORTED, store)) return { kind: 'unreadable' };
  const name = store as ExportedStore;
  const parsed = safeParse(EXPORTED[name], record);
  return parsed.success ? { kind: 'record', store: name, value: parsed.output } : { kind: 'unreadable' };
}

/** A plan of an import with all its rows is the longest line: some 10 MB. Longer ones are no lines of ours. */
const MAX_LINE = 50_000_000;

/** The lines of a file, each once, without holding the file. A line that is too long comes as an unreadable one. */
export async function* linesOf(file: Blob): AsyncGenerator<TransferLine> {
  const reader = file.stream().pipeThrough(new TextDecoderStream()).getReader();
  let rest: string[] = [];
  let length = 0;
  let first = true;
  const take = (text: string): TransferLine | undefined => {
    if (text.trim() === '') return undefined;
    const line = text.length > MAX_LINE ? { kind: 'unreadable' as const } : readLine(text, first);
    first = false;
    return line;
  };
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    const pieces = value.split('\n');
    for (const [index, piece] of pieces.entries()) {
      if (index > 0) {
        const line = take(rest.join(''));
        rest = [];
        length = 0;
        if (line) yield line;
      }
      // What is beyond the limit is dropped, not kept: one character more marks the line as too long.
      if (length <= MAX_LINE) rest.push(piece);
      length += piece.length;
    }
  }
  const line = take(rest.join(''));
  if (line) yield line;
}
