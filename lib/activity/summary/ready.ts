import { countersRevision, type RevisionKey, revisionKey } from '../revision.ts';
import type { ActivityDatabase, CounterRecord, WindowName } from '../stores.ts';
import { HOUR, MINUTE } from '../time.ts';
import { writeActivity } from '../transaction.ts';
import type { AuditCall } from '../types.ts';
import { apply, type ReadTransaction, WINDOWS } from './count-range.ts';
import { type PackedCalls, packCalls, unpackBefore } from './leaving.ts';
import {
  type ActivitySummary,
  laterFirst,
  MAX_NEW,
  rank,
  readFacts,
  type SummaryRequest,
  stretchOf,
  summaryOf,
  TOP,
  type WindowFacts,
} from './summary.ts';

/**
 * The popup's figures made ready after a sync, so that a glance costs two reads of one record each, however many events
 * and people there are. Exact to the millisecond all the same: the calls that leave the window in the next hours lie
 * beside the figures and are taken off as time goes on. Any change of the counters makes them void.
 */

/** How far ahead figures are made ready, in milliseconds, and the most calls that may leave in that time. */
const AHEAD = 2 * HOUR;
const MOST_LEAVING = 2_000;
/** What must be left of that for the figures not to be made anew: a sync comes twice in it. */
const LEFT = 30 * MINUTE;
/** Those with the most calls are kept by name, so that five are left when calls leave. */
const KEPT_ACTORS = 50;
/** Grows when `Ready` changes. */
const SHAPE = 1;

interface Ready extends WindowFacts {
  /** When the window began and ended for which the facts were read, and until which end they hold. */
  from: number;
  to: number;
  until: number;
  /** The calls at its beginning; and when those at the beginning of the window before were made. */
  leaving: PackedCalls;
  leavingBefore: Float64Array;
}

function readyKey(org: string, window: WindowName): RevisionKey {
  return [org, 'ready', window, 0];
}

/** The record's content, if it was made by this build from the counters as they are now. */
function readyIn(record: CounterRecord | undefined, revision: number): Ready | undefined {
  if (!record || !('ready' in record) || record.shape !== SHAPE || record.revision !== revision)
    return undefined;
  return record.ready as Ready;
}

async function readReady(
  database: ActivityDatabase,
  org: string,
  window: WindowName,
): Promise<Ready | undefined> {
  const counters = database.transaction('counters').store;
  const [revision, record] = await Promise.all([
    counters.get(revisionKey(org)),
    counters.get(readyKey(org, window)),
  ]);
  return readyIn(record, countersRevision(revision));
}

/** The figures as they are at `now`, if they were made ready for that; else undefined: they have to be counted. */
export async function readReadySummary(
  database: ActivityDatabase,
  request: SummaryRequest,
): Promise<ActivitySummary | undefined> {
  const { org, window, now } = request;
  const ready = await readReady(database, org, window);
  const { from, to } = stretchOf(window, now);
  if (!ready || to < ready.to || to > ready.until) return undefined;
  const left = unpackBefore(ready.leaving, from);
  apply(ready.counts, left, -1);
  ready.counts.total -= left.length;
  const goneBefore = ready.leavingBefore.filter((time) => time < from - WINDOWS[window]).length;
  const summary = summaryOf({ ...ready, before: ready.before + left.length - goneBefore }, request);
  // Somebody came up in the ranking who was too far down to be kept.
  return summary.actors.every(({ name }) => ready.actors.has(name)) ? summary : undefined;
}

/** At most so many events from a time on, oldest first, and the time before which these are all there are. */
async function eventsFrom(
  transaction: ReadTransaction,
  org: string,
  from: number,
): Promise<{ calls: AuditCall[]; wholeBefore: number }> {
  const end = from + AHEAD;
  const range = IDBKeyRange.bound([org, from], [org, end], false, true);
  const calls = await transaction.objectStore('events').index('by-time').getAll(range, MOST_LEAVING);
  return { calls, wholeBefore: calls.length < MOST_LEAVING ? end : (calls.at(-1)?.time ?? end) };
}

/** Those who may be shown: with the most calls, and the last of the new ones. */
function keptActors({ counts, actors }: WindowFacts, from: number): WindowFacts['actors'] {
  const most = rank(counts.names.get('actor') ?? new Map(), KEPT_ACTORS).map(({ name }) => name);
  const fresh = [...actors.values()].filter(({ firstSeen }) => firstSeen >= from).sort(laterFirst);
  const kept = new Set([...most, ...fresh.slice(0, MAX_NEW).map(({ id }) => id)]);
  return new Map([...actors].filter(([id]) => kept.has(id)));
}

async function makeWindowReady(database: ActivityDatabase, request: SummaryRequest): Promise<void> {
  const { org, window, now } = request;
  const { from, to } = stretchOf(window, now);
  const transaction: ReadTransaction = database.transaction(['events', 'counters', 'actors'], 'readonly');
  const [stored, facts, leaving, before, future] = await Promise.all([
    transaction.objectStore('counters').get(revisionKey(org)),
    readFacts(transaction, request),
    eventsFrom(transaction, org, from),
    eventsFrom(transaction, org, from - WINDOWS[window]),
    transaction
      .objectStore('events')
      .index('by-time')
      .openKeyCursor(IDBKeyRange.bound([org, to], [org, to + AHEAD], false, true)),
  ]);
  const revision = countersRevision(stored);
  if (revision === 0) return;
  const ahead = Math.min(
    leaving.wholeBefore - from,
    before.wholeBefore - (from - WINDOWS[window]),
    // An event of the future enters the window when its time has come.
    (future?.key[1] ?? to + AHEAD) - to,
  );
  const ready: Ready = {
    ...facts,
    actors: keptActors(facts, from),
    from,
    to,
    until: to + ahead,
    leaving: packCalls(leaving.calls),
    leavingBefore: Float64Array.from(before.calls, ({ time }) => time),
  };
  const figures = { revision, shape: SHAPE, ready };
  await writeActivity(database, ['counters'], async (writing) => {
    const counters = writing.objectStore('counters');
    // Changed meanwhile, or everything was deleted: nothing may be left behind then.
    if (countersRevision(await counters.get(revisionKey(org))) !== revision) return;
    await counters.put?.({ org, unit: 'ready', dimension: window, at: 0, ...figures });
  });
}

/**
 * Makes an organization's figures ready where they are not, or soon won't be; where nothing was ever counted there is
 * nothing to do. `now` is milliseconds since 1970 by Atlassian's clock. Rejects with the database's error.
 */
export async function makeReady(database: ActivityDatabase, org: string, now: number): Promise<void> {
  for (const window of Object.keys(WINDOWS) as WindowName[]) {
    const ready = await readReady(database, org, window);
    if (ready && now >= ready.to && now + LEFT <= ready.until) continue;
    await makeWindowReady(database, { org, window, now, top: TOP });
  }
}
