import { dayOf } from '../time.ts';
import { type ActorKind, type AuditCall, type RecognisedBy, TOOL_CLASSES, type ToolClass } from '../types.ts';
import { Dictionary } from './dictionary.ts';
import { orderByTime } from './order.ts';

/** What one row of the activity page's table shows. */
export interface EventRow {
  id: string;
  time: number;
  tool: string;
  class: ToolClass;
  actor: { id: string; name: string; kind: ActorKind };
  app: string;
  country: string;
  authType: string;
  how: RecognisedBy;
}

/** Columns that are texts. */
export const TEXT_COLUMNS = ['tool', 'actor', 'app', 'country', 'auth', 'how'] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

const FIRST_SIZE = 4_096;

function textOf(call: AuditCall, column: TextColumn): string {
  if (column === 'actor') return call.actor.id;
  return column === 'auth' ? call.authType : call[column];
}

/**
 * Events as columns of numbers: 500,000 of them take some 20 MB beside their ids, and are filtered and sorted in
 * milliseconds. Rows keep the order in which they were added.
 */
export class EventColumns {
  length = 0;
  times: Float64Array = new Float64Array(FIRST_SIZE);
  classes: Uint8Array = new Uint8Array(FIRST_SIZE);
  readonly ids: string[] = [];
  readonly codes: Record<TextColumn, Uint32Array>;
  readonly dictionaries: Record<TextColumn, Dictionary>;
  /** By the actor's number; the name is that of their newest event. */
  readonly actors: { name: string; kind: ActorKind; namedAt: number }[] = [];
  /** How many rows each UTC day has, in whole days since 1970. */
  readonly days = new Map<number, number>();
  /** Rows were added in the order of their time. */
  ordered = true;
  #order: Uint32Array | undefined;

  constructor() {
    const each = <Value>(make: () => Value) =>
      Object.fromEntries(TEXT_COLUMNS.map((column) => [column, make()])) as Record<TextColumn, Value>;
    this.codes = each(() => new Uint32Array(FIRST_SIZE));
    this.dictionaries = each(() => new Dictionary());
  }

  /** Adds one event as the last row. Ids are taken as they come: two with the same one are two rows. */
  add(call: AuditCall): void {
    const row = this.length;
    if (row === this.times.length) this.#grow();
    if (row > 0 && call.time < (this.times[row - 1] ?? 0)) this.ordered = false;
    this.times[row] = call.time;
    const toolClass = TOOL_CLASSES.indexOf(call.class);
    this.classes[row] = toolClass < 0 ? TOOL_CLASSES.indexOf('unknown') : toolClass;
    this.ids.push(call.id);
    for (const column of TEXT_COLUMNS)
      this.codes[column][row] = this.dictionaries[column].code(textOf(call, column));
    const actor = this.codes.actor[row] ?? 0;
    if (call.time >= (this.actors[actor]?.namedAt ?? 0))
      this.actors[actor] = { name: call.actor.name, kind: call.actor.kind, namedAt: call.time };
    const day = dayOf(call.time);
    this.days.set(day, (this.days.get(day) ?? 0) + 1);
    this.length = row + 1;
  }

  /** All rows, oldest first; those of the same time in the order in which they were added. */
  byTime(): Uint32Array {
    if (this.#order?.length !== this.length)
      this.#order = orderByTime(this.times.subarray(0, this.length), this.ordered);
    return this.#order;
  }

  #grow(): void {
    const size = this.times.length * 2;
    const times = new Float64Array(size);
    times.set(this.times);
    this.times = times;
    const classes = new Uint8Array(size);
    classes.set(this.classes);
    this.classes = classes;
    for (const column of TEXT_COLUMNS) {
      const codes = new Uint32Array(size);
      codes.set(this.codes[column]);
      this.codes[column] = codes;
    }
  }

  /** The text of a row's column. */
  text(column: TextColumn, row: number): string {
    return this.dictionaries[column].texts[this.codes[column][row] ?? 0] ?? '';
  }

  /** One row as a record; undefined past the end. */
  row(row: number): EventRow | undefined {
    const id = this.ids[row];
    if (id === undefined) return undefined;
    const actorId = this.text('actor', row);
    const { name = actorId, kind = 'unknown' } = this.actors[this.codes.actor[row] ?? 0] ?? {};
    return {
      id,
      time: this.times[row] ?? 0,
      tool: this.text('tool', row),
      class: TOOL_CLASSES[this.classes[row] ?? 0] ?? 'unknown',
      actor: { id: actorId, name, kind },
      app: this.text('app', row),
      country: this.text('country', row),
      authType: this.text('auth', row),
      how: this.text('how', row) as RecognisedBy,
    };
  }
}
