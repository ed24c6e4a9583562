import { beforeEach, describe, expect, it } from 'vitest';
import { createActivitySync } from '../../../lib/background/activity-sync.ts';
import { createConsoleAligner } from '../../../lib/background/consoles.ts';
import { createHandlers } from '../../../lib/background/handlers.ts';
import { permitUnder } from '../../../lib/background/permit.ts';
import type { Sender } from '../../../lib/messages/gate.ts';
import { createReceiver } from '../../../lib/messages/handle.ts';
import { freshDatabase, ORG, OTHER_ORG } from '../store/fresh-database.ts';
import { fakePorts } from './fake-ports.ts';

/** Organizations in other clouds: whose console may ask, where a key is sent, and where our script is registered. */

const SELF = { id: 'abcdefgh', baseUrl: 'chrome-extension://abcdefgh/' };
const OWN = { kind: 'own' } as const;
const GOVERNMENT = 'atlassian-us-gov-mod.com';
const ISOLATED = 'acme.atlassian-isolated.net';

let ports: ReturnType<typeof fakePorts>;
let granted: Set<string>;
let asked: string[];

beforeEach(async () => {
  await freshDatabase();
  ports = fakePorts();
  granted = new Set();
  asked = [];
  ports.mayReach = async (host) => granted.has(host);
  ports.fetch = async (url) => {
    asked.push(new URL(url).hostname);
    return Response.json({ data: [], meta: {}, links: {} });
  };
});

const setClouds = (clouds: Record<string, string>) =>
  createHandlers(ports, createActivitySync(ports))['settings/set']({ clouds }, OWN);

function from(cloud: string, org: string): Sender {
  const url = `https://admin.${cloud}/o/${org}/rovo`;
  return { id: SELF.id, url, frameId: 0, documentId: 'doc', tab: { id: 1, url } };
}
const ask = (sender: Sender) =>
  createReceiver(
    createHandlers(ports),
    SELF,
    permitUnder(ports),
  )({ name: 'teach/get', request: { language: 'en' } }, sender);

describe('a console', () => {
  it('speaks for the organizations of its own cloud, once it is named and while it is granted', async () => {
    expect(await ask(from(GOVERNMENT, ORG))).toMatchObject({ ok: false, code: 'other-cloud' });
    await setClouds({ [ORG]: GOVERNMENT });
    expect(await ask(from(GOVERNMENT, ORG))).toMatchObject({ ok: false, code: 'host-withheld' });
    granted.add(`admin.${GOVERNMENT}`);
    expect(await ask(from(GOVERNMENT, ORG))).toMatchObject({ ok: true });
    granted.clear();
    expect(await ask(from(GOVERNMENT, ORG))).toMatchObject({ ok: false, code: 'host-withheld' });
    await setClouds({ [ORG]: 'atlassian.com' });
    expect(await ask(from(GOVERNMENT, ORG))).toMatchObject({ ok: false, code: 'other-cloud' });
    expect(await ask(from('atlassian.com', ORG))).toMatchObject({ ok: true });
  });

  it('never speaks for an organization of another cloud', async () => {
    granted.add(`admin.${GOVERNMENT}`).add(`admin.${ISOLATED}`);
    await setClouds({ [ORG]: GOVERNMENT });
    for (const cloud of ['atlassian.com', ISOLATED, 'other.atlassian-isolated.net'])
      expect(await ask(from(cloud, ORG)), cloud).toMatchObject({ ok: false, code: 'other-cloud' });
    expect(await ask(from(GOVERNMENT, OTHER_ORG))).toMatchObject({ ok: false, code: 'other-cloud' });
    // Nor beside one of its own, as the document's address and the tab's may differ.
    const own = from(GOVERNMENT, ORG);
    const both = { ...own, url: `https://admin.${GOVERNMENT}/o/${OTHER_ORG}/rovo` };
    expect(await ask(both)).toMatchObject({ ok: false, code: 'other-cloud' });
  });
});

describe('a key', () => {
  const save = () => createHandlers(ports)['key/save']({ org: ORG, key: 'abc' }, OWN);

  it('is sent to the API of the organization’s cloud, and to no other', async () => {
    await setClouds({ [ORG]: ISOLATED });
    granted.add('api.atlassian.com');
    expect(await save()).toMatchObject({ ok: false, code: 'permission-missing' });
    expect(asked).toEqual([]);
    granted.add(`api.${ISOLATED}`);
    expect(await save()).toMatchObject({ ok: true });
    expect(new Set(asked)).toEqual(new Set([`api.${ISOLATED}`]));
  });

  it('is forgotten when the organization is said to be in another cloud', async () => {
    granted.add('api.atlassian.com');
    await save();
    await setClouds({ [ORG]: GOVERNMENT });
    expect(await createHandlers(ports)['key/state']({ org: ORG }, OWN)).toMatchObject({
      value: { state: 'absent' },
    });
    expect(await ports.sessionStorage.get(null)).toEqual({});
  });

  it('shares its host’s permission with keys of the same cloud only', async () => {
    await setClouds({ [OTHER_ORG]: GOVERNMENT });
    granted.add('api.atlassian.com').add(`api.${GOVERNMENT}`);
    const handlers = createHandlers(ports);
    await save();
    await handlers['key/save']({ org: OTHER_ORG, key: 'def' }, OWN);
    expect(await handlers['key/forget']({ org: ORG }, OWN)).toMatchObject({ value: { shared: false } });
  });
});

describe('the admin’s session', () => {
  const run = () => createActivitySync(ports).run(ORG, true);

  it('is asked at the organization’s own console, and not without the grant', async () => {
    await setClouds({ [ORG]: GOVERNMENT });
    await ports.localStorage.set({ settings: { sessionSource: true, clouds: { [ORG]: GOVERNMENT } } });
    expect(await run()).toMatchObject({ kind: 'stopped', problem: { code: 'permission-missing' } });
    expect(asked).toEqual([]);
    granted.add(`admin.${GOVERNMENT}`);
    await run();
    expect(new Set(asked)).toEqual(new Set([`admin.${GOVERNMENT}`]));
  });
});

describe('the script’s registrations', () => {
  it('follow choice and grant, and nothing is registered twice', async () => {
    const align = createConsoleAligner(ports);
    const hosts = async () => {
      await Promise.all([align(), align()]);
      return (await ports.registeredHosts()).sort();
    };
    expect(await hosts()).toEqual([]);
    granted.add(`admin.${GOVERNMENT}`);
    expect(await hosts(), 'granted, not chosen').toEqual([]);
    await setClouds({ [ORG]: GOVERNMENT, [OTHER_ORG]: ISOLATED });
    expect(await hosts(), 'one of two is granted').toEqual([`admin.${GOVERNMENT}`]);
    granted.add(`admin.${ISOLATED}`);
    expect(await hosts()).toEqual([`admin.${ISOLATED}`, `admin.${GOVERNMENT}`]);
    granted.delete(`admin.${GOVERNMENT}`);
    expect(await hosts(), 'taken back in the browser').toEqual([`admin.${ISOLATED}`]);
    await ports.localStorage.clear();
    expect(await hosts(), 'everything deleted').toEqual([]);
  });

  it('leave out what the policy does not allow', async () => {
    await setClouds({ [ORG]: GOVERNMENT });
    granted.add(`admin.${GOVERNMENT}`);
    const align = createConsoleAligner({
      ...ports,
      policy: async () => ({ policy: { ...(await ports.policy()).policy, organizations: [] }, notes: [] }),
    });
    await align();
    expect(await ports.registeredHosts()).toEqual([]);
  });

  it('go on after one that failed', async () => {
    await setClouds({ [ORG]: GOVERNMENT });
    granted.add(`admin.${GOVERNMENT}`);
    const { registerHost } = ports;
    let failing = true;
    const align = createConsoleAligner({
      ...ports,
      registerHost: async (host) => {
        if (failing) throw new Error('not now');
        await registerHost(host);
      },
    });
    await expect(align()).rejects.toThrow('not now');
    failing = false;
    await align();
    expect(await ports.registeredHosts()).toEqual([`admin.${GOVERNMENT}`]);
  });
});
