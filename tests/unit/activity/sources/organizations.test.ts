import { describe, expect, it } from 'vitest';
import {
  createKeySource,
  createSessionSource,
  readNext,
} from '../../../../lib/activity/sources/organizations.ts';
import { codeOfStatus, type Fetch, readRetryAfter } from '../../../../lib/activity/sources/request.ts';
import type { ApiFault } from '../../../sandbox/api/faults.ts';
import { fetchFrom, makeCalls, Replica, SANDBOX_KEY, SANDBOX_ORG } from '../../../sandbox/api/index.ts';

const NOW = Date.UTC(2026, 10, 23, 9);
const signal = new AbortController().signal;
const options = (fetch: Fetch, timeout?: number) => ({
  org: SANDBOX_ORG,
  fetch,
  now: () => NOW,
  ...(timeout ? { timeout } : {}),
});

function makeReplica(more: Partial<ConstructorParameters<typeof Replica>[0]> = {}): Replica {
  const calls = makeCalls({ seed: 3, count: 30, from: NOW - 86_400_000, to: NOW });
  return new Replica({
    org: SANDBOX_ORG,
    key: SANDBOX_KEY,
    calls,
    shape: 'context',
    now: () => NOW,
    ...more,
  });
}

const all = { query: { q: 'MCP' }, from: 0, to: NOW, cursor: null };

describe('the source with a key', () => {
  it('reads all pages of a query by either kind of cursor', async () => {
    for (const nextIn of ['meta', 'links', 'both'] as const) {
      const source = createKeySource(SANDBOX_KEY, options(fetchFrom(makeReplica({ nextIn, others: 50 }))));
      const ids = new Set<string>();
      let cursor: string | null = null;
      for (let page = 0; page < 6; page += 1) {
        const answer = await source.events({ ...all, cursor, limit: 10 }, signal);
        if (!answer.ok) throw new Error(answer.code);
        for (const { id } of answer.value.calls) ids.add(id);
        cursor = answer.value.next;
        if (cursor === null) break;
      }
      // The word search also finds events that only mention MCP: they are left out.
      expect(ids.size).toBe(30);
      expect(cursor).toBe(null);
    }
  });

  it('asks the documented address, with the key in the header only', async () => {
    const asked: { url: string; init: RequestInit }[] = [];
    const fetch: Fetch = async (url, init) => {
      asked.push({ url, init });
      return new Response('{"data":[]}');
    };
    await createKeySource('s3cret', options(fetch)).events(
      { ...all, query: { action: 'a&b' }, limit: 7, cursor: 'c=1' },
      signal,
    );
    const url = new URL(asked[0]?.url ?? '');
    expect(url.origin + url.pathname).toBe(`https://api.atlassian.com/admin/v1/orgs/${SANDBOX_ORG}/events`);
    expect(Object.fromEntries(url.searchParams)).toEqual({
      action: 'a&b',
      from: '0',
      to: String(NOW),
      limit: '7',
      cursor: 'c=1',
    });
    expect(url.href).not.toContain('s3cret');
    expect(new Headers(asked[0]?.init.headers).get('authorization')).toBe('Bearer s3cret');
    expect(asked[0]?.init).toMatchObject({ method: 'GET', credentials: 'omit', redirect: 'manual' });
  });

  const faults: [ApiFault, string][] = [
    [{ kind: 'status', status: 400 }, 'bad-request'],
    [{ kind: 'status', status: 401 }, 'unauthorised'],
    [{ kind: 'status', status: 403 }, 'forbidden'],
    [{ kind: 'status', status: 404 }, 'not-found'],
    [{ kind: 'status', status: 500 }, 'server-error'],
    [{ kind: 'status', status: 503 }, 'server-error'],
    [{ kind: 'status', status: 418 }, 'unexpected-answer'],
    [{ kind: 'rate-limited', retryAfter: 17 }, 'rate-limited'],
    [{ kind: 'truncated' }, 'truncated'],
    [{ kind: 'wrong-schema' }, 'unexpected-answer'],
    [{ kind: 'html' }, 'unexpected-answer'],
    [{ kind: 'redirect' }, 'unexpected-answer'],
    [{ kind: 'offline' }, 'offline'],
    [{ kind: 'slow', milliseconds: 60_000 }, 'timed-out'],
  ];
  it.each(faults)('tells %j as %s', async (fault, code) => {
    const replica = makeReplica();
    replica.nextFaults.push(fault, fault);
    const source = createKeySource(SANDBOX_KEY, options(fetchFrom(replica), 30));
    const answer = await source.events(all, signal);
    expect(answer).toMatchObject({ ok: false, code });
    if (fault.kind === 'rate-limited') expect(answer).toMatchObject({ retryAfter: 17_000, serverTime: NOW });
    expect(await source.actions(signal)).toMatchObject({ ok: false, code });
  });

  it('tells a wrong key, and a page on which nothing can be read', async () => {
    const source = createKeySource('wrong', options(fetchFrom(makeReplica())));
    expect(await source.events(all, signal)).toMatchObject({ ok: false, code: 'unauthorised' });
    const odd = createKeySource(
      'k',
      options(async () => new Response('{"data":[{"id":7},{"x":1}]}')),
    );
    expect(await odd.events(all, signal)).toMatchObject({ ok: false, code: 'unexpected-answer' });
    const some = createKeySource(
      'k',
      options(
        async () =>
          new Response(`{"data":[{"id":7},{"id":"a","attributes":{"time":${NOW},"action":"mcp"}}]}`),
      ),
    );
    expect(await some.events(all, signal)).toMatchObject({
      ok: true,
      value: { refused: 1, received: 2, next: null },
    });
  });

  it('hears a body that breaks off', async () => {
    const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('network')) });
    const source = createKeySource(
      'k',
      options(async () => new Response(body)),
    );
    expect(await source.events(all, signal)).toMatchObject({ ok: false, code: 'truncated' });
  });
});

describe('the source with the session', () => {
  it('asks the console’s address without a key', async () => {
    const replica = makeReplica({ session: true });
    const source = createSessionSource(options(fetchFrom(replica)));
    const answer = await source.events({ ...all, limit: 500 }, signal);
    expect(answer).toMatchObject({ ok: true, value: { received: 30 } });
    expect(replica.requests[0]?.path).toBe(`/gateway/api/admin/v1/orgs/${SANDBOX_ORG}/events`);
  });
});

describe('readNext', () => {
  it.each([
    ['abc', undefined, 'abc'],
    [undefined, 'https://api.atlassian.com/admin/v1/orgs/x/events?cursor=a%3D%3D&limit=2', 'a=='],
    [null, '/events?cursor=z', 'z'],
    ['https://x/?cursor=q', undefined, 'q'],
    [null, null, null],
    ['', 'https://x/?limit=1', null],
    [7, undefined, '7'],
    ['x'.repeat(9_000), undefined, null],
    [undefined, 'http://[', null],
  ])('%j and %j give %j', (meta, link, expected) => {
    expect(readNext(meta, link)).toBe(expected);
  });
});

describe('readRetryAfter', () => {
  it.each([
    ['12', 12_000],
    [' 0 ', 0],
    ['Mon, 23 Nov 2026 09:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 08:00:30 GMT', 0],
    ['999999999', 86_400_000],
    ['soon', undefined],
    ['', undefined],
    [null, undefined],
  ])('%j is %j', (value, expected) => {
    expect(readRetryAfter(value, undefined, NOW)).toBe(expected);
  });

  it('knows every status', () => {
    expect([200, 204, 301, 408, 429, 500, 599].map(codeOfStatus)).toEqual([
      'unexpected-answer',
      'unexpected-answer',
      'unexpected-answer',
      'timed-out',
      'rate-limited',
      'server-error',
      'server-error',
    ]);
  });
});
