import type { JournalledRow } from '../../../../lib/import/run/index.ts';
import type { Answer, RunJournal, RunLease, RunRow, SettledStep } from '../../../../lib/import/run/types.ts';
import type { VirtualClock } from './virtual-clock.ts';

const LEASE_TIME = 15_000;
const ok = <T>(value: T): Answer<T> => ({ ok: true, value });

/** The database as it behind a journal and a lease: it stays when a tab goes. */
export class SimulatedDatabase {
  runState: 'none' | 'running' | 'paused' | 'done' | 'cancelled' = 'none';
  readonly steps = new Map<
    number,
    { state: Exclude<JournalledRow['state'], undefined>; words?: string; at: number }
  >();
  readonly log: string[] = [];
  lease: { owner: string; expiresAt: number } | undefined;
  readonly #clock: VirtualClock;

  constructor(clock: VirtualClock) {
    this.#clock = clock;
  }

  rows(planned: readonly Pick<RunRow, 'index' | 'pattern'>[]): JournalledRow[] {
    return planned.map(({ index, pattern }) => ({ index, pattern, ...this.steps.get(index) }));
  }

  takeLease(owner: string): boolean {
    const now = this.#clock.now();
    if (this.lease && this.lease.owner !== owner && this.lease.expiresAt > now) return false;
    this.lease = { owner, expiresAt: now + LEASE_TIME };
    return true;
  }

  journal(owner: string): RunJournal {
    const put = (rows: readonly SettledStep[]) => {
      for (const { index, state, words } of rows) {
        const before = this.steps.get(index)?.state;
        if ((before === 'added' || before === 'removed') && state !== 'added' && state !== 'removed')
          continue;
        this.steps.set(index, { state, at: this.#clock.now(), ...(words === undefined ? {} : { words }) });
        this.log.push(`${state} ${index}`);
      }
    };
    return {
      begin: async () => {
        this.runState = 'running';
        return ok(null);
      },
      trying: async (index, settled = []) => {
        if (!this.takeLease(owner)) return { ok: false, code: 'lease-lost', message: 'another tab' };
        if (this.runState !== 'running')
          return { ok: false, code: 'run-not-running', message: 'not running' };
        put(settled);
        const before = this.steps.get(index);
        if (before?.state === 'added' || before?.state === 'removed')
          return ok({ go: false, state: before.state });
        this.steps.set(index, { state: 'trying', at: this.#clock.now() });
        this.log.push(`trying ${index}`);
        return ok({ go: true, state: 'trying' });
      },
      untried: async (index) => {
        if (this.lease?.owner !== owner) return { ok: false, code: 'lease-lost', message: 'another tab' };
        if (this.steps.get(index)?.state === 'trying') this.steps.delete(index);
        this.log.push(`untried ${index}`);
        return ok(null);
      },
      settled: async (rows) => {
        put(rows);
        return ok(null);
      },
      pause: async () => {
        this.runState = 'paused';
        return ok(null);
      },
      resume: async () => {
        this.runState = 'running';
        return ok(null);
      },
      finish: async (state) => {
        this.runState = state;
        return ok(null);
      },
    };
  }

  leaseOf(owner: string): RunLease {
    return {
      acquire: async () => ok({ held: this.takeLease(owner) }),
      renew: async () => ok({ held: this.lease?.owner === owner && this.takeLease(owner) }),
      release: async () => {
        if (this.lease?.owner === owner) this.lease = undefined;
        return ok(null);
      },
    };
  }
}

/** Ports that go dead at a crash: what a killed tab asks for is never answered, and asks for nothing more. */
export function mortal<T extends object>(port: T, isAlive: () => boolean): T {
  return new Proxy(port, {
    get(target, name, receiver) {
      const member = Reflect.get(target, name, receiver);
      if (typeof member !== 'function') return member;
      return (...args: unknown[]) => (isAlive() ? member.apply(target, args) : new Promise(() => undefined));
    },
  });
}

/** A journal some of whose messages come to nothing, or are obeyed and never answered: as when its worker is stopped. */
export function forgetful(journal: RunJournal, loses: () => 'nothing' | 'message' | 'answer'): RunJournal {
  return new Proxy(journal, {
    get(target, name, receiver) {
      const member = Reflect.get(target, name, receiver);
      return async (...args: unknown[]) => {
        const lost = loses();
        if (lost === 'message') throw new Error('the worker was stopped');
        const answer = await member.apply(target, args);
        if (lost === 'answer') throw new Error('the worker was stopped');
        return answer;
      };
    },
  });
}
