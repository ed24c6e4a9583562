import { type AuditCall, TOOL_CLASSES } from '../../../lib/activity/types.ts';
import { type Call, makeCalls } from '../../sandbox/api/calls.ts';

/** A call that happened, as Gatehouse stores it when an event in the `context` shape told of it. */
export function toStored(call: Call, org: string): AuditCall {
  const { id, time, tool, class: toolClass, actor, app, country, authType } = call;
  return {
    org,
    id,
    time,
    tool,
    class: TOOL_CLASSES.find((name) => name === toolClass) ?? 'unknown',
    actor: { id: actor.id, name: actor.name, kind: actor.kind },
    app,
    country,
    authType,
    how: 'context',
    action: 'rovo_mcp_tool_invoked',
    source: 'api',
  };
}

export interface StoredOptions {
  org: string;
  count: number;
  /** The time of the newest at most, in milliseconds since 1970. */
  now: number;
  days?: number;
  people?: number;
  seed?: number;
}

/** Believable calls of the last days as they are stored, in no particular order; the same for the same options. */
export function storedCalls(options: StoredOptions): AuditCall[] {
  const { org, count, now, days = 170, people = 150, seed = 5 } = options;
  const from = now - days * 86_400_000;
  const calls = makeCalls({ seed, count, from, to: now, people, services: Math.ceil(people / 15) });
  return calls.map((call) => toStored(call, org));
}
