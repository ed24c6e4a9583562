import type { Call } from './calls.ts';

/** The right figures, counted the plain way from what happened, to compare a summary with. */
export interface Truth {
  total: number;
  before: number;
  byClass: Record<string, number>;
  tools: Record<string, number>;
  actors: Record<string, number>;
  apps: Record<string, number>;
  countries: Record<string, number>;
  tokenCalls: number;
  busiestHour: number;
  newestIds: string[];
  /** Ids of the actors whose first call ever lies in the window. */
  newActors: string[];
}

/** Figures of (now - length, now], in milliseconds. */
export function truthOf(calls: readonly Call[], now: number, length: number): Truth {
  const truth: Truth = {
    total: 0,
    before: 0,
    byClass: {},
    tools: {},
    actors: {},
    apps: {},
    countries: {},
    tokenCalls: 0,
    busiestHour: 0,
    newestIds: [],
    newActors: [],
  };
  const bump = (counts: Record<string, number>, name: string) => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  const hours: Record<string, number> = {};
  const first = new Map<string, number>();
  for (const call of calls) {
    first.set(call.actor.id, Math.min(first.get(call.actor.id) ?? Number.POSITIVE_INFINITY, call.time));
    if (call.time > now - 2 * length && call.time <= now - length) truth.before += 1;
    if (call.time <= now - length || call.time > now) continue;
    truth.total += 1;
    bump(truth.byClass, call.class);
    bump(truth.tools, call.tool);
    bump(truth.actors, call.actor.id);
    bump(truth.apps, call.app);
    bump(truth.countries, call.country);
    bump(hours, new Date(call.time).toISOString().slice(0, 13));
    if (call.authType === 'api-token') truth.tokenCalls += 1;
  }
  truth.busiestHour = Math.max(0, ...Object.values(hours));
  truth.newActors = [...first]
    .filter(([, time]) => time > now - length && time <= now)
    .map(([id]) => id)
    .sort();
  truth.newestIds = calls
    .filter(({ time }) => time <= now)
    .sort((a, b) => b.time - a.time || (a.id < b.id ? 1 : -1))
    .slice(0, 20)
    .map(({ id }) => id);
  return truth;
}
