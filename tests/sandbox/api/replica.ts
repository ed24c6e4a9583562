import { seededRandom } from '../server/random.ts';
import type { Call } from './calls.ts';
import type { ApiFault } from './faults.ts';
import { MCP_ACTIONS, otherEvent, type Shape, toEvent } from './shapes.ts';
import { type Truth, truthOf } from './truth.ts';

/** The Organizations API's audit events as a function from request to answer, without a network. */

export interface ReplicaOptions {
  org: string;
  key: string;
  calls: readonly Call[];
  shape: Shape;
  /** Milliseconds since 1970. */
  now: () => number;
  /** How many events of other kinds lie among the calls. */
  others?: number;
  /** Asked once for each request. */
  fault?: () => ApiFault | undefined;
  /** How pages are put together. */
  order?: 'newest-first' | 'oldest-first';
  /** Gives fewer events a page than were asked for, as an API may. */
  mostPerPage?: number;
  /** Shuffles every page and repeats some events of the page before on it. */
  untidy?: boolean;
  /** Where the next page's cursor stands. */
  nextIn?: 'meta' | 'links' | 'both';
  /** A cursor on the last page too, as `/events-stream` always gives. */
  cursorOnLast?: boolean;
  /** Milliseconds by which the replica's `Date` header differs from `now`. */
  clockOffset?: number;
  /** Off: every request counts, none is refused for being too many. */
  rateLimit?: boolean;
  /** Also answers the console's own route without a key. */
  session?: boolean;
  seed?: number;
}

export interface ReplicaRequest {
  url: URL;
  authorization: string | undefined;
}
export interface ReplicaAnswer {
  status: number;
  headers: Record<string, string>;
  body: string;
  /** Wait so long before answering, in milliseconds. */
  delay: number;
  /** Break the connection instead of answering. */
  broken: boolean;
}
export interface ApiRequest {
  time: number;
  path: string;
  search: string;
  /** 0 when its connection was broken. */
  status: number;
}

interface Stored {
  time: number;
  visibleAt: number;
  event: Record<string, unknown>;
  id: string;
  action: string;
  text: string;
}

const MAX_LIMIT = 500;
/** Milliseconds. The sync itself pauses for a second at least before it asks again. */
const REPEATED_WITHIN = 900;

export class Replica {
  readonly requests: ApiRequest[] = [];
  /** Answered with their fault, oldest first, before `fault` is asked. */
  readonly nextFaults: ApiFault[] = [];
  readonly #options: ReplicaOptions;
  readonly #random: () => number;
  #events: Stored[] | undefined;

  constructor(options: ReplicaOptions) {
    this.#options = options;
    this.#random = seededRandom(options.seed ?? 1);
  }

  /** The right figures of the window that ends at `end`, of what the API has shown by now. */
  truth(length: number, end: number = this.#options.now()): Truth {
    const now = Math.max(end, this.#options.now());
    return truthOf(
      this.#options.calls.filter(({ visibleAt }) => visibleAt <= now),
      end,
      length,
    );
  }

  /** How many requests in any one minute were the most; one that the browser repeated by itself counts once. */
  busiestMinute(): number {
    const asked = this.requests.filter((request, index) => !this.#isRepeated(request, index));
    return Math.max(
      0,
      ...asked.map(
        ({ time }) => asked.filter((other) => other.time > time - 60_000 && other.time <= time).length,
      ),
    );
  }

  /** A browser sends a GET again, untold, when the kept connection that it went over breaks before an answer. */
  #isRepeated({ time, path, search, status }: ApiRequest, index: number): boolean {
    if (status !== 0) return false;
    return this.requests
      .slice(index + 1)
      .some((next) => next.time - time < REPEATED_WITHIN && next.path === path && next.search === search);
  }

  answer({ url, authorization }: ReplicaRequest): ReplicaAnswer {
    const result = this.#answer(url, authorization);
    this.requests.push({
      time: this.#options.now(),
      path: url.pathname,
      search: url.search,
      status: result.broken ? 0 : result.status,
    });
    return result;
  }

  #all(): Stored[] {
    if (this.#events) return this.#events;
    const { calls, shape, org, others = 0 } = this.#options;
    const from = calls.reduce((least, { time }) => Math.min(least, time), Number.POSITIVE_INFINITY);
    const to = calls.reduce((most, { time }) => Math.max(most, time), 0);
    const stored: Stored[] = calls.map((call) =>
      this.#store(toEvent(call, shape, org), call.time, call.visibleAt),
    );
    for (let index = 0; index < others; index += 1) {
      const time = Math.floor(from + ((to - from) * index) / others);
      stored.push(this.#store(otherEvent(index, time, org), time, time));
    }
    const sign = this.#options.order === 'oldest-first' ? 1 : -1;
    this.#events = stored.sort((a, b) => sign * (a.time - b.time || (a.id < b.id ? -1 : 1)));
    return this.#events;
  }

  #store(event: Record<string, unknown>, time: number, visibleAt: number): Stored {
    const { action } = event.attributes as { action: string };
    const actionName = MCP_ACTIONS[this.#options.shape].find(({ id }) => id === action);
    const text = JSON.stringify([event, actionName?.name, actionName?.group]).toLowerCase();
    return { id: String(event.id), event, time, visibleAt, action, text };
  }

  #json(status: number, value: unknown, headers: Record<string, string> = {}): ReplicaAnswer {
    const { now, clockOffset = 0 } = this.#options;
    const date = new Date(now() + clockOffset).toUTCString();
    return {
      status,
      headers: { 'content-type': 'application/json', date, ...headers },
      body: JSON.stringify(value),
      delay: 0,
      broken: false,
    };
  }

  #error(status: number, headers: Record<string, string> = {}, detail?: string): ReplicaAnswer {
    return this.#json(
      status,
      { errors: [{ status: String(status), code: `ADMIN-${status}`, title: 'Error', detail }] },
      headers,
    );
  }

  #answer(url: URL, authorization: string | undefined): ReplicaAnswer {
    const { org, key, now, fault, rateLimit = true, session = false } = this.#options;
    const planned = this.nextFaults.shift() ?? fault?.();
    const recent = this.requests.filter(({ time }) => time > now() - 60_000);
    if (rateLimit && recent.length >= 10) {
      const oldest = recent[0]?.time ?? now();
      return this.#error(429, { 'retry-after': String(Math.ceil((oldest + 60_000 - now()) / 1_000)) });
    }
    const viaConsole = url.pathname.startsWith('/gateway/api/');
    if (planned && planned.kind !== 'slow' && planned.kind !== 'truncated') return this.#faulty(planned);
    if (viaConsole && !session) return this.#error(404);
    if (!viaConsole && authorization !== `Bearer ${key}`) return this.#error(401);
    const match =
      /^(?:\/gateway\/api)?\/admin\/v1\/orgs\/([^/]+)\/(events|events-stream|event-actions)(?:\/([^/]+))?$/.exec(
        url.pathname,
      );
    if (!match || decodeURIComponent(match[1] ?? '') !== org) return this.#error(404);
    const answer = this.#route(match[2] ?? '', match[3], url.searchParams);
    if (planned?.kind === 'slow') return { ...answer, delay: planned.milliseconds };
    if (planned?.kind === 'truncated')
      return { ...answer, body: answer.body.slice(0, Math.floor(answer.body.length / 2)) };
    return answer;
  }

  #faulty(fault: ApiFault): ReplicaAnswer {
    switch (fault.kind) {
      case 'rate-limited':
        return this.#error(429, { 'retry-after': String(fault.retryAfter) });
      case 'status':
        return this.#error(fault.status, {}, fault.detail);
      case 'wrong-schema':
        return this.#json(200, [{ surprise: true }]);
      case 'html':
        return {
          ...this.#json(200, null, { 'content-type': 'text/html' }),
          body: '<!doctype html><title>Log in</title>',
        };
      case 'redirect':
        return { ...this.#json(302, null, { location: 'https://id.atlassian.com/login' }), body: '' };
      default:
        return { ...this.#json(200, null), broken: true };
    }
  }

  #route(route: string, id: string | undefined, query: URLSearchParams): ReplicaAnswer {
    if (route === 'event-actions') return this.#actions();
    if (id !== undefined) {
      const found = this.#all().find((stored) => stored.id === decodeURIComponent(id));
      return found ? this.#json(200, { data: found.event }) : this.#error(404);
    }
    return this.#page(route === 'events-stream', query);
  }

  #actions(): ReplicaAnswer {
    const mcp = MCP_ACTIONS[this.#options.shape].map(({ id, name, group }) => ({
      id,
      type: 'event-actions',
      attributes: { displayName: name, groupDisplayName: group, groupDisplayNames: [group] },
    }));
    const plain = ['user_logged_in', 'page_updated', 'group_created'].map((id) => ({
      id,
      type: 'event-actions',
      attributes: { displayName: id.replaceAll('_', ' '), groupDisplayName: 'Other' },
    }));
    return this.#json(200, { data: [...plain, ...mcp] });
  }

  #page(stream: boolean, query: URLSearchParams): ReplicaAnswer {
    const { now, nextIn = 'both', cursorOnLast = false, untidy = false } = this.#options;
    const limit = Number(query.get('limit') ?? 200);
    const from = Number(query.get('from') ?? 0);
    const to = Number(query.get('to') ?? Number.MAX_SAFE_INTEGER);
    if (
      !Number.isInteger(limit) ||
      limit < 1 ||
      limit > MAX_LIMIT ||
      !Number.isFinite(from) ||
      !Number.isFinite(to)
    ) {
      return this.#error(400);
    }
    const word = query.get('q')?.toLowerCase();
    const action = query.get('action');
    const shown = this.#all().filter((stored) => {
      const time = stream ? stored.visibleAt : stored.time;
      return (
        stored.visibleAt <= now() &&
        time >= from &&
        time <= to &&
        (!action || stored.action === action) &&
        (!word || stored.text.includes(word))
      );
    });
    // The cursor names the last event that was given, so that late events don't move the pages.
    const cursor = query.get('cursor');
    let start = 0;
    if (cursor !== null) {
      const [time, ...rest] = Buffer.from(cursor, 'base64url').toString('utf8').split('|');
      if (!/^\d+$/.test(time ?? '')) return this.#error(400);
      const id = rest.join('|');
      const sign = this.#options.order === 'oldest-first' ? 1 : -1;
      start = shown.findIndex(
        (stored) => sign * (stored.time - Number(time) || (stored.id < id ? -1 : stored.id > id ? 1 : 0)) > 0,
      );
      if (start < 0) start = shown.length;
    }
    const size = Math.min(limit, this.#options.mostPerPage ?? limit);
    const page = shown.slice(start, start + size);
    const last = page.at(-1);
    const more = start + size < shown.length || cursorOnLast || stream;
    const next =
      more && last ? Buffer.from(`${last.time}|${last.id}`).toString('base64url') : stream ? cursor : null;
    let data = page.map(({ event }) => event);
    if (untidy) {
      const again = shown.slice(Math.max(0, start - 3), start).map(({ event }) => event);
      data = [...data, ...again, ...data.slice(0, 2)].sort(() => this.#random() - 0.5);
      if (page.length === 0) data = [];
    }
    const link =
      next &&
      `https://api.atlassian.com/admin/v1/orgs/${this.#options.org}/events?cursor=${encodeURIComponent(next)}`;
    return this.#json(200, {
      data,
      meta: { page_size: limit, ...(nextIn === 'links' ? {} : { next }) },
      links: { self: '', prev: null, ...(nextIn === 'meta' ? {} : { next: link }) },
    });
  }
}
