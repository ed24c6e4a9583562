import { isApiToken } from '../auth-type.ts';
import type { ActivityDatabase, ActorRecord, WindowName } from '../stores.ts';
import { type ActorKind, type AuditCall, TOOL_CLASSES, type ToolClass } from '../types.ts';
import { countRange, type RangeCounts, type ReadTransaction, totalOfRange, WINDOWS } from './count-range.ts';
import { type Bar, barsOf, localStartOfDay, type StartOfDay } from './series.ts';

/** The popup's figures, counted in one read transaction from counters and indexes. `ready.ts` makes them ready. */

export interface Ranked {
  /** The raw tool name or actor id. */
  name: string;
  count: number;
}
export interface RankedActor extends Ranked {
  label: string;
  kind: ActorKind;
}

export interface ActivitySummary {
  window: WindowName;
  /** The window is (now - length, now]: here from inclusive, to exclusive, in milliseconds since 1970. */
  from: number;
  to: number;
  total: number;
  /** The total of the window before. */
  before: number;
  byClass: Record<ToolClass, number>;
  /** By hour for 24h, by day of the admin's zone else; they add up to the total. */
  bars: Bar[];
  /** The UTC hour with the most calls, start in milliseconds; absent without events. */
  busiestHour?: { start: number; count: number };
  tools: Ranked[];
  actors: RankedActor[];
  /** How many different actors made calls. */
  actorCount: number;
  /** First seen in the window, newest first; at most `MAX_NEW`. */
  newActors: ActorRecord[];
  newActorCount: number;
  /** Calls made with an API token, and calls of which the way of signing in is known. */
  token: { calls: number; known: number };
  /** The newest events up to now, newest first. */
  newest: AuditCall[];
}

export interface SummaryRequest {
  org: string;
  window: WindowName;
  /** By Atlassian's clock, in milliseconds since 1970. */
  now: number;
  /** How many entries a ranking has. */
  top?: number;
  startOfDay?: StartOfDay;
}

/** How many of the new ones are named. */
export const MAX_NEW = 20;
const NEWEST = 20;
export const TOP = 5;

/** The largest counts first; equal ones by name, so that the order doesn't jump. */
export function rank(counts: ReadonlyMap<string, number>, top: number): Ranked[] {
  const compare = (a: Ranked, b: Ranked) => b.count - a.count || (a.name < b.name ? -1 : 1);
  return [...counts]
    .map(([name, count]) => ({ name, count }))
    .sort(compare)
    .slice(0, top);
}

async function readNewest(transaction: ReadTransaction, org: string, to: number): Promise<AuditCall[]> {
  const range = IDBKeyRange.bound([org, 0], [org, to], false, true);
  const calls: AuditCall[] = [];
  let cursor = await transaction.objectStore('events').index('by-time').openCursor(range, 'prev');
  while (cursor) {
    calls.push(cursor.value);
    if (calls.length === NEWEST) break;
    cursor = await cursor.continue();
  }
  return calls;
}

/**
 * What is known of these actors. One `get` each, although an index by the first time exists: while history is
 * fetched, newest first, every batch moves that time, and a scan in Chromium then walks over all the old entries
 * (measured at 150,000 events: 40 ms against 4).
 */
async function readActors(
  transaction: ReadTransaction,
  org: string,
  ids: Iterable<string>,
): Promise<Map<string, ActorRecord>> {
  const store = transaction.objectStore('actors');
  const records = await Promise.all(Array.from(ids, (id) => store.get([org, id])));
  return new Map(records.flatMap((record) => (record ? [[record.id, record] as const] : [])));
}

/** Those who came last first. */
export function laterFirst(a: ActorRecord, b: ActorRecord): number {
  return b.firstSeen - a.firstSeen || (a.id < b.id ? -1 : 1);
}

/** What a window's figures are made of. */
export interface WindowFacts {
  counts: RangeCounts;
  /** The total of the window before. */
  before: number;
  newest: AuditCall[];
  /** Of those who made calls, as far as it is needed. */
  actors: ReadonlyMap<string, ActorRecord>;
  /** When everybody who is new was first seen. */
  firstSeen: readonly number[];
}

/** A window ends with the millisecond `now`: from inclusive, to exclusive. */
export function stretchOf(window: WindowName, now: number): { from: number; to: number } {
  return { from: now - WINDOWS[window] + 1, to: now + 1 };
}

/** Reads them in the given transaction. */
export async function readFacts(
  transaction: ReadTransaction,
  { org, window, now }: Pick<SummaryRequest, 'org' | 'window' | 'now'>,
): Promise<WindowFacts> {
  const { from, to } = stretchOf(window, now);
  const [counts, before, newest] = await Promise.all([
    countRange(transaction, org, from, to, ['tool', 'actor', 'auth']),
    totalOfRange(transaction, org, from - WINDOWS[window], from),
    readNewest(transaction, org, to),
  ]);
  const actors = await readActors(transaction, org, counts.names.get('actor')?.keys() ?? []);
  const firstSeen = [...actors.values()].map((actor) => actor.firstSeen).filter((time) => time >= from);
  return { counts, before, newest, actors, firstSeen };
}

/** The figures that these facts give. Pure. */
export function summaryOf(facts: WindowFacts, request: SummaryRequest): ActivitySummary {
  const { counts, before, newest, actors: known, firstSeen } = facts;
  const { window, now, top = TOP, startOfDay = localStartOfDay } = request;
  const { from, to } = stretchOf(window, now);
  const byActor = counts.names.get('actor') ?? new Map<string, number>();
  const actors = rank(byActor, top).map((ranked): RankedActor => {
    const actor = known.get(ranked.name);
    return { ...ranked, label: actor?.name ?? ranked.name, kind: actor?.kind ?? 'unknown' };
  });
  const isNew = (time: number) => time >= from && time < to;
  const newActors = [...known.values()]
    .filter((actor) => isNew(actor.firstSeen))
    .sort(laterFirst)
    .slice(0, MAX_NEW);

  const byClass = Object.fromEntries(TOOL_CLASSES.map((name) => [name, 0])) as Record<ToolClass, number>;
  let busiestHour: { start: number; count: number } | undefined;
  for (const [hour, classes] of counts.hours) {
    let count = 0;
    for (const [index, events] of classes.entries()) {
      const name = TOOL_CLASSES[index];
      if (name) byClass[name] += events;
      count += events;
    }
    const start = hour * 3_600_000;
    const first = count === busiestHour?.count && start < busiestHour.start;
    if (count > (busiestHour?.count ?? 0) || first) busiestHour = { start, count };
  }
  const token = { calls: 0, known: counts.total };
  for (const [name, count] of counts.names.get('auth') ?? []) {
    if (name === '') token.known -= count;
    else if (isApiToken(name)) token.calls += count;
  }
  return {
    window,
    from,
    to,
    total: counts.total,
    before,
    byClass,
    bars: barsOf(counts.hours, from, to, window === '24h' ? 'hour' : 'day', startOfDay),
    tools: rank(counts.names.get('tool') ?? new Map(), top),
    actors,
    actorCount: byActor.size,
    newActors,
    newActorCount: firstSeen.filter(isNew).length,
    token,
    newest,
    ...(busiestHour ? { busiestHour } : {}),
  };
}

/** The figures of a window, counted. Cost: dozens of counters, half an hour of events, and everybody who made calls. */
export async function readSummary(
  database: ActivityDatabase,
  request: SummaryRequest,
): Promise<ActivitySummary> {
  const transaction: ReadTransaction = database.transaction(['events', 'counters', 'actors'], 'readonly');
  return summaryOf(await readFacts(transaction, request), request);
}
