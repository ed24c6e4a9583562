import { beforeEach, describe, expect, it } from 'vitest';
import { createActivitySync } from '../../../lib/background/activity-sync.ts';
import { createHandlers } from '../../../lib/background/handlers.ts';
import type { Handlers } from '../../../lib/messages/handle.ts';
import type { ApiFault } from '../../sandbox/api/index.ts';
import { fetchFrom, makeCalls, Replica, SANDBOX_KEY } from '../../sandbox/api/index.ts';
import { waitFor } from '../../support/wait.ts';
import { freshDatabase, ORG, OTHER_ORG } from '../store/fresh-database.ts';
import { fakePorts } from './fake-ports.ts';

const DAY = 86_400_000;
const PASSPHRASE = 'correct horse battery staple';
const OWN = { kind: 'own' } as const;

let ports: ReturnType<typeof fakePorts>;
let replica: Replica;
let handlers: Handlers;
let allowed: boolean;

beforeEach(async () => {
  await freshDatabase();
  ports = fakePorts();
  allowed = true;
  const now = () => ports.clock.now;
  const calls = makeCalls({ seed: 5, count: 60, from: now() - 10 * DAY, to: now() });
  replica = new Replica({ org: ORG, key: SANDBOX_KEY, calls, shape: 'context', now, rateLimit: false });
  ports.fetch = fetchFrom(replica);
  ports.mayReach = async () => allowed;
  handlers = createHandlers(ports, createActivitySync(ports));
});

const save = (key = SANDBOX_KEY, passphrase?: string) =>
  handlers['key/save']({ org: ORG, key, ...(passphrase === undefined ? {} : { passphrase }) }, OWN);
const state = async () => {
  const reply = await handlers['key/state']({ org: ORG }, OWN);
  return reply.ok ? reply.value : reply;
};
const figures = async (window: '24h' | '7d' | '30d' = '30d') => {
  const reply = await handlers['popup/get']({ org: ORG, window }, OWN);
  if (!reply.ok) throw new Error(reply.message);
  return reply.value.activity;
};
const untilReady = () => waitFor(async () => (await figures()).state === 'ready', { what: 'the figures' });

describe('saving a key', () => {
  it('checks it, keeps it in memory and fetches', async () => {
    expect(await save()).toMatchObject({ ok: true, value: { state: 'session', shared: false } });
    await untilReady();
    for (const [window, length] of [
      ['24h', DAY],
      ['7d', 7 * DAY],
      ['30d', 30 * DAY],
    ] as const) {
      expect((await figures(window)).total).toBe(replica.truth(length).total);
    }
    expect(ports.alarms.some(([org, at]) => org === ORG && at !== undefined && at > ports.clock.now)).toBe(
      true,
    );
  });

  const status = (code: number, detail?: string): ApiFault => ({
    kind: 'status',
    status: code,
    ...(detail ? { detail } : {}),
  });
  it.each([
    ['a key of the wrong kind', status(401), 'unauthorised'],
    ['a missing permission', status(403), 'forbidden'],
    ['a missing scope', status(403, 'The API key is missing a required scope'), 'scope-missing'],
    ['a missing plan', status(403, 'Your subscription does not include this API'), 'plan-missing'],
    ['another organization', status(404), 'not-found'],
  ])('tells %s, and keeps nothing', async (_, fault, code) => {
    replica.nextFaults.push(fault);
    expect(await save()).toMatchObject({ ok: false, code });
    expect(await state()).toMatchObject({ state: 'absent', shared: false });
    expect(replica.requests).toHaveLength(1);
  });

  it('keeps a key that could not be checked, and says so', async () => {
    replica.nextFaults.push({ kind: 'offline' }, { kind: 'offline' });
    expect(await save()).toMatchObject({
      ok: true,
      value: { state: 'session', note: /could not be checked/ },
    });
  });

  it.each(['', '  ', 'two words', 'ключ', 'a\nb'])('refuses %j without asking anybody', async (key) => {
    expect(await save(key)).toMatchObject({ ok: false, code: 'key-malformed' });
    expect(replica.requests).toEqual([]);
  });

  it('asks nothing without the browser’s permission', async () => {
    allowed = false;
    expect(await save()).toMatchObject({ ok: false, code: 'permission-missing' });
    expect(replica.requests).toEqual([]);
  });

  it('replaces one whose sync is under way', async () => {
    replica.nextFaults.push(...[0, 0].map((): ApiFault => ({ kind: 'slow', milliseconds: 20 })));
    await save();
    await save();
    await untilReady();
  });
});

it('says that a key which was accepted is refused now', async () => {
  await save();
  await untilReady();
  ports.clock.now += DAY;
  replica.nextFaults.push({ kind: 'status', status: 401 }, { kind: 'status', status: 401 });
  await handlers['activity/sync']({ org: ORG }, OWN);
  await waitFor(async () => (await figures()).state === 'error', { what: 'the error' });
  expect(await state()).toMatchObject({ state: 'invalid', problem: { code: 'unauthorised' } });
  // What was fetched before stays.
  expect((await figures()).total).toBeGreaterThan(0);
});

it('says that the permission was taken back, instead of calling it offline', async () => {
  await save();
  await untilReady();
  allowed = false;
  await handlers['activity/sync']({ org: ORG }, OWN);
  await waitFor(async () => (await figures()).problem?.code === 'permission-missing', { what: 'the reason' });
  expect(await state()).toMatchObject({ state: 'session', problem: { code: 'permission-missing' } });
});

describe('a key with a passphrase', () => {
  it('is stored so that only the passphrase opens it', async () => {
    expect(await save(SANDBOX_KEY, PASSPHRASE)).toMatchObject({ value: { state: 'stored' } });
    await handlers['key/lock']({ org: ORG }, OWN);
    expect(await state()).toMatchObject({ state: 'locked' });
    expect(await handlers['key/unlock']({ org: ORG, passphrase: 'another' }, OWN)).toMatchObject({
      code: 'wrong-passphrase',
    });
    expect(await handlers['key/unlock']({ org: ORG, passphrase: PASSPHRASE }, OWN)).toMatchObject({
      value: { state: 'stored' },
    });
  });

  it('asks for the passphrase in the popup while it is locked', async () => {
    await save(SANDBOX_KEY, PASSPHRASE);
    await handlers['key/lock']({ org: ORG }, OWN);
    expect(await figures()).toMatchObject({ state: 'error', problem: { code: 'key-locked' } });
  });
});

describe('forgetting', () => {
  it('leaves no key and no alarm', async () => {
    await save(SANDBOX_KEY, PASSPHRASE);
    expect(await handlers['key/forget']({ org: ORG }, OWN)).toMatchObject({
      value: { state: 'absent', shared: false },
    });
    expect(ports.alarms.at(-1)).toEqual([ORG, undefined]);
    expect(await ports.sessionStorage.get(null)).toEqual({});
    expect(await handlers['activity/sync']({ org: ORG }, OWN)).toMatchObject({ code: 'no-key' });
  });

  it('says that another organization has a key', async () => {
    await save();
    const other = new Replica({
      org: OTHER_ORG,
      key: 'other',
      calls: [],
      shape: 'context',
      now: () => ports.clock.now,
    });
    const [first, second] = [fetchFrom(replica), fetchFrom(other)];
    ports.fetch = (url, init) => (url.includes(OTHER_ORG) ? second : first)(url, init);
    handlers = createHandlers(ports, createActivitySync(ports));
    await handlers['key/save']({ org: OTHER_ORG, key: 'other' }, OWN);
    expect(await handlers['key/forget']({ org: ORG }, OWN)).toMatchObject({ value: { shared: true } });
    expect((await figures()).state).not.toBe('error');
  });

  it('of all leaves nothing in memory', async () => {
    await save();
    expect(await handlers['key/forgetAll']({}, OWN)).toMatchObject({ ok: true });
    expect(await ports.sessionStorage.get(null)).toEqual({});
  });
});

it('never gives a key back in an answer', async () => {
  const answers = [
    await save(SANDBOX_KEY, PASSPHRASE),
    await handlers['key/state']({ org: ORG }, OWN),
    await handlers['key/unlock']({ org: ORG, passphrase: PASSPHRASE }, OWN),
    await handlers['popup/get']({ org: ORG, window: '24h' }, OWN),
    await handlers['settings/get']({}, OWN),
    await handlers['key/lock']({ org: ORG }, OWN),
    await handlers['key/forget']({ org: ORG }, OWN),
  ];
  expect(JSON.stringify(answers)).not.toContain(SANDBOX_KEY);
  expect(JSON.stringify(answers)).not.toContain(PASSPHRASE);
  expect(replica.requests.map(({ path }) => path).join()).not.toContain(SANDBOX_KEY);
});

describe('the session as a source', () => {
  const visit = (org: string) =>
    handlers['snapshots/save'](
      {
        org,
        settings: {
          supportedDomains: 'unknown',
          apiToken: 'unknown',
          enterpriseManaged: 'unknown',
          permissions: {},
        },
        language: 'en',
        path: '/',
        at: ports.clock.now,
      },
      OWN,
    );
  const askedOf = (org: string) => asked.some((url) => url.includes(org));
  let asked: string[];
  beforeEach(async () => {
    asked = [];
    const { fetch } = ports;
    ports.fetch = (url, init) => {
      asked.push(String(url));
      return fetch(url, init);
    };
    handlers = createHandlers(ports, createActivitySync(ports));
    await visit(ORG);
  });

  it('is asked for nothing until it is switched on', async () => {
    expect(await handlers['activity/sync']({ org: ORG }, OWN)).toMatchObject({ code: 'no-key' });
    expect((await figures()).state).toBe('no-key');
    expect(replica.requests).toEqual([]);
  });

  it('is withdrawn at once when it does not answer as the schema says', async () => {
    await handlers['settings/set']({ sessionSource: true }, OWN);
    await waitFor(async () => (await figures()).problem?.code === 'session-withdrawn', {
      what: 'the withdrawal',
    });
    const asked = replica.requests.length;
    // Only the catalogue may have been asked for besides the events.
    expect(asked).toBeLessThanOrEqual(2);
    expect((await figures()).state).toBe('error');
    await handlers['settings/set']({ sessionSource: false }, OWN);
    expect((await figures()).state).toBe('no-key');
    expect(replica.requests).toHaveLength(asked);
  });

  it('is asked for every organization that is known, and for one that is opened later', async () => {
    await visit(OTHER_ORG);
    await handlers['settings/set']({ sessionSource: true }, OWN);
    await waitFor(() => askedOf(ORG) && askedOf(OTHER_ORG), { what: 'both to be asked' });
    expect(asked.every((url) => url.startsWith('https://admin.atlassian.com/'))).toBe(true);

    await waitFor(async () => (await figures()).state === 'error', { what: 'the withdrawal' });
    const ofFirst = () => asked.filter((url) => url.includes(ORG)).length;
    const before = ofFirst();
    const third = ORG.replace(/^.{8}/, '00000003');
    await visit(ORG);
    await visit(third);
    await waitFor(() => askedOf(third), { what: 'the third to be asked' });
    expect(ofFirst()).toBe(before);
  });

  it('is not asked for an organization that is opened while it is off', async () => {
    await visit(OTHER_ORG);
    expect((await figures()).state).toBe('no-key');
    expect(asked).toEqual([]);
  });
});
