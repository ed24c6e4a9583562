import type { Call } from './calls.ts';

/**
 * The forms in which Atlassian may log a tool call. Which one is real is not published, so the replica can speak all:
 * the tool's name in the context's attributes, in the message, or in the actor's app; and v2's three dispatchers.
 */
export const SHAPES = ['context', 'message', 'app'] as const;
export type Shape = (typeof SHAPES)[number];

/** The catalogue's MCP actions in each shape; names are as a console in that language would have them. */
export const MCP_ACTIONS: Readonly<Record<Shape, readonly { id: string; name: string; group: string }[]>> = {
  context: [{ id: 'rovo_mcp_tool_invoked', name: 'Invoked tool', group: 'Rovo MCP User Actions' }],
  message: [
    { id: 'mcp_user_action_read', name: 'Rovo-MCP-Server: gelesen', group: 'Nutzeraktionen' },
    { id: 'mcp_user_action_change', name: 'Rovo-MCP-Server: geändert', group: 'Nutzeraktionen' },
  ],
  app: [{ id: 'ari-4711', name: 'Acción de usuario', group: 'Acciones de usuario de Rovo MCP' }],
};

type Json = Record<string, unknown>;

function actorOf(call: Call, app: Json | undefined): Json {
  const { actor, authType } = call;
  const auth = { authType, ...(authType === 'api-token' ? { tokenId: 't-1', tokenLabel: 'laptop' } : {}) };
  // With a token of a shared account the person stands in `onBehalfOf`.
  const shared = authType === 'api-token' && actor.kind === 'person';
  const self = shared
    ? {
        id: '712020:shared',
        name: 'Shared token account',
        auth,
        onBehalfOf: { id: actor.id, name: actor.name, email: actor.email },
      }
    : { id: actor.id, name: actor.name, email: actor.email, auth };
  return { ...self, ...(app ? { app } : {}), links: { self: 'https://api.atlassian.com/users/x' } };
}

/** One call as the API's event. */
export function toEvent(call: Call, shape: Shape, org: string): Json {
  const actions = MCP_ACTIONS[shape];
  const action = actions[call.class === 'read' || call.class === 'search' ? 0 : actions.length - 1]?.id;
  const site = {
    id: 'ari:cloud:platform::site/1',
    type: 'SITE',
    attributes: { siteName: 'search', url: 'https://x.atlassian.net' },
  };
  const app = { id: `client-${call.app}`, type: 'oauth', attributes: { name: call.app } };
  const attributes: Json = {
    time: new Date(call.time).toISOString(),
    processedAt: new Date(call.visibleAt).toISOString(),
    action,
    location: { ip: '192.0.2.7', geo: '52.5,13.4', countryName: call.country, regionName: 'r', city: 'c' },
    container: [site],
  };
  const event: Json = {
    id: call.id,
    type: 'events',
    attributes,
    links: { self: `https://api.atlassian.com/admin/v1/orgs/${org}/events/${call.id}` },
  };
  switch (shape) {
    case 'context':
      attributes.actor = actorOf(call, app);
      attributes.context = [
        site,
        { id: 'call-1', type: 'MCP_CALL', attributes: { toolName: call.tool, status: 'OK' } },
      ];
      break;
    case 'message':
      attributes.actor = actorOf(call, app);
      attributes.context = [site];
      event.message = {
        content: `${call.actor.name} hat das Werkzeug «${call.tool}» über MCP benutzt.`,
        format: 'simple',
      };
      break;
    case 'app':
      attributes.actor = actorOf(call, {
        id: 'mcp',
        type: 'mcp',
        attributes: { tool: call.tool, client_name: call.app },
      });
      attributes.context = [];
      break;
  }
  return event;
}

/** Something else that happened in the organization; some mention MCP without being a tool call. */
export function otherEvent(index: number, time: number, org: string): Json {
  const mentions = index % 5 === 0;
  return {
    id: `other-${index}`,
    type: 'events',
    attributes: {
      time: new Date(time).toISOString(),
      action: mentions ? 'page_updated' : 'user_logged_in',
      actor: { id: '557058:other', name: 'Otto Other' },
      context: mentions ? [{ id: 'page-1', type: 'PAGE', attributes: { title: 'How we use MCP' } }] : [],
    },
    links: { self: `https://api.atlassian.com/admin/v1/orgs/${org}/events/other-${index}` },
  };
}
