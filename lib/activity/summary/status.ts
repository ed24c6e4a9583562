import { isProblemCode, problem } from '../problems.ts';
import type { ActivityDatabase } from '../stores.ts';
import { pauseHolds } from '../sync/pause.ts';
import { MINUTE } from '../time.ts';
import type { Problem, SourceName } from '../types.ts';

/**
 * How far the sync is, for popup and options. Reads the stored state field by field, not with its schema: of one that can't be
 * read as a whole it still tells what it can.
 */
export interface SyncStatus {
  source: SourceName;
  /** When everything new had been fetched, by the local clock; 0 = never. */
  syncedAt: number;
  problem?: Problem;
  /** Needs the admin: no request is made until they ask for one. */
  stopped: boolean;
  /** No request before this time, by the local clock; 0 when none is pending. */
  waitingUntil: number;
  /** Older time is still being fetched. */
  filling: boolean;
  /** From which time on the history is complete, in milliseconds since 1970; Infinity when nothing is. */
  completeFrom: number;
  /** Atlassian's clock minus ours, in milliseconds; 0 when they agree within a minute. */
  clockOffset: number;
}

type Fields = Record<string, unknown>;

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}
function numberOf(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}

function completeFrom(covered: unknown): number {
  const last: unknown = Array.isArray(covered) ? covered.at(-1) : undefined;
  return numberOf(fieldsOf(last).from) || Number.POSITIVE_INFINITY;
}

/** The state as the popup needs it. Pure. */
export function describeStatus(source: SourceName, state: unknown, now: number): SyncStatus {
  const {
    syncedAt,
    problem: code,
    stopped,
    notBefore,
    requests,
    todo,
    covered,
    clockOffset,
  } = fieldsOf(state);
  const offset = numberOf(clockOffset);
  const skewed = Math.abs(offset) > 5 * MINUTE;
  const found = isProblemCode(code) ? problem(code) : skewed ? problem('clock-skew') : undefined;
  const until = numberOf(notBefore);
  const lastRequest = numberOf(Array.isArray(requests) ? requests.at(-1) : 0);
  return {
    source,
    syncedAt: numberOf(syncedAt),
    stopped: stopped === true,
    waitingUntil: pauseHolds(until, lastRequest, now) ? until : 0,
    filling: Array.isArray(todo) && todo.length > 0,
    completeFrom: completeFrom(covered),
    clockOffset: Math.abs(offset) > MINUTE ? offset : 0,
    ...(found ? { problem: found } : {}),
  };
}

/** The status of one source of an organization. Rejects with the database's error. */
export async function readStatus(
  database: ActivityDatabase,
  org: string,
  source: SourceName,
  now: number,
): Promise<SyncStatus> {
  return describeStatus(source, (await database.get('cursors', [org, source]))?.state, now);
}
