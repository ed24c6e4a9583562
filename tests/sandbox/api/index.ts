import type { ApiHandler } from '../server/types.ts';
import { makeCalls } from './calls.ts';
import { Replica, type ReplicaOptions } from './replica.ts';
import { answerWith } from './serve.ts';

export { makeCalls } from './calls.ts';
export { type ApiFault, randomFaults } from './faults.ts';
export { fetchFrom } from './fetch.ts';
export { Replica, type ReplicaOptions } from './replica.ts';
export { SHAPES, type Shape } from './shapes.ts';
export { truthOf } from './truth.ts';

/**
 * The organization and key that the API knows unless told otherwise. Another organization than the console's own on
 * purpose: a test that mixes them up finds no events.
 */
export const SANDBOX_ORG = '0f3c1a52-7d0e-4a5b-9c55-2f6f0e6a1b11';
export const SANDBOX_KEY = 'sandbox-organization-key';

const DAY = 86_400_000;

export type ApiOptions = Partial<ReplicaOptions> & {
  /** How many calls to make up over the last `days`, when `calls` isn't given. */
  count?: number;
  days?: number;
};

/** Mounts a replica on the sandbox's server. */
export function createApiHandler(options: ApiOptions = {}): ApiHandler & { replica: Replica } {
  const { count = 2_000, days = 60, now = Date.now, seed = 1, calls, ...rest } = options;
  const replica = new Replica({
    org: SANDBOX_ORG,
    key: SANDBOX_KEY,
    shape: 'context',
    others: Math.ceil(count / 10),
    ...rest,
    seed,
    now,
    calls: calls ?? makeCalls({ seed, count, from: now() - days * DAY, to: now() }),
  });
  return { replica, handle: answerWith(replica) };
}
