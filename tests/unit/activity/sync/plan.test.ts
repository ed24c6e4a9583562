import { describe, expect, it } from 'vitest';
import {
  beginRound,
  LONG_OVERLAP,
  nextStep,
  OVERLAP,
  REQUEST_WINDOW,
} from '../../../../lib/activity/sync/plan.ts';
import { queriesFor, selectMcpActions } from '../../../../lib/activity/sync/queries.ts';
import {
  backOff,
  noteRequest,
  problemOf,
  settleActions,
  settleCleared,
  settleFailure,
  settlePage,
  tryAgain,
} from '../../../../lib/activity/sync/settle.ts';
import { initialState, readState, type SyncState } from '../../../../lib/activity/sync/state.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const DAY = 86_400_000;
const HORIZON = NOW - 180 * DAY;
const context = { now: NOW, chance: 0, session: false };

function ready(more: Partial<SyncState> = {}): SyncState {
  const begun = beginRound({ ...initialState(), actionsAt: NOW, actions: ['a', 'b'] }, NOW, HORIZON);
  return { ...settleCleared(begun), ...more };
}

describe('beginRound', () => {
  it('takes the newest day first and leaves no gap down to the horizon', () => {
    const { todo } = beginRound(initialState(), NOW, HORIZON);
    expect(todo[0]).toMatchObject({ kind: 'new', from: NOW - DAY, to: NOW });
    for (const [index, slice] of todo.entries()) expect(slice.from).toBe(todo[index + 1]?.to ?? HORIZON);
  });

  it('looks back for late events, far once a day', () => {
    const synced = { ...initialState(), newest: NOW, lookedBackAt: NOW };
    const soon = beginRound(synced, NOW + 60_000, HORIZON);
    expect(soon.todo).toMatchObject([{ kind: 'new', from: NOW - OVERLAP, to: NOW + 60_000 }]);
    const later = beginRound(synced, NOW + DAY, HORIZON);
    expect(later.todo).toMatchObject([{ from: NOW - LONG_OVERLAP, to: NOW + DAY }]);
    expect(later.lookedBackAt).toBe(NOW + DAY);
  });

  it('finishes what was begun before it adds another slice', () => {
    const begun = beginRound(initialState(), NOW, HORIZON);
    expect(beginRound(begun, NOW + DAY, HORIZON).todo).toEqual(begun.todo);
  });

  it('leaves no gap when the clock was set back', () => {
    const synced = { ...initialState(), newest: NOW + 3 * DAY, lookedBackAt: NOW };
    expect(beginRound(synced, NOW, HORIZON).todo[0]?.from).toBe(NOW - OVERLAP);
  });
});

describe('nextStep', () => {
  it('reads the catalogue, clears, reads pages, and is done', () => {
    const begun = beginRound(initialState(), NOW, HORIZON);
    expect(nextStep(begun, NOW).kind).toBe('actions');
    const known = settleActions(begun, ['a', 'b'], NOW);
    expect(nextStep(known, NOW).kind).toBe('clear');
    let state = settleCleared(known);
    expect(nextStep(state, NOW)).toMatchObject({ kind: 'page', slice: { query: 0, cursor: null } });
    state = settlePage(state, 'next', NOW);
    expect(nextStep(state, NOW)).toMatchObject({ kind: 'page', slice: { query: 0, cursor: 'next' } });
    state = settlePage(state, null, NOW);
    expect(nextStep(state, NOW)).toMatchObject({ kind: 'page', slice: { query: 1, cursor: null } });
    state = settlePage(state, null, NOW);
    expect(state).toMatchObject({ syncedAt: NOW, covered: [{ from: NOW - DAY, to: NOW }] });
    expect(nextStep(state, NOW).kind).toBe('clear');
    expect(nextStep({ ...state, todo: [] }, NOW).kind).toBe('done');
  });

  it('makes at most ten requests a minute, also when requests are noted in another life', () => {
    let state = ready();
    for (let count = 0; count < 10; count += 1) state = noteRequest(state, NOW + count * 100);
    expect(nextStep(state, NOW + 1_000)).toEqual({ kind: 'wait', until: NOW + REQUEST_WINDOW });
    expect(nextStep(state, NOW + REQUEST_WINDOW).kind).toBe('page');
    // A clock that was set back must not stop the sync for long.
    expect(nextStep(state, NOW - DAY).kind).not.toBe('wait');
  });

  it('waits as long as it was told, but not for a wait that a changed clock made absurd', () => {
    expect(nextStep(ready({ notBefore: NOW + 5_000 }), NOW)).toEqual({ kind: 'wait', until: NOW + 5_000 });
    expect(nextStep(ready({ notBefore: NOW + 2 * DAY }), NOW).kind).toBe('page');
    // Ordered while the clock was an hour ahead; a clock that is corrected by a little changes nothing.
    const paused = { notBefore: NOW + 5_000, requests: [NOW] };
    expect(nextStep(ready(paused), NOW - 3_600_000).kind).not.toBe('wait');
    expect(nextStep(ready(paused), NOW - 30_000)).toEqual({ kind: 'wait', until: NOW + 5_000 });
  });

  it('reads the catalogue again after a day', () => {
    expect(nextStep(ready(), NOW + DAY - 1).kind).toBe('page');
    expect(nextStep(ready(), NOW + DAY).kind).toBe('actions');
  });
});

describe('settleFailure', () => {
  it.each(['unauthorised', 'forbidden', 'not-found'] as const)('stops at %s until the admin asks', (code) => {
    const state = settleFailure(ready(), { ok: false, code }, 'page', context);
    expect(nextStep(state, NOW).kind).toBe('stopped');
    expect(problemOf(state)).toBe(code);
    // An exported log may have been taken in while it was stopped: that is cleared before the next page.
    const again = tryAgain(state);
    expect(nextStep(again, NOW).kind).toBe('clear');
    expect(nextStep(settleCleared(again), NOW).kind).toBe('page');
  });

  it('obeys Retry-After, even when the admin asks', () => {
    const failure = { ok: false, code: 'rate-limited', retryAfter: 40_000 } as const;
    const state = settleFailure(ready(), failure, 'page', context);
    expect(state.notBefore).toBe(NOW + 40_000);
    expect(nextStep(tryAgain(state), NOW)).toEqual({ kind: 'wait', until: NOW + 40_000 });
  });

  it.each(['server-error', 'offline', 'timed-out', 'truncated', 'unexpected-answer'] as const)(
    'tries again after %s, at growing intervals',
    (code) => {
      let state = ready();
      let before = 0;
      for (let count = 0; count < 12; count += 1) {
        state = settleFailure(state, { ok: false, code }, 'page', context);
        expect(state.notBefore - NOW).toBeGreaterThanOrEqual(before);
        before = state.notBefore - NOW;
      }
      expect(before).toBeLessThanOrEqual(15 * 60_000);
      expect(before).toBeGreaterThan(60_000);
      expect(settlePage(state, 'x', NOW)).toMatchObject({ failures: 0, problem: '', notBefore: 0 });
    },
  );

  it('spreads the pauses by chance', () => {
    expect([backOff(0, 0), backOff(0, 0.999), backOff(3, 0), backOff(99, 0.999)]).toEqual([
      1_000, 1_999, 8_000, 899_550,
    ]);
  });

  it('begins a query again when its cursor is refused, then without our page size, then stops', () => {
    const bad = { ok: false, code: 'bad-request' } as const;
    let state = settlePage(ready(), 'stale', NOW);
    state = settleFailure(state, bad, 'page', context);
    expect(state.todo[0]).toMatchObject({ cursor: null, restarts: 1 });
    state = settleFailure(state, bad, 'page', context);
    expect(state).toMatchObject({ limit: 0, problem: '', stopped: false });
    state = settleFailure(state, bad, 'page', context);
    expect(state).toMatchObject({ stopped: true, problem: 'bad-request' });
  });

  it('does without the catalogue when it is refused', () => {
    const state = settleFailure(
      beginRound(initialState(), NOW, HORIZON),
      { ok: false, code: 'not-found' },
      'actions',
      context,
    );
    expect(state).toMatchObject({ stopped: false, actionsAt: NOW, actions: [] });
  });

  it.each(['unexpected-answer', 'not-found', 'unauthorised', 'forbidden', 'bad-request'] as const)(
    'withdraws the session route at %s, for catalogue and events alike',
    (code) => {
      for (const during of ['actions', 'page'] as const) {
        const state = settleFailure(ready(), { ok: false, code }, during, { ...context, session: true });
        expect(state).toMatchObject({ stopped: true, problem: 'session-withdrawn' });
      }
    },
  );
});

describe('the server’s clock', () => {
  it('is what slices are cut by when ours is wrong', () => {
    const offset = -3 * 3_600_000;
    const state = settleActions(beginRound(initialState(), NOW, HORIZON), [], NOW, NOW + offset);
    expect(state.todo[0]).toMatchObject({ from: NOW + offset - DAY, to: NOW + offset });
    expect(problemOf(state)).toBe('clock-skew');
  });

  it('counts as ours when they differ by seconds', () => {
    const state = settleActions(beginRound(initialState(), NOW, HORIZON), [], NOW, NOW - 4_000);
    expect(state.todo[0]).toMatchObject({ to: NOW });
    expect(problemOf(state)).toBeUndefined();
  });
});

describe('queries', () => {
  const action = (id: string, name: string, ...groups: string[]) => ({ id, name, groups });

  it('are made for the actions whose name or group says MCP, in any language', () => {
    const chosen = selectMcpActions([
      action('1', 'Invoked tool', 'Rovo MCP User Actions'),
      action('2', 'Outil du serveur MCP appelé'),
      action('3', 'mcp-Werkzeug benutzt', 'Andere'),
      action('4', 'Compiled MCPX'),
      action('5', 'Logged in', 'Users'),
    ]);
    expect(chosen.map(({ id }) => id)).toEqual(['1', '2', '3']);
  });

  it('search the word when no action is known or there are many', () => {
    expect(queriesFor([])).toEqual([{ q: 'MCP' }]);
    expect(queriesFor(['a', 'b'])).toEqual([{ action: 'a' }, { action: 'b' }]);
    expect(queriesFor(['a', 'b', 'c', 'd', 'e', 'f'])).toEqual([{ q: 'MCP' }]);
  });
});

describe('readState', () => {
  it('reads what was written', () => {
    const state = ready({ revision: 4, problem: 'offline', clockOffset: -7 });
    expect(readState(structuredClone(state), 4)).toEqual(state);
  });

  it.each([undefined, null, 7, {}, { version: 2 }, { ...initialState(), todo: [{}] }])(
    'starts anew from %j',
    (value) => {
      expect(readState(value, 9)).toEqual({ ...initialState(), revision: 9 });
    },
  );
});
