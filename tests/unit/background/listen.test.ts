import { expect, it, vi } from 'vitest';
import { listen } from '../../../lib/background/listen.ts';
import type { Handlers } from '../../../lib/messages/handle.ts';

type Listener = (message: unknown, sender: unknown, answer: (reply: unknown) => void) => unknown;

it('registers in the first turn and answers every message later', async () => {
  const listeners: Listener[] = [];
  const ports: unknown[] = [];
  const runtime = {
    id: 'abcdefgh',
    getURL: (path: string) => `chrome-extension://abcdefgh${path}`,
    onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
    onConnect: { addListener: (listener: unknown) => ports.push(listener) },
  };
  const handlers = { 'orgs/list': () => ({ ok: true, value: [] }) } as unknown as Handlers;
  listen(
    runtime,
    handlers,
    () => expect.unreachable(),
    async () => undefined,
  );
  expect([listeners.length, ports.length]).toEqual([1, 1]);

  const own = { id: 'abcdefgh', url: 'chrome-extension://abcdefgh/popup.html' };
  const answer = vi.fn();
  expect(listeners[0]?.({ name: 'orgs/list', request: {} }, own, answer)).toBe(true);
  await vi.waitFor(() => expect(answer).toHaveBeenCalledExactlyOnceWith({ ok: true, value: [] }));

  const refused = vi.fn();
  expect(listeners[0]?.({ name: 'orgs/list', request: {} }, { id: 'otherone' }, refused)).toBe(true);
  await vi.waitFor(() => expect(refused.mock.calls[0]?.[0]).toMatchObject({ code: 'refused-extension' }));
});
