import { isProblemCode, NEEDS_ADMIN, type ProblemCode } from '../problems.ts';
import { addRange } from '../ranges.ts';
import type { Failure } from '../sources/types.ts';
import { MINUTE, SECOND } from '../time.ts';
import { recentRequests, serverNow } from './plan.ts';
import { queriesFor } from './queries.ts';
import type { Slice, SyncState } from './state.ts';

/** What an answer changes in the state. Pure: clock and chance are given. */

/** The first pause after a failure, and the longest, in milliseconds. */
const FIRST_PAUSE = 2 * SECOND;
const LONGEST_PAUSE = 15 * MINUTE;
/** After this many refused cursors a slice counts as a query that the API doesn't take. */
const MAX_RESTARTS = 3;

/** The catalogue of actions may need more than the events do. */
const NO_CATALOGUE: readonly ProblemCode[] = [
  'forbidden',
  'scope-missing',
  'plan-missing',
  'not-found',
  'bad-request',
  'unexpected-answer',
];
/** A session route that answers so isn't the route we hoped for. Where the browser forbids it, it was not even asked. */
const WITHDRAWS: readonly ProblemCode[] = [
  ...NEEDS_ADMIN.filter((code) => code !== 'permission-missing'),
  'unexpected-answer',
];

function good(state: SyncState, now: number, serverTime: number | undefined): SyncState {
  const clockOffset = serverTime === undefined ? state.clockOffset : Math.round(serverTime - now);
  return { ...state, clockOffset, failures: 0, problem: '', notBefore: 0 };
}

/** The first slice replaced; undefined takes it out. */
function withFirst(state: SyncState, first: Slice | undefined): SyncState {
  return { ...state, todo: [...(first ? [first] : []), ...state.todo.slice(1)] };
}

/** A request is about to be made: written down before, so that a killed worker can't make more than are allowed. */
export function noteRequest(state: SyncState, now: number): SyncState {
  return {
    ...state,
    requests: [...recentRequests(state.requests, now), now],
    unanswered: true,
  };
}

/**
 * A request was answered, well or not: by now at the latest the server has counted it. It may have travelled long, so it
 * counts from now on, and not from when it was made.
 */
export function noteAnswer(state: SyncState, now: number): SyncState {
  return { ...state, requests: [...state.requests.slice(0, -1), now], unanswered: false };
}

/**
 * A stored state is taken up again. A request that was under way when its worker was killed may have come to the server
 * just then, long after it was made: it counts from now on.
 */
export function takeUp(state: SyncState, now: number): SyncState {
  return state.unanswered ? noteAnswer(state, now) : state;
}

/** The first answer tells the server's clock; slices that were cut by a wrong local one are cut again by it. */
function recut(state: SyncState, now: number): SyncState {
  const untouched =
    state.covered.length === 0 && state.todo.every(({ query, cursor }) => query === 0 && !cursor);
  const moved = Math.abs(serverNow(state, now) - state.newest) > 5 * MINUTE;
  if (!untouched || !moved) return state;
  const shift = serverNow(state, now) - state.newest;
  return {
    ...state,
    newest: state.newest + shift,
    lookedBackAt: state.lookedBackAt + shift,
    todo: state.todo.map((part) => ({
      ...part,
      from: part.from + shift,
      to: part.to + shift,
      cleared: false,
    })),
  };
}

/** The catalogue of actions was read. Other queries than before start the slice in work again. */
export function settleActions(
  state: SyncState,
  actions: readonly string[],
  now: number,
  serverTime?: number,
): SyncState {
  const next = { ...good(state, now, serverTime), actions: [...actions], actionsAt: now };
  const same =
    actions.length === state.actions.length && actions.every((id, index) => id === state.actions[index]);
  const todo = same ? next.todo : next.todo.map((part) => ({ ...part, query: 0, cursor: null }));
  return recut({ ...next, todo }, now);
}

/** Exported events in the range of the first slice are gone. */
export function settleCleared(state: SyncState): SyncState {
  const [first] = state.todo;
  return first ? withFirst(state, { ...first, cleared: true }) : state;
}

/** A page was read: on to the next one, the next query, or the next slice. `next` is null after the last page. */
export function settlePage(
  state: SyncState,
  next: string | null,
  now: number,
  serverTime?: number,
): SyncState {
  const after = good(state, now, serverTime);
  const [first] = after.todo;
  if (!first) return after;
  if (next !== null) return withFirst(after, { ...first, cursor: next });
  if (first.query + 1 < queriesFor(state.actions).length) {
    return withFirst(after, { ...first, query: first.query + 1, cursor: null, restarts: 0 });
  }
  const covered = addRange(after.covered, first);
  return { ...withFirst(after, undefined), covered, syncedAt: first.kind === 'new' ? now : after.syncedAt };
}

/** How long to wait after `failures` failures: doubled each time, half of it by chance, at most 15 minutes. */
export function backOff(failures: number, random: number): number {
  const full = Math.min(FIRST_PAUSE * 2 ** Math.min(failures, 20), LONGEST_PAUSE);
  return Math.round(full * (0.5 + random / 2));
}

/** A request failed. `chance` is from 0 up to 1. */
export function settleFailure(
  state: SyncState,
  failure: Failure,
  during: 'actions' | 'page',
  context: { now: number; chance: number; session: boolean },
): SyncState {
  const { now, chance, session } = context;
  const { code, serverTime, retryAfter } = failure;
  const clockOffset = serverTime === undefined ? state.clockOffset : Math.round(serverTime - now);
  const failed = { ...state, clockOffset, failures: state.failures + 1, problem: code as string };
  if (session && WITHDRAWS.includes(code)) return { ...failed, problem: 'session-withdrawn', stopped: true };
  if (during === 'actions' && NO_CATALOGUE.includes(code)) {
    // The catalogue is a help, not a need: without it the events are asked for by the word.
    return settleActions({ ...state, clockOffset }, state.actions, now, serverTime);
  }
  const [first] = state.todo;
  if (code === 'bad-request' && first?.cursor && first.restarts < MAX_RESTARTS) {
    return withFirst({ ...failed, problem: '' }, { ...first, cursor: null, restarts: first.restarts + 1 });
  }
  if (code === 'bad-request' && state.limit > 0) return { ...failed, problem: '', limit: 0 };
  if (NEEDS_ADMIN.includes(code)) return { ...failed, stopped: true };
  return { ...failed, notBefore: now + Math.max(retryAfter ?? 0, backOff(state.failures, chance)) };
}

/** The admin pressed the button or saved a key: what stopped the sync may be gone. A server's own wait is kept. */
export function tryAgain(state: SyncState): SyncState {
  const waits = state.problem === 'rate-limited';
  // While it was stopped an exported log may have been taken in: it is cleared again.
  const todo = state.stopped ? state.todo.map((slice) => ({ ...slice, cleared: false })) : state.todo;
  return { ...state, todo, stopped: false, failures: 0, notBefore: waits ? state.notBefore : 0 };
}

/** The problem as a code; undefined when there is none. */
export function problemOf(state: SyncState): ProblemCode | undefined {
  if (isProblemCode(state.problem)) return state.problem;
  return Math.abs(state.clockOffset) > 5 * MINUTE ? 'clock-skew' : undefined;
}
