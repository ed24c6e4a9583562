import { findTool, type KnownTool } from '../catalogue/tool-lookup.ts';
import type { ToolClass } from './types.ts';

/** What a tool does, told by the verb its name begins with. Order matters only for reading. */
const VERBS: Readonly<Record<string, ToolClass>> = {
  get: 'read',
  list: 'read',
  lookup: 'read',
  find: 'read',
  diff: 'read',
  download: 'read',
  resolve: 'read',
  read: 'read',
  search: 'search',
  create: 'write',
  add: 'write',
  edit: 'write',
  update: 'write',
  transition: 'write',
  upload: 'write',
  approve: 'write',
  merge: 'write',
  run: 'write',
  complete: 'write',
  watch: 'write',
  write: 'write',
  delete: 'delete',
  manage: 'manage',
};

/** The lower-case verb that a name begins with: `getJiraIssue`, `get_jira_issue`, `get-issue` and `GET` all give `get`. */
export function verbOf(name: string): string {
  const head = /^(?:[A-Z]+(?![a-z])|[A-Za-z][a-z]*)/.exec(name)?.[0] ?? '';
  return head.toLowerCase();
}

/** The class that a verb stands for; undefined for any other word. */
export function classOfVerb(verb: string): ToolClass | undefined {
  return Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined;
}

/** Names of tools often come with a prefix (`mcp__atlassian__getJiraIssue`, `jira.getJiraIssue`) or in snake case. */
export function findToolLoosely(text: string): KnownTool | undefined {
  const exact = findTool(text);
  if (exact) return exact;
  const bare = text.split(/__|[.:/]/).at(-1) ?? '';
  return findTool(bare) ?? (/[_-]/.test(bare) ? findTool(bare.replace(/[_-]/g, '')) : undefined);
}

/**
 * The class of a tool: by the catalogue, else by its verb. For a tool that reads or writes by its argument,
 * `operation` is that argument if the event tells it; without it the call counts as a write, the careful reading.
 */
export function classifyTool(name: string, operation?: string): ToolClass {
  const known = findToolLoosely(name);
  if (known && known.class !== 'mixed') return known.class;
  if (known) {
    const told = operation ? classifyTool(operation) : 'unknown';
    return told === 'unknown' ? 'write' : told;
  }
  return classOfVerb(verbOf(name)) ?? 'unknown';
}
