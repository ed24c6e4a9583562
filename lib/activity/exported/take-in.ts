import { ingest } from '../ingest.ts';
import { isCovered, type Range } from '../ranges.ts';
import { pruneActivity } from '../retention.ts';
import type { EventSource } from '../sources/types.ts';
import type { ActivityDatabase } from '../stores.ts';
import type { SyncLease } from '../sync/run.ts';
import { loadState } from '../sync/store.ts';

/** What became of an exported log's calls. */
export interface TakenIn {
  added: number;
  /** Were there already. */
  repeated: number;
  /** Lie in a time that the API covers with its own, better records. */
  covered: number;
  /** From before the retention period. */
  tooOld: number;
}

/** Times that the API has covered, or is just covering: exported events were cleared from both. */
export async function coveredRanges(database: ActivityDatabase, org: string): Promise<Range[]> {
  const states = await Promise.all([loadState(database, org, 'api'), loadState(database, org, 'session')]);
  // A sync that has stopped brings nothing; when it is asked again it clears what it goes on with.
  return states.flatMap(({ covered, todo, stopped }) => [
    ...covered,
    ...todo.filter(({ cleared }) => cleared && !stopped),
  ]);
}

/**
 * Puts the calls of an exported log into the cache, page by page, under the sync's lease: a sync that clears a range
 * must not be overtaken. Answers undefined when a sync is running; try again later. Rejects with the database's error.
 */
export async function takeInExport(
  database: ActivityDatabase,
  org: string,
  source: EventSource,
  lease: SyncLease,
  options: { now: number; retentionDays?: number; onProgress?: (done: number) => void },
): Promise<TakenIn | undefined> {
  if (!(await lease.acquire())) return undefined;
  try {
    // Without a key nothing else sets the time from which on events are kept.
    await pruneActivity(database, org, options.now, options.retentionDays);
    const ranges = await coveredRanges(database, org);
    const taken: TakenIn = { added: 0, repeated: 0, covered: 0, tooOld: 0 };
    const signal = new AbortController().signal;
    let done = 0;
    for (let cursor: string | null = null; ; ) {
      // What comes again is found by its key, so a lease that was lost costs nothing but this call.
      if (!(await lease.renew())) return undefined;
      const request = { query: {}, from: 0, to: Number.MAX_SAFE_INTEGER, cursor };
      const answer = await source.events(request, signal);
      if (!answer.ok) return taken;
      const { calls, next, received } = answer.value;
      const wanted = calls.filter(({ time }) => !isCovered(ranges, time));
      const result = await ingest(database, org, wanted);
      taken.added += result.added;
      taken.repeated += result.repeated;
      taken.tooOld += result.tooOld;
      taken.covered += calls.length - wanted.length;
      done += received;
      options.onProgress?.(done);
      if (next === null) return taken;
      cursor = next;
    }
  } finally {
    await lease.release();
  }
}
