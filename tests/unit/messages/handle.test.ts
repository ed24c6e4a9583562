import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Sender } from '../../../lib/messages/gate.ts';
import { createReceiver, type Handlers } from '../../../lib/messages/handle.ts';
import { CONSOLE_MESSAGES, OWN_MESSAGES } from '../../../lib/messages/map.ts';
import { StoreError } from '../../../lib/store/errors.ts';

const SELF = { id: 'abcdefgh', baseUrl: 'chrome-extension://abcdefgh/' };
const ORG = '11111111-2222-4333-8444-555555555555';
const PAGE = `https://admin.atlassian.com/o/${ORG}/rovo`;
const SCRIPT: Sender = { id: SELF.id, url: PAGE, frameId: 0, tab: { id: 7, url: PAGE } };
const POPUP: Sender = { id: SELF.id, url: `${SELF.baseUrl}popup.html` };

const handled = vi.fn();
const names = [...Object.keys(CONSOLE_MESSAGES), ...Object.keys(OWN_MESSAGES)];
const handlers = Object.fromEntries(
  names.map((name) => [
    name,
    (request: unknown) => {
      handled(name, request);
      return { ok: true, value: name };
    },
  ]),
) as unknown as Handlers;
const receive = createReceiver(handlers, SELF);

beforeEach(() => {
  handled.mockReset();
});

describe('a message', () => {
  it('is handled when sender, name and request fit', async () => {
    const answer = await receive({ name: 'patterns/check', request: { text: 'x' } }, SCRIPT);
    expect(answer).toEqual({ ok: true, value: 'patterns/check' });
    expect(handled).toHaveBeenCalledWith('patterns/check', { text: 'x' });
  });

  it('from a stranger is refused before it is looked at', async () => {
    const message = new Proxy({}, { get: () => expect.unreachable(), has: () => expect.unreachable() });
    expect(await receive(message, { ...SCRIPT, id: 'otherone' })).toMatchObject({
      code: 'refused-extension',
    });
  });

  it.each(Object.keys(OWN_MESSAGES))('%s is not for content scripts', async (name) => {
    expect(await receive({ name, request: {} }, SCRIPT)).toMatchObject({ ok: false, code: 'not-allowed' });
    expect(handled).not.toHaveBeenCalled();
  });

  it('for our own pages is handled for them', async () => {
    expect(await receive({ name: 'orgs/list', request: {} }, POPUP)).toMatchObject({ ok: true });
    expect(await receive({ name: 'patterns/check', request: { text: 'x' } }, POPUP)).toMatchObject({
      ok: true,
    });
  });

  const unknown = [
    '',
    'nothing',
    'toString',
    '__proto__',
    'constructor',
    'hasOwnProperty',
    'patterns/check ',
    'PATTERNS/CHECK',
  ];
  it.each(unknown)('of the unknown name “%s” is refused', async (name) => {
    expect(await receive({ name, request: {} }, POPUP)).toMatchObject({ ok: false, code: 'unknown-message' });
  });

  it('that is no message at all is refused', async () => {
    for (const message of [
      undefined,
      null,
      1,
      'patterns/check',
      [],
      {},
      { name: 1, request: {} },
      { name: 'orgs/list' },
    ]) {
      expect(await receive(message, POPUP)).toMatchObject({ ok: false, code: 'malformed' });
    }
  });
});

describe('a request', () => {
  const forged: [string, string, unknown][] = [
    ['a field nobody asked for', 'patterns/check', { text: 'x', sender: { tab: 1 } }],
    ['a tab of its choice', 'scripts/inject', { script: 'panel', tabId: 3 }],
    ['a script of its choice', 'scripts/inject', { script: '/evil.js' }],
    ['an owner of its choice', 'lease/acquire', { token: 'aaaaaaaa', owner: 'another' }],
    ['an organization that is none', 'register/get', { org: '../other' }],
    ['a time before all times', 'snapshots/save', { at: -1 }],
    ['a prototype', 'settings/set', JSON.parse('{"__proto__":{"badge":true}}')],
    ['numbers for text', 'patterns/check', { text: 12 }],
    ['an array for a request', 'orgs/list', []],
    ['nothing', 'orgs/list', undefined],
    ['more rows than a message has', 'imports/get', { run: 'run-aaaaaaaa', first: 0, count: 100_000 }],
    ['half a row', 'imports/settle', { run: 'run-aaaaaaaa', rows: [{ index: 0.5, state: 'added' }] }],
    [
      'an outcome that does not exist',
      'imports/settle',
      { run: 'run-aaaaaaaa', rows: [{ index: 0, state: 'trying' }] },
    ],
  ];

  it.each(forged)('with %s is refused', async (_what, name, request) => {
    expect(await receive({ name, request }, POPUP)).toMatchObject({ ok: false, code: 'malformed' });
    expect(handled).not.toHaveBeenCalled();
  });

  it('has text that is too long cut, not refused', async () => {
    await receive(
      { name: 'patterns/check', request: { text: 'x', existing: ['y'.repeat(100_000)] } },
      SCRIPT,
    );
    const [, request] = handled.mock.calls[0] ?? [];
    expect(request.existing[0]).toHaveLength(4_096);
  });

  it('of any shape is answered, and reaches a handler only as its schema says', async () => {
    const request = fc.oneof(
      fc.jsonValue(),
      fc.record(
        {
          text: fc.jsonValue(),
          org: fc.oneof(fc.constant(ORG), fc.jsonValue()),
          run: fc.oneof(fc.constant('run-aaaaaaaa'), fc.jsonValue()),
          rows: fc.jsonValue(),
          entries: fc.jsonValue(),
          token: fc.jsonValue(),
        },
        { requiredKeys: [] },
      ),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), request, fc.boolean(), async (name, asked, own) => {
        handled.mockReset();
        const answer = await receive({ name, request: asked }, own ? POPUP : SCRIPT);
        expect(typeof answer.ok).toBe('boolean');
        expect(handled.mock.calls.length).toBe(answer.ok ? 1 : 0);
        if (!own && Object.hasOwn(OWN_MESSAGES, name)) expect(answer.ok).toBe(false);
        if (answer.ok) expect(typeof asked).toBe('object');
      }),
      { numRuns: 500 },
    );
  });

  it('that is random JSON in place of a message never gets through', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (message) => {
        expect((await receive(message, POPUP)).ok).toBe(false);
      }),
    );
    expect(handled).not.toHaveBeenCalled();
  });
});

describe('a handler that fails', () => {
  const failing = (error: unknown): typeof receive =>
    createReceiver({ ...handlers, 'orgs/list': () => Promise.reject(error) }, SELF);
  const message = { name: 'orgs/list', request: {} };

  it('over the database is told with its code and sentence', async () => {
    const answer = await failing(new StoreError('quota-exceeded'))(message, POPUP);
    expect(answer).toMatchObject({
      ok: false,
      code: 'quota-exceeded',
      message: expect.stringContaining('disk space'),
    });
  });

  it('because its connection was closed meanwhile is told as the database’s trouble', async () => {
    const answer = await failing(new DOMException('closing', 'InvalidStateError'))(message, POPUP);
    expect(answer).toMatchObject({ ok: false, code: 'database-unavailable' });
  });

  it('by mistake is told without its inside, which goes to the log', async () => {
    const log = vi.spyOn(console, 'error').mockReturnValue(undefined);
    const answer = await failing(new Error('secret inside'))(message, POPUP);
    expect(answer).toMatchObject({ ok: false, code: 'internal' });
    expect(JSON.stringify(answer)).not.toContain('secret');
    expect(log).toHaveBeenCalledOnce();
    log.mockRestore();
  });
});
