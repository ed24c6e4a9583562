import { safeParse } from 'valibot';
import { apiHost, COMMERCIAL, consoleHost } from '../../catalogue/clouds.ts';
import { actionsShape, pageShape } from '../api-shapes.ts';
import { normaliseEvent } from '../normalise.ts';
import { cleanText } from '../text.ts';
import type { AuditCall } from '../types.ts';
import { type Fetch, getJson } from './request.ts';
import type { ActionEntry, Answer, EventPage, EventSource, PageRequest } from './types.ts';

/** The Organizations API's audit events, with a key or through the console with the admin's session. */

const API = (cloud = COMMERCIAL) => `https://${apiHost(cloud)}/admin/v1/orgs`;
/** Other calls of the Organizations API are served here to the console; that events are too is a guess. */
const SESSION = (cloud = COMMERCIAL) => `https://${consoleHost(cloud)}/gateway/api/admin/v1/orgs`;

export interface SourceOptions {
  org: string;
  /** The cloud the organization is in; the commercial one unless said otherwise. */
  cloud?: string;
  fetch: Fetch;
  now: () => number;
  /** Milliseconds until an answer must be there. */
  timeout?: number;
}

const MAX_CURSOR = 4_096;

function cursorIn(url: string): string | null {
  return URL.canParse(url, API()) ? new URL(url, API()).searchParams.get('cursor') : null;
}

/** The cursor of the next page: bare in `meta.next`, inside a whole URL in `links.next`; a bare URL in meta is read too. */
export function readNext(meta: unknown, link: unknown): string | null {
  for (const value of [meta, link]) {
    if (typeof value === 'number') return String(value);
    if (typeof value !== 'string' || value === '' || value.length > MAX_CURSOR * 2) continue;
    const cursor = /^(?:https?:\/\/|[/?])/.test(value) ? cursorIn(value) : value;
    if (cursor && cursor.length <= MAX_CURSOR) return cursor;
  }
  return null;
}

/** Whether an event that a word search found is about MCP, and not only mentions it. */
function concernsMcp(call: AuditCall, actionNames: ReadonlyMap<string, string>): boolean {
  return call.how !== 'action-name' || actionNames.has(call.action) || /mcp/i.test(call.action);
}

function readPage(
  value: unknown,
  request: PageRequest,
  org: string,
  source: 'api' | 'session',
): EventPage | undefined {
  const page = safeParse(pageShape, value);
  if (!page.success) return undefined;
  const { data, meta, links } = page.output;
  const actionNames = request.actionNames ?? new Map<string, string>();
  const calls: AuditCall[] = [];
  let refused = 0;
  for (const item of data) {
    const read = normaliseEvent(item, { org, source, actionNames });
    if (!read.ok) refused += 1;
    else if ('action' in request.query || concernsMcp(read.call, actionNames)) calls.push(read.call);
  }
  // A page on which nothing can be read is another form of answer, not a page of bad events.
  if (data.length > 0 && refused === data.length) return undefined;
  return {
    calls,
    received: data.length,
    refused,
    next: data.length > 0 ? readNext(meta?.next, links?.next) : null,
  };
}

function readActions(value: unknown): ActionEntry[] | undefined {
  const parsed = safeParse(actionsShape, value);
  if (!parsed.success) return undefined;
  return parsed.output.data.flatMap(({ id, attributes }) => {
    const groups = [attributes?.groupDisplayName, ...(attributes?.groupDisplayNames ?? [])];
    const action = {
      id: cleanText(id),
      name: cleanText(attributes?.displayName),
      groups: groups.map((group) => cleanText(group)),
    };
    return action.id ? [{ ...action, groups: action.groups.filter(Boolean) }] : [];
  });
}

function urlOf(base: string, org: string, { query, from, to, cursor, limit }: PageRequest): string {
  const url = new URL(`${base}/${encodeURIComponent(org)}/events`);
  const set = (name: string, value: string | number) => url.searchParams.set(name, String(value));
  if ('action' in query) set('action', query.action);
  if ('q' in query) set('q', query.q);
  set('from', from);
  // Whether the API includes the last millisecond is not known; an event that comes twice counts once.
  set('to', to);
  if (limit !== undefined) set('limit', limit);
  if (cursor !== null) set('cursor', cursor);
  return url.href;
}

function createSource(
  name: 'api' | 'session',
  base: string,
  init: RequestInit,
  options: SourceOptions,
): EventSource {
  const { org, fetch, now, timeout } = options;
  const ask = async <Value>(
    url: string,
    read: (value: unknown) => Value | undefined,
    signal: AbortSignal,
  ): Promise<Answer<Value>> => {
    const answer = await getJson(fetch, url, init, {
      signal,
      now,
      ...(timeout === undefined ? {} : { timeout }),
    });
    if (!answer.ok) return answer;
    const { value, ...clock } = answer;
    const result = read(value);
    return result === undefined
      ? { ...clock, ok: false, code: 'unexpected-answer' }
      : { ...clock, value: result };
  };
  return {
    name,
    actions: (signal) => ask(`${base}/${encodeURIComponent(org)}/event-actions`, readActions, signal),
    events: (request, signal) =>
      ask(urlOf(base, org, request), (value) => readPage(value, request, org, name), signal),
  };
}

/** The Organizations API with an organization API key (scope read:events:admin). The key is sent nowhere else. */
export function createKeySource(key: string, options: SourceOptions): EventSource {
  const headers = { Authorization: `Bearer ${key}`, Accept: 'application/json' };
  return createSource(
    'api',
    API(options.cloud),
    { headers, credentials: 'omit', referrerPolicy: 'no-referrer' },
    options,
  );
}

/**
 * The same calls through the console's address with the admin's own session, read-only. To be offered as an opt-in;
 * the sync withdraws it as soon as it doesn't answer as the schema says.
 */
export function createSessionSource(options: SourceOptions): EventSource {
  return createSource(
    'session',
    SESSION(options.cloud),
    { headers: { Accept: 'application/json' }, credentials: 'include' },
    options,
  );
}
