import { DAY, HOUR, MINUTE, SECOND } from '../time.ts';
import { CLOCK_TOLERANCE, pauseHolds } from './pause.ts';
import type { Slice, SyncState } from './state.ts';

/**
 * What to do next, from the state and the clock alone.
 *
 *   beginRound ─► actions (once a day) ─► clear (exported events of the slice) ─► page ─► page ─► … ─► next slice ─► done
 *                    any of them may be preceded by `wait`, and replaced by `stopped` when the admin is needed
 */

export type Step =
  | { kind: 'actions' }
  | { kind: 'clear'; slice: Slice }
  | { kind: 'page'; slice: Slice }
  | { kind: 'wait'; until: number }
  | { kind: 'stopped' }
  | { kind: 'done' };

/** Documented: 10 requests a minute for a user, and 10 for a path. */
const REQUESTS_A_MINUTE = 10;
/** A minute and a little: the server counts when requests arrive, and some travel faster than others. */
export const REQUEST_WINDOW: number = MINUTE + 2 * SECOND;
/** How far each sync looks back for events that came late. */
export const OVERLAP: number = HOUR;
/** How far it looks back once a day: an event that came up to a day late is found by the next such look. */
export const LONG_OVERLAP: number = 48 * HOUR;
/** How often the catalogue of actions is read. */
const ACTIONS_EVERY = DAY;

/** The time by Atlassian's clock. */
export function serverNow(state: Pick<SyncState, 'clockOffset'>, now: number): number {
  return Math.abs(state.clockOffset) > CLOCK_TOLERANCE ? now + state.clockOffset : now;
}

function slice(kind: Slice['kind'], from: number, to: number): Slice {
  return { kind, from, to, cleared: false, query: 0, cursor: null, restarts: 0 };
}

/** The first sync takes the newest day first, then older time in growing slices, so that the popup fills at once. */
function firstSlices(now: number, horizon: number): Slice[] {
  const edges = [now, now - DAY, now - 7 * DAY, now - 30 * DAY, horizon];
  return edges.slice(1).flatMap((from, index) => {
    const start = Math.max(from, horizon);
    const end = edges[index] ?? now;
    return start < end ? [slice(index === 0 ? 'new' : 'history', start, end)] : [];
  });
}

/**
 * A sync was asked for: what happened since the last one is put first. One that was begun is finished before.
 * `horizon` is the time from which on events are kept.
 */
export function beginRound(state: SyncState, now: number, horizon: number): SyncState {
  const time = serverNow(state, now);
  const todo = state.todo.filter(({ to }) => to > horizon);
  if (todo.some(({ kind }) => kind === 'new')) return { ...state, todo };
  if (state.newest === 0)
    return { ...state, todo: firstSlices(time, horizon), newest: time, lookedBackAt: time };
  const long = time - state.lookedBackAt >= DAY;
  // A clock that was set back must not leave a gap either.
  const from = Math.max(Math.min(state.newest, time) - (long ? LONG_OVERLAP : OVERLAP), horizon);
  return {
    ...state,
    todo: [slice('new', from, time), ...todo],
    newest: time,
    lookedBackAt: long ? time : state.lookedBackAt,
  };
}

/** Requests that still count. Those in the future are left from a clock that was set back. */
export function recentRequests(requests: readonly number[], now: number): number[] {
  return requests.filter((time) => time > now - REQUEST_WINDOW && time <= now);
}

/** What is to be done now. @param now by the local clock, in milliseconds since 1970 */
export function nextStep(state: SyncState, now: number): Step {
  if (state.stopped) return { kind: 'stopped' };
  const [first] = state.todo;
  const stale = now - state.actionsAt >= ACTIONS_EVERY || state.actionsAt > now + MINUTE;
  if (!first) return { kind: 'done' };
  if (!stale && !first.cleared) return { kind: 'clear', slice: first };
  const { notBefore, requests } = state;
  if (pauseHolds(notBefore, requests.at(-1) ?? 0, now)) return { kind: 'wait', until: notBefore };
  const recent = recentRequests(requests, now);
  const oldest = recent.at(-REQUESTS_A_MINUTE);
  if (oldest !== undefined) return { kind: 'wait', until: oldest + REQUEST_WINDOW };
  return stale ? { kind: 'actions' } : { kind: 'page', slice: first };
}
