/** The shapes that audit events take inside Gatehouse. Plain data, safe to store and to send between contexts. */

/** What a tool call does to data. `meta`: about tools only; `unknown`: the event does not tell. */
export type ToolClass = 'read' | 'search' | 'write' | 'delete' | 'manage' | 'meta' | 'unknown';

/** All classes in the order in which they stand in counters; a new one goes to the end. */
export const TOOL_CLASSES = [
  'read',
  'search',
  'write',
  'delete',
  'manage',
  'meta',
  'unknown',
] as const satisfies readonly ToolClass[];

export type ActorKind = 'person' | 'service' | 'unknown';

export interface Actor {
  /** The account's id as the event has it. */
  id: string;
  /** A name for people to read: the display name, else the e-mail address, else the id. */
  name: string;
  kind: ActorKind;
}

/**
 * Which field told the tool. Nobody has published where the name stands, so every view can say how it was found.
 * `*-unknown` means that the name has the form of a tool's name but is not in the catalogue.
 */
export type RecognisedBy =
  | 'context'
  | 'context-unknown'
  | 'message'
  | 'message-unknown'
  | 'app'
  | 'action'
  | 'action-name';

/** Where an event came from. */
export type SourceName = 'api' | 'session' | 'export';

/** One call of a tool of the MCP server, with every field that is kept of an audit event. */
export interface AuditCall {
  /** The organization's id. */
  org: string;
  /** The event's own id, or for an exported record a hash and its number among equal ones. */
  id: string;
  /** When it happened, in milliseconds since 1970. */
  time: number;
  /** The tool's name, or the action's display name when the event holds no tool. */
  tool: string;
  class: ToolClass;
  /** The person or service that acted; with a token on somebody's behalf, that person. */
  actor: Actor;
  /** The AI tool or app that made the call; '' when the event does not tell. */
  app: string;
  /** The country in the event's location; '' when absent. */
  country: string;
  /** As Atlassian writes it (an open list: api-token, auth-token-for-3LO, ...); '' when absent. */
  authType: string;
  how: RecognisedBy;
  /** The action's id; '' in an export. */
  action: string;
  source: SourceName;
  /** The account through which the actor's call was made, when it was another one. */
  via?: string;
}

/** A failure as a value: a code for programs and a sentence for the admin. */
export interface Problem {
  code: string;
  message: string;
}
