import { csvRecord } from '../../files/csv.ts';
import type { EventColumns, EventRow } from './columns.ts';
import type { RowNumbers } from './query.ts';

/** Writes what is filtered, in pieces, so that half a million rows neither block the page nor stand in one string. */

const PIECE = 2_000;
const HEADER = [
  'time',
  'tool',
  'class',
  'actor',
  'actor_id',
  'actor_kind',
  'app',
  'country',
  'auth_type',
  'recognised_by',
  'event_id',
];

function cellsOf(row: EventRow): string[] {
  const { id, time, tool, actor, app, country, authType, how } = row;
  const when = new Date(time).toISOString();
  return [when, tool, row.class, actor.name, actor.id, actor.kind, app, country, authType, how, id];
}

function* rowsOf(columns: EventColumns, rows: RowNumbers): Generator<EventRow[]> {
  for (let start = 0; start < rows.length; start += PIECE) {
    const piece = Array.from(rows.subarray(start, start + PIECE), (row) => columns.row(row));
    yield piece.filter((row) => row !== undefined);
  }
}

/** The rows as CSV with a header; times are ISO 8601 in UTC. */
export function* writeCsv(columns: EventColumns, rows: RowNumbers): Generator<string> {
  // The mark makes Excel read the file as UTF-8.
  yield `\ufeff${csvRecord(HEADER)}`;
  for (const piece of rowsOf(columns, rows)) {
    yield piece.map((row) => csvRecord(cellsOf(row))).join('');
  }
}

/** The rows as a JSON array, one event a line. */
export function* writeJson(columns: EventColumns, rows: RowNumbers): Generator<string> {
  let separator = '[\n';
  for (const piece of rowsOf(columns, rows)) {
    yield separator +
      piece.map((row) => JSON.stringify({ ...row, time: new Date(row.time).toISOString() })).join(',\n');
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}
