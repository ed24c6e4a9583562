import { isApiToken } from '../auth-type.ts';
import { type Bar, barsOf, localStartOfDay, type StartOfDay } from '../summary/series.ts';
import { type Ranked, type RankedActor, rank } from '../summary/summary.ts';
import { DAY, HOUR, hourOf } from '../time.ts';
import { TOOL_CLASSES, type ToolClass } from '../types.ts';
import type { EventColumns, TextColumn } from './columns.ts';
import type { RowNumbers } from './query.ts';

/** The popup's figures, of any choice of rows. */
export interface TableFigures {
  total: number;
  byClass: Record<ToolClass, number>;
  /** What a bar stands for; a week begins on Monday. */
  unit: 'hour' | 'day' | 'week';
  bars: Bar[];
  /** The UTC hour with the most calls, start in milliseconds since 1970; absent without rows. */
  busiestHour?: { start: number; count: number };
  tools: Ranked[];
  actors: RankedActor[];
  apps: Ranked[];
  actorCount: number;
  /** Calls made with an API token, and calls of which the way of signing in is known. */
  token: { calls: number; known: number };
}

const TOP = 10;
const MOST_DAYS = 200;

const localStartOfWeek: StartOfDay = (time) => {
  const day = new Date(localStartOfDay(time));
  return day.setDate(day.getDate() - ((day.getDay() + 6) % 7));
};

/** How many of the rows have each text of a column; `''` counts too. */
export function countTexts(columns: EventColumns, column: TextColumn, rows: RowNumbers): Map<string, number> {
  const codes = columns.codes[column];
  const { texts } = columns.dictionaries[column];
  const counts = new Uint32Array(texts.length);
  for (const row of rows) {
    const code = codes[row] ?? 0;
    counts[code] = (counts[code] ?? 0) + 1;
  }
  return new Map(texts.map((text, code) => [text, counts[code] ?? 0] as const).filter(([, count]) => count));
}

/** Actors by their calls, the most first, with their newest names. */
export function rankActors(
  columns: EventColumns,
  counts: ReadonlyMap<string, number>,
  top: number,
): RankedActor[] {
  return rank(counts, top).map((ranked) => {
    const actor = columns.actors[columns.dictionaries.actor.find(ranked.name) ?? -1];
    return { ...ranked, label: actor?.name ?? ranked.name, kind: actor?.kind ?? 'unknown' };
  });
}

function withoutUntold(counts: Map<string, number>): Map<string, number> {
  counts.delete('');
  return counts;
}

/** The figures of rows that lie in [from, to). A few passes over numbers: some 30 ms for half a million rows. */
export function figuresOf(
  columns: EventColumns,
  rows: RowNumbers,
  from: number,
  to: number,
  startOfDay: StartOfDay = localStartOfDay,
): TableFigures {
  const hours = new Map<number, number[]>();
  const byClass = Object.fromEntries(TOOL_CLASSES.map((name) => [name, 0])) as Record<ToolClass, number>;
  let busiestHour: TableFigures['busiestHour'];
  for (const row of rows) {
    const hour = hourOf(columns.times[row] ?? 0);
    let counts = hours.get(hour);
    if (!counts) {
      counts = TOOL_CLASSES.map(() => 0);
      hours.set(hour, counts);
    }
    const toolClass = columns.classes[row] ?? 0;
    counts[toolClass] = (counts[toolClass] ?? 0) + 1;
  }
  for (const [hour, counts] of hours) {
    let count = 0;
    for (const [index, name] of TOOL_CLASSES.entries()) {
      byClass[name] += counts[index] ?? 0;
      count += counts[index] ?? 0;
    }
    const start = hour * HOUR;
    const first = count === busiestHour?.count && start < busiestHour.start;
    if (count > (busiestHour?.count ?? 0) || first) busiestHour = { start, count };
  }
  const unit = to - from <= 2 * DAY ? 'hour' : to - from <= MOST_DAYS * DAY ? 'day' : 'week';
  const actors = countTexts(columns, 'actor', rows);
  const token = { calls: 0, known: rows.length };
  for (const [name, count] of countTexts(columns, 'auth', rows)) {
    if (name === '') token.known -= count;
    else if (isApiToken(name)) token.calls += count;
  }
  return {
    total: rows.length,
    byClass,
    unit,
    bars: barsOf(
      hours,
      from,
      to,
      unit === 'hour' ? 'hour' : 'day',
      unit === 'week' ? localStartOfWeek : startOfDay,
    ),
    tools: rank(countTexts(columns, 'tool', rows), TOP),
    actors: rankActors(columns, actors, TOP),
    apps: rank(withoutUntold(countTexts(columns, 'app', rows)), TOP),
    actorCount: actors.size,
    token,
    ...(busiestHour ? { busiestHour } : {}),
  };
}
