import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import {
  type ApiOptions,
  createApiHandler,
  makeCalls,
  SANDBOX_KEY,
  SANDBOX_ORG,
} from '../../sandbox/api/index.ts';

/** The replica over a real connection, as the sandbox mounts it. */

const NOW = Date.UTC(2026, 10, 23, 9);
let server: Server | undefined;
afterEach(() => server?.close());

async function start(options: ApiOptions = {}) {
  const handler = createApiHandler({ count: 30, days: 3, now: () => NOW, rateLimit: false, ...options });
  server = createServer((request, response) => {
    const url = new URL(request.url ?? '/', 'https://api.atlassian.com');
    void handler.handle(request, response, url).then((handled) => {
      if (!handled) response.writeHead(404).end('not ours');
    });
  });
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const ask = (path: string, key = SANDBOX_KEY) =>
    fetch(`${base}/admin/v1/orgs/${SANDBOX_ORG}/${path}`, {
      redirect: 'manual',
      headers: { authorization: `Bearer ${key}` },
    });
  return { handler, ask, base };
}

interface Page {
  data: { id: string }[];
  meta: { next?: string | null };
  links: { next?: string | null };
}

describe('the replica of the Organizations API', () => {
  it('asks for the key, the organization and the documented paths', async () => {
    const { ask, base } = await start();
    expect((await ask('events', 'another')).status).toBe(401);
    expect((await ask('nothing')).status).toBe(404);
    expect((await ask('events?limit=501')).status).toBe(400);
    expect((await ask('events?cursor=%00')).status).toBe(400);
    expect(await (await fetch(`${base}/elsewhere`)).text()).toBe('not ours');
    expect((await fetch(`${base}/gateway/api/admin/v1/orgs/${SANDBOX_ORG}/events`)).status).toBe(404);
  });

  it('gives the catalogue, pages, single events, and a stream whose last page has a cursor too', async () => {
    const { ask, handler } = await start();
    const actions = (await (await ask('event-actions')).json()) as Page;
    expect(actions.data.map(({ id }) => id)).toContain('rovo_mcp_tool_invoked');
    for (const path of ['events?limit=12&action=rovo_mcp_tool_invoked', 'events-stream?limit=12']) {
      const ids: string[] = [];
      let cursor: string | null | undefined = '';
      let pages = 0;
      for (; pages < 9; pages += 1) {
        const page = (await (await ask(`${path}${cursor ? `&cursor=${cursor}` : ''}`)).json()) as Page;
        if (page.data.length === 0) break;
        ids.push(...page.data.map(({ id }) => id));
        cursor = page.meta.next;
        if (!cursor) break;
      }
      const stream = path.startsWith('events-stream');
      expect(new Set(ids).size).toBe(stream ? 33 : 30);
      expect(Boolean(cursor)).toBe(stream);
      const one = (await (await ask(`events/${ids[0]}`)).json()) as { data: { id: string } };
      expect(one.data.id).toBe(ids[0]);
    }
    expect((await ask('events/none')).status).toBe(404);
    expect(handler.replica.truth(3 * 86_400_000).total).toBe(30);
  });

  it('refuses the eleventh request of a minute, and says for how long', async () => {
    const { ask } = await start({ rateLimit: true });
    for (let count = 0; count < 10; count += 1) expect((await ask('events')).status).toBe(200);
    const refused = await ask('events');
    expect(refused.status).toBe(429);
    expect(refused.headers.get('retry-after')).toBe('60');
  });

  it('breaks connections and answers when told to', async () => {
    const { ask, handler } = await start();
    handler.replica.nextFaults.push({ kind: 'offline' }, { kind: 'truncated' }, { kind: 'redirect' });
    await expect(ask('events')).rejects.toThrow();
    await expect((await ask('events')).json()).rejects.toThrow();
    expect((await ask('events')).status).toBe(302);
  });

  it('shows late events late', () => {
    const calls = makeCalls({ seed: 1, count: 200, from: NOW - 86_400_000, to: NOW, latest: 7_200_000 });
    const { replica } = createApiHandler({ calls, now: () => NOW });
    const soon = replica.truth(100_000_000).total;
    expect(soon).toBeLessThan(200);
    expect(replica.truth(100_000_000, NOW + 7_200_000).total).toBe(200);
  });
});
