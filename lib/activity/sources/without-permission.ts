import type { EventSource, Failure } from './types.ts';

/**
 * Stands in for the API while the browser doesn't let us ask it: a request would fail as if the network were down,
 * and the admin would be told the wrong thing.
 */
export function withoutPermission(name: EventSource['name']): EventSource {
  const failure: Failure = { ok: false, code: 'permission-missing' };
  return { name, actions: async () => failure, events: async () => failure };
}
