import { Superseded } from '../ingest.ts';
import { type ProblemCode, problem } from '../problems.ts';
import { horizonAt, pruneActivity, RETENTION_DAYS, removeExported } from '../retention.ts';
import type { EventSource, Failure } from '../sources/types.ts';
import type { ActivityDatabase } from '../stores.ts';
import { SECOND } from '../time.ts';
import type { Problem } from '../types.ts';
import { beginRound, nextStep, type Step, serverNow } from './plan.ts';
import { queriesFor, selectMcpActions } from './queries.ts';
import {
  noteAnswer,
  noteRequest,
  problemOf,
  settleActions,
  settleCleared,
  settleFailure,
  settlePage,
  takeUp,
  tryAgain,
} from './settle.ts';
import type { Slice, SyncState } from './state.ts';
import { loadActionNames, loadState, type Position, savePage, saveState } from './store.ts';

/** Drives the sync of one source: asks the plan what is next, does it, and stores what came of it. */

/** At most one sync of an organization runs in all contexts. The lease lies in the database and runs out by itself. */
export interface SyncLease {
  acquire(): Promise<boolean>;
  /** False when somebody else took it meanwhile. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

export interface SyncPorts {
  database: ActivityDatabase;
  source: EventSource;
  lease: SyncLease;
  /** Milliseconds since 1970. */
  now(): number;
  /** From 0 up to 1. */
  random(): number;
  /** Resolves after so many milliseconds, or at once when the signal is aborted. */
  sleep(milliseconds: number, signal: AbortSignal): Promise<void>;
}

export interface SyncOptions {
  org: string;
  signal: AbortSignal;
  /** The admin asked for it: try again what had stopped. */
  asked?: boolean;
  /** Waits longer than this end the call, and an alarm goes on; milliseconds. A worker dies after 30 s of silence. */
  longestWait?: number;
  retentionDays?: number;
  onProgress?: (added: number) => void;
}

export type SyncOutcome =
  /** Everything new was fetched; `problem` is a notice such as a wrong clock. */
  | { kind: 'done'; added: number; problem?: Problem }
  /** Goes on at this time by the local clock; `problem` when it waits because of a failure. */
  | { kind: 'waiting'; until: number; added: number; problem?: Problem }
  /** Needs the admin. */
  | { kind: 'stopped'; added: number; problem: Problem }
  /** Another context is at it, or the caller gave up. */
  | { kind: 'busy' | 'aborted'; added: number };

const LONGEST_WAIT = 20 * SECOND;

class Run {
  added = 0;
  readonly #ports: SyncPorts;
  readonly #options: SyncOptions;
  #state: SyncState;

  constructor(ports: SyncPorts, options: SyncOptions, state: SyncState) {
    this.#ports = ports;
    this.#options = options;
    this.#state = state;
  }

  get #at(): Position {
    const { database, source, now } = this.#ports;
    return { database, org: this.#options.org, source: source.name, now: now() };
  }

  async go(): Promise<SyncOutcome> {
    const { now, lease, sleep } = this.#ports;
    const { asked = false, signal, longestWait = LONGEST_WAIT, retentionDays } = this.#options;
    const state = takeUp(this.#state, now());
    const horizon = horizonAt(serverNow(state, now()), retentionDays);
    this.#state = beginRound(asked ? tryAgain(state) : state, now(), horizon);
    for (;;) {
      if (signal.aborted) return { kind: 'aborted', added: this.added };
      if (!(await lease.renew())) return { kind: 'busy', added: this.added };
      const step = nextStep(this.#state, now());
      if (step.kind === 'wait' && step.until - now() <= longestWait) {
        await sleep(step.until - now(), signal);
        continue;
      }
      const outcome = await this.#take(step);
      if (outcome) return outcome;
    }
  }

  async #take(step: Step): Promise<SyncOutcome | undefined> {
    const { database, now } = this.#ports;
    const { org } = this.#options;
    const code = problemOf(this.#state);
    const found = code ? { problem: problem(code) } : {};
    switch (step.kind) {
      case 'wait':
        await saveState(this.#at, this.#state);
        return { kind: 'waiting', until: step.until, added: this.added, ...found };
      case 'stopped':
        await saveState(this.#at, this.#state);
        return { kind: 'stopped', added: this.added, problem: problem(code ?? 'unexpected-answer') };
      case 'done':
        await pruneActivity(
          database,
          org,
          serverNow(this.#state, now()),
          this.#options.retentionDays ?? RETENTION_DAYS,
        );
        return { kind: 'done', added: this.added, ...found };
      case 'clear':
        await removeExported(database, org, step.slice.from, step.slice.to);
        this.#state = await saveState(this.#at, settleCleared(this.#state));
        return undefined;
      case 'actions':
        await this.#readActions();
        return undefined;
      case 'page':
        await this.#readPage(step.slice);
        return undefined;
    }
  }

  async #readActions(): Promise<void> {
    const { source, now } = this.#ports;
    this.#state = await saveState(this.#at, noteRequest(this.#state, now()));
    const answer = await source.actions(this.#options.signal);
    this.#state = noteAnswer(this.#state, now());
    if (!answer.ok) {
      await this.#fail(answer, 'actions');
      return;
    }
    const actions = selectMcpActions(answer.value);
    const ids = actions.map(({ id }) => id);
    this.#state = await saveState(
      this.#at,
      settleActions(this.#state, ids, now(), answer.serverTime),
      actions,
    );
  }

  async #readPage(slice: Slice): Promise<void> {
    const { database, source, now } = this.#ports;
    const { org, signal, onProgress } = this.#options;
    this.#state = await saveState(this.#at, noteRequest(this.#state, now()));
    const { actions, limit } = this.#state;
    const query = queriesFor(actions)[slice.query] ?? { q: 'MCP' };
    const actionNames = await loadActionNames(database, org);
    const { from, to, cursor } = slice;
    const request = { query, from, to, cursor, actionNames, ...(limit > 0 ? { limit } : {}) };
    const answer = await source.events(request, signal);
    this.#state = noteAnswer(this.#state, now());
    if (!answer.ok) {
      await this.#fail(answer, 'page');
      return;
    }
    const { calls, next } = answer.value;
    // A cursor that leads to itself would be followed for ever.
    const onward = next === cursor ? null : next;
    const settled = settlePage(this.#state, onward, now(), answer.serverTime);
    const { state, result } = await savePage(this.#at, calls, settled);
    this.#state = state;
    this.added += result.added;
    onProgress?.(this.added);
  }

  async #fail(failure: Failure & { code: ProblemCode }, during: 'actions' | 'page'): Promise<void> {
    if (this.#options.signal.aborted) return;
    const { source, now, random } = this.#ports;
    const context = { now: now(), chance: random(), session: source.name === 'session' };
    this.#state = await saveState(this.#at, settleFailure(this.#state, failure, during, context));
  }
}

/**
 * Fetches what is new, then older time, until all is there, a long wait is needed, or the admin. May be killed at any
 * point: the next call goes on with the page after the last stored one. Rejects only with the database's own errors.
 */
export async function runSync(ports: SyncPorts, options: SyncOptions): Promise<SyncOutcome> {
  const { database, lease, source } = ports;
  if (!(await lease.acquire())) return { kind: 'busy', added: 0 };
  let run: Run | undefined;
  try {
    run = new Run(ports, options, await loadState(database, options.org, source.name));
    return await run.go();
  } catch (error) {
    if (error instanceof Superseded) return { kind: 'busy', added: run?.added ?? 0 };
    throw error;
  } finally {
    await lease.release();
  }
}
