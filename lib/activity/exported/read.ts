import { normaliseEvent } from '../normalise.ts';
import { type ProblemCode, problem } from '../problems.ts';
import type { EventSource } from '../sources/types.ts';
import type { AuditCall, Problem } from '../types.ts';
import { fieldOf, type Row } from './columns.ts';
import { readCsv } from './csv.ts';
import { type RowAnswer, readRow } from './rows.ts';

/** An audit log that the admin exported, as a source of events. */

/** The largest file that is read, in bytes; the console's exports end at 10,000 rows, about 5 MB. */
const MAX_FILE = 100_000_000;

export interface ExportFacts {
  /** Records in the file. */
  records: number;
  /** Tool calls among them. */
  calls: number;
  /** Records that are no tool calls. */
  others: number;
  /** Records without a readable date or activity. */
  unreadable: number;
}
export type ExportAnswer =
  | { ok: true; source: EventSource; facts: ExportFacts }
  | { ok: false; problem: Problem & { code: ProblemCode } };

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return new TextDecoder().decode(bytes);
}

/** The fields of a flat object: texts and numbers under known names. */
function rowOf(entries: Iterable<readonly [string, unknown]>): Row {
  const row: Row = {};
  for (const [name, value] of entries) {
    const field = fieldOf(name);
    if (field && row[field] === undefined && (typeof value === 'string' || typeof value === 'number')) {
      row[field] = String(value);
    }
  }
  return row;
}

function* readTable(text: string, org: string): Generator<RowAnswer> {
  let header: string[] | undefined;
  for (const cells of readCsv(text)) {
    if (!header) {
      header = cells;
      continue;
    }
    const names = header;
    yield readRow(rowOf(cells.map((cell, index) => [names[index] ?? '', cell] as const)), org);
  }
}

/** Whether a table has the columns without which a record says nothing. */
function hasColumns(text: string): boolean {
  const header = readCsv(text.slice(0, 20_000)).next().value;
  const fields = new Set((header ?? []).map(fieldOf));
  return fields.has('time') && (fields.has('activity') || fields.has('action') || fields.has('tool'));
}

/** The list in a JSON export: the value itself, or under the first key that holds one. */
function listIn(value: unknown): unknown[] | undefined {
  if (Array.isArray(value)) return value;
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.values(value).find((inner): inner is unknown[] => Array.isArray(inner));
}

function readItem(item: unknown, org: string): RowAnswer {
  if (typeof item !== 'object' || item === null) return { kind: 'unreadable' };
  if (!('attributes' in item)) return readRow(rowOf(Object.entries(item).slice(0, 200)), org);
  const read = normaliseEvent(item, { org, source: 'export' });
  if (!read.ok) return { kind: 'unreadable' };
  const { call } = read;
  const concerns = call.how !== 'action-name' || /mcp/i.test(call.action);
  return concerns ? { kind: 'call', call } : { kind: 'other' };
}

async function hash(text: string): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text)));
  return Array.from(digest.subarray(0, 16), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Gives every call without an id of its own a hash of its fields and its number among equal ones, so that the same
 * file, or one that overlaps with it, changes nothing when it is read again.
 */
async function giveIds(calls: AuditCall[]): Promise<void> {
  const numbers = new Map<string, number>();
  for (const call of calls) {
    if (call.id !== '') continue;
    const { time, tool, actor, app, country, authType, action } = call;
    const key = await hash(
      JSON.stringify([time, tool, actor.id, actor.name, app, country, authType, action]),
    );
    const number = numbers.get(key) ?? 0;
    numbers.set(key, number + 1);
    call.id = `export-${key}-${number}`;
  }
}

function sourceOf(calls: readonly AuditCall[]): EventSource {
  return {
    name: 'export',
    actions: async () => ({ ok: true, value: [] }),
    events: async ({ from, to, cursor, limit = 500 }) => {
      const start = Number(cursor ?? 0);
      const page = calls.slice(start, start + limit);
      const next = start + limit < calls.length ? String(start + limit) : null;
      const inside = page.filter(({ time }) => time >= from && time < to);
      return { ok: true, value: { calls: inside, received: page.length, refused: 0, next } };
    },
  };
}

/** Reads an exported audit log, CSV or JSON. Never rejects: what can't be read answers a problem. */
export async function readExport(bytes: Uint8Array, org: string): Promise<ExportAnswer> {
  if (bytes.length > MAX_FILE) return { ok: false, problem: problem('file-too-large') };
  const text = decode(bytes);
  let answers: Iterable<RowAnswer>;
  if (/^\s*[[{]/.test(text.slice(0, 1_000))) {
    let list: unknown[] | undefined;
    try {
      list = listIn(JSON.parse(text));
    } catch {
      list = undefined;
    }
    if (!list) return { ok: false, problem: problem('file-unreadable') };
    answers = list.map((item) => readItem(item, org));
  } else {
    if (!hasColumns(text)) return { ok: false, problem: problem('file-unreadable') };
    answers = readTable(text, org);
  }
  const facts: ExportFacts = { records: 0, calls: 0, others: 0, unreadable: 0 };
  const calls: AuditCall[] = [];
  for (const answer of answers) {
    facts.records += 1;
    if (answer.kind === 'call') calls.push(answer.call);
    else if (answer.kind === 'other') facts.others += 1;
    else facts.unreadable += 1;
  }
  facts.calls = calls.length;
  if (facts.records > 0 && facts.unreadable === facts.records) {
    return { ok: false, problem: problem('file-unreadable') };
  }
  await giveIds(calls);
  return { ok: true, source: sourceOf(calls), facts };
}
