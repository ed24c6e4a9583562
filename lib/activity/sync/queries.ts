import type { ActionEntry, EventQuery } from '../sources/types.ts';

/** Up to this many actions each get a query of their own; with more, one word search costs fewer requests. */
const MAX_ACTION_QUERIES = 5;

const MCP = /\bMCP\b/i;

/** The actions that concern MCP, by their display name or group, whatever the language of the rest. */
export function selectMcpActions(actions: readonly ActionEntry[]): ActionEntry[] {
  return actions.filter(({ name, groups }) => MCP.test(name) || groups.some((group) => MCP.test(group)));
}

/** How the events are asked for. Without a known action the word that all of them contain is searched. */
export function queriesFor(actions: readonly string[]): EventQuery[] {
  if (actions.length === 0 || actions.length > MAX_ACTION_QUERIES) return [{ q: 'MCP' }];
  return actions.map((action) => ({ action }));
}
