import type { ProblemCode } from '../problems.ts';
import type { AuditCall, SourceName } from '../types.ts';

/** Where events come from: the Organizations API with a key, the console with the admin's session, an exported file. */

/** Which events: those of one action, those that a word finds, or all. */
export type EventQuery = { action: string } | { q: string } | Record<never, never>;

export interface PageRequest {
  query: EventQuery;
  /** Milliseconds since 1970, inclusive. */
  from: number;
  /** Milliseconds since 1970, exclusive. */
  to: number;
  /** As the page before gave it; null for the first. */
  cursor: string | null;
  /** How many events a page may hold; absent leaves it to the source. */
  limit?: number;
  /** Action id to display name, for events that name no tool. */
  actionNames?: ReadonlyMap<string, string>;
}

export interface EventPage {
  calls: AuditCall[];
  /** How many records the source gave, whether or not they were events of MCP. */
  received: number;
  /** How many records were no readable events. */
  refused: number;
  /** For the page after this; null on the last. */
  next: string | null;
}

/** One action of the API's catalogue, names in the admin's language. */
export interface ActionEntry {
  id: string;
  name: string;
  groups: string[];
}

export interface Failure {
  ok: false;
  code: ProblemCode;
  /** What a 429 or 503 asked for, in milliseconds. */
  retryAfter?: number;
  /** The server's clock, when the answer told it: milliseconds since 1970. */
  serverTime?: number;
}
export type Answer<Value> = { ok: true; value: Value; serverTime?: number } | Failure;

export interface EventSource {
  readonly name: SourceName;
  /** The catalogue of actions; a source without one answers an empty list. Never rejects. */
  actions(signal: AbortSignal): Promise<Answer<ActionEntry[]>>;
  /** One page of events, in any order. Never rejects. */
  events(request: PageRequest, signal: AbortSignal): Promise<Answer<EventPage>>;
}
