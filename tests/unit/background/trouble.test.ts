import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createHandlers } from '../../../lib/background/handlers.ts';
import type { Sender } from '../../../lib/messages/gate.ts';
import { createReceiver } from '../../../lib/messages/handle.ts';
import type { MessageName, RequestOf } from '../../../lib/messages/map.ts';
import { closeGatehouse, openDatabase, openGatehouse } from '../../../lib/store/database.ts';
import { MIGRATIONS } from '../../../lib/store/migrations.ts';
import { freshDatabase, ORG } from '../store/fresh-database.ts';
import { POPUP, SELF } from './asking.ts';
import { fakePorts } from './fake-ports.ts';

/** Each thing that can go wrong with what is stored, as a page or a script of ours meets it: a code and a calm sentence. */

const URL_OF_CONSOLE = `https://admin.atlassian.com/o/${ORG}/rovo`;
const SCRIPT: Sender = {
  ...{ id: SELF.id, url: URL_OF_CONSOLE, frameId: 0, tab: { id: 1, url: URL_OF_CONSOLE } },
};
const SETTINGS = {
  ...({
    supportedDomains: 'allowed',
    apiToken: 'on',
    enterpriseManaged: 'unknown',
    permissions: {},
  } as const),
};

let ports: ReturnType<typeof fakePorts>;
// biome-ignore lint/suspicious/noExplicitAny: the answers of all messages
type Answer = any;

async function ask<Name extends MessageName>(
  name: Name,
  request: RequestOf<Name>,
  sender: Sender = SCRIPT,
): Promise<Answer> {
  const receive = createReceiver(createHandlers(ports), SELF);
  return await receive(JSON.parse(JSON.stringify({ name, request })), sender);
}
const visit = (at = ports.clock.now, entries = ['https://claude.ai/**']) =>
  ask('snapshots/save', { settings: SETTINGS, entries, language: 'en', path: '/rovo', at });
const popup = () => ask('popup/get', { org: ORG, window: '24h' }, POPUP);

/** What an admin is told: what happened, what it means, what to do; never the browser's own words. */
function expectCalm({ ok, message }: { ok: boolean; message: string }): void {
  expect(ok).toBe(false);
  expect(message).toMatch(/^[A-Z].*\.$/s);
  expect(message.length).toBeGreaterThan(60);
  expect(message).not.toMatch(/Error|Exception|undefined|IndexedDB|!|Gatehouse made a mistake/);
}

beforeEach(async () => {
  await freshDatabase();
  ports = fakePorts();
  vi.spyOn(console, 'error').mockReturnValue(undefined);
  vi.spyOn(console, 'warn').mockReturnValue(undefined);
});
afterEach(() => vi.restoreAllMocks());

describe('the disk is full', () => {
  it('an import does not begin, says so, and what was stored stays', async () => {
    await visit();
    const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const pattern = 'https://a.example/**';
    const row = {
      line: 1,
      text: pattern,
      extra: {},
      plan: 'add',
      pattern,
      level: 'ok',
      needsTick: false,
    } as const;
    const begin: RequestOf<'imports/begin'> = {
      ...{ run: 'run-12345678', token: 'token-123456', kind: 'add', file: '', path: '/rovo' },
      ...{ first: 0, total: 1, rows: [{ ...row, findings: [], chosen: true }] },
    };
    const answers = [
      await visit(ports.clock.now + 1, ['https://other.example/**']),
      await ask('imports/begin', begin),
    ];
    for (const answer of answers) {
      expect(answer.code).toBe('quota-exceeded');
      expectCalm(answer);
    }
    full.mockRestore();
    expect((await ask('imports/find', {})).value).toBeNull();
    expect((await ask('imports/begin', begin)).ok).toBe(true);
    expect((await popup()).value.status.customDomains).toBe(1);
  });
});

describe('the database can’t be opened', () => {
  it('because an older page holds it: says which pages to close', async () => {
    await openGatehouse();
    await closeGatehouse();
    const holder = await new Promise<IDBDatabase>((resolve) => {
      const request = indexedDB.open('gatehouse');
      request.onsuccess = () => resolve(request.result);
    });
    ports.open = () => openDatabase({ migrations: [...MIGRATIONS, () => undefined], patience: 0 });
    const answer = await ask('status/get', { org: ORG }, POPUP);
    expect(answer.code).toBe('database-blocked');
    expectCalm(answer);
    holder.close();
  });

  it('because the browser refuses or its files are damaged: says so, and works again once it can', async () => {
    await visit();
    await closeGatehouse();
    const real = indexedDB;
    for (const name of ['SecurityError', 'UnknownError', 'InvalidStateError']) {
      globalThis.indexedDB = {
        open() {
          throw new DOMException('Internal error opening backing store', name);
        },
      } as unknown as IDBFactory;
      const answer = await popup();
      expect(answer.code, name).toBe('database-unavailable');
      expectCalm(answer);
    }
    globalThis.indexedDB = real;
    expect((await popup()).value.status.customDomains).toBe(1);
  });

  it('because a newer Gatehouse wrote it: nothing is touched', async () => {
    await closeGatehouse();
    const newer = await openDatabase({ migrations: [...MIGRATIONS, () => undefined] });
    newer.close();
    const answer = await popup();
    expect(answer.code).toBe('database-newer');
    expectCalm(answer);
  });
});

describe('the database is not as it should be', () => {
  it('a store is missing: says so instead of guessing', async () => {
    await closeGatehouse();
    await new Promise<void>((resolve) => {
      const request = indexedDB.deleteDatabase('gatehouse');
      request.onsuccess = () => resolve();
    });
    await new Promise<void>((resolve) => {
      const request = indexedDB.open('gatehouse', MIGRATIONS.length);
      request.onupgradeneeded = () => request.result.createObjectStore('meta', { keyPath: 'key' });
      request.onsuccess = () => {
        request.result.close();
        resolve();
      };
    });
    const answer = await popup();
    expect(answer.code).toBe('database-unavailable');
    expectCalm(answer);
  });

  it('it is gone altogether: begins anew, with nothing known', async () => {
    await visit();
    await freshDatabase();
    expect((await popup()).value).toMatchObject({ status: null, activity: { state: 'no-key' } });
    expect((await visit()).ok).toBe(true);
  });

  it('records hold nonsense: they count as not known, and the next visit sets them right', async () => {
    await visit();
    const database = await openGatehouse();
    await database.put('snapshots', { org: ORG, at: ports.clock.now, settings: 7 } as never);
    await database.put('meta', { key: 'lastVisited', value: { evil: true } } as never);
    await database.put('register', { org: ORG, pattern: 'x', owner: ['no'] } as never);
    expect((await popup()).value.status).toBeNull();
    expect(await ask('register/get', {}, SCRIPT)).toMatchObject({ ok: true, value: [] });
    expect((await visit(ports.clock.now)).ok).toBe(true);
    expect((await popup()).value.status.customDomains).toBe(1);
  });
});

describe('a newer version comes while a page is open', () => {
  it('takes the database over at once; the page is told to be the older one', async () => {
    await visit();
    const newer = await openDatabase({ migrations: [...MIGRATIONS, () => undefined], patience: 0 });
    const answer = await popup();
    expect(answer.code).toBe('database-newer');
    expectCalm(answer);
    newer.close();
  });
});

describe('the clock jumps', () => {
  it('backwards by a year: what is seen now is shown, though it is older than what is stored', async () => {
    await visit();
    ports.clock.now -= 365 * 86_400_000;
    await visit(ports.clock.now, ['https://a.example/**', 'https://b.example/**']);
    expect((await popup()).value.status).toMatchObject({ customDomains: 2, seenAt: ports.clock.now });
  });

  it('forwards and back: a lease from the future doesn’t shut anybody out for long', async () => {
    const token = 'token-123456';
    ports.clock.now += 365 * 86_400_000;
    expect((await ask('lease/acquire', { token })).value.held).toBe(true);
    ports.clock.now -= 365 * 86_400_000;
    const other: Sender = { ...SCRIPT, tab: { id: 2, url: URL_OF_CONSOLE } };
    const { held, expiresAt } = (await ask('lease/acquire', { token }, other)).value;
    expect(held || expiresAt - ports.clock.now <= 60_000).toBe(true);
  });
});

describe('the permission for the console is taken back', () => {
  it('a script that can’t be loaded is told as what the browser did, and what to check', async () => {
    ports.injectScript = async () => {
      throw new Error('Missing host permission for the tab');
    };
    const answer = await ask('scripts/inject', { script: 'panel' });
    expect(answer.code).toBe('script-not-loaded');
    expectCalm(answer);
  });
});
