import {
  array,
  boolean,
  fallback,
  type GenericSchema,
  integer,
  literal,
  minValue,
  nullable,
  number,
  object,
  optional,
  picklist,
  pipe,
  safeParse,
  string,
} from 'valibot';
import type { Range } from '../ranges.ts';

/**
 * Where the sync of one source stands. It is stored with every page of events in the same transaction, so that a
 * worker that is killed at any point goes on with the page after the last one that was stored.
 */

/** One stretch of time that is fetched, query by query and page by page. */
export interface Slice extends Range {
  /** `new`: the time since the last sync; `history`: what lies before the first. */
  kind: 'new' | 'history';
  /** Exported events in this range have been taken out. */
  cleared: boolean;
  /** The index of the query that is being read. */
  query: number;
  /** Where that query goes on; null at its start. */
  cursor: string | null;
  /** How often a query was begun again because the source refused its cursor. */
  restarts: number;
}

export interface SyncState {
  version: 1;
  /** Grows with every write. A writer that finds another one than it read gives up. */
  revision: number;
  /** When the catalogue of actions was read, by the local clock; 0 = never. */
  actionsAt: number;
  /** The ids of the actions that concern MCP; empty = ask by word. */
  actions: string[];
  /** What is still to fetch, the first one first. */
  todo: Slice[];
  /** What was fetched completely. */
  covered: Range[];
  /** The end of the newest slice that was ever begun, by the server's clock. */
  newest: number;
  /** When a sync last looked back a whole day for late events, by the server's clock. */
  lookedBackAt: number;
  /** When requests were made in the last minute, by the local clock. */
  requests: number[];
  /** The last of them was made by a worker that did not live to see its answer, or is under way. */
  unanswered: boolean;
  /** No request before this time, by the local clock. */
  notBefore: number;
  /** Failures since the last good answer. */
  failures: number;
  /** The code of the last failure; '' after a good answer. */
  problem: string;
  /** The failure needs the admin: no further request until they ask for one, or the key or an hour has changed. */
  stopped: boolean;
  /** When everything new had been fetched, by the local clock; 0 = never. */
  syncedAt: number;
  /** The server's clock minus ours, in milliseconds. */
  clockOffset: number;
  /** Events a page; 0 leaves it to the source, after it refused our figure. */
  limit: number;
}

const PAGE_LIMIT = 500;

/** Before the first sync. */
export function initialState(): SyncState {
  return {
    version: 1,
    revision: 0,
    actionsAt: 0,
    actions: [],
    todo: [],
    covered: [],
    newest: 0,
    lookedBackAt: 0,
    requests: [],
    unanswered: false,
    notBefore: 0,
    failures: 0,
    problem: '',
    stopped: false,
    syncedAt: 0,
    clockOffset: 0,
    limit: PAGE_LIMIT,
  };
}

const whole = pipe(number(), integer());
const count = pipe(whole, minValue(0));

const stateShape: GenericSchema<unknown, SyncState> = object({
  version: literal(1),
  revision: count,
  actionsAt: count,
  actions: array(string()),
  todo: array(
    object({
      from: whole,
      to: whole,
      kind: picklist(['new', 'history']),
      cleared: boolean(),
      query: count,
      cursor: nullable(string()),
      restarts: count,
    }),
  ),
  covered: array(object({ from: whole, to: whole })),
  newest: count,
  lookedBackAt: count,
  requests: array(number()),
  unanswered: fallback(optional(boolean(), false), false),
  notBefore: count,
  failures: count,
  problem: string(),
  stopped: fallback(boolean(), false),
  syncedAt: count,
  clockOffset: whole,
  limit: fallback(optional(count, PAGE_LIMIT), PAGE_LIMIT),
});

/**
 * Reads a stored state. One that can't be read starts anew with its revision kept: events that come again change
 * nothing, so starting over costs requests and no figure.
 */
export function readState(value: unknown, revision: number): SyncState {
  const parsed = safeParse(stateShape, value);
  return parsed.success ? parsed.output : { ...initialState(), revision };
}
