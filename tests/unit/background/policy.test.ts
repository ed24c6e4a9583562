import { beforeEach, describe, expect, it } from 'vitest';
import { createActivitySync } from '../../../lib/background/activity-sync.ts';
import { createHandlers } from '../../../lib/background/handlers.ts';
import { permitUnder } from '../../../lib/background/permit.ts';
import type { Sender } from '../../../lib/messages/gate.ts';
import { createReceiver } from '../../../lib/messages/handle.ts';
import { CONSOLE_MESSAGES, type MessageName, type RequestOf } from '../../../lib/messages/map.ts';
import { openGatehouse } from '../../../lib/store/database.ts';
import { noteOrganization } from '../../../lib/store/organizations.ts';
import type { Policy } from '../../../lib/store/policy/shape.ts';
import { mergeIntoRegister } from '../../../lib/store/register.ts';
import { freshDatabase, ORG, OTHER_ORG } from '../store/fresh-database.ts';
import { POPUP, SELF } from './asking.ts';
import { fakePorts } from './fake-ports.ts';

/** What an organization's policy does to every message. */

const PATTERN = 'https://ours.example/**';

function script(org: string | undefined): Sender {
  const url = `https://admin.atlassian.com/${org === undefined ? '' : `o/${org}/rovo`}`;
  return { id: SELF.id, url, frameId: 0, documentId: 'doc', tab: { id: 1, url } };
}

function world(policy: Partial<Policy>) {
  const ports = fakePorts(policy);
  const receive = createReceiver(createHandlers(ports), SELF, permitUnder(ports));
  const ask = async <Name extends MessageName>(
    name: Name,
    request: RequestOf<Name>,
    sender: Sender = POPUP,
    // biome-ignore lint/suspicious/noExplicitAny: the answers of all messages
  ): Promise<any> => await receive(JSON.parse(JSON.stringify({ name, request })), sender);
  return { ports, ask };
}

beforeEach(() => freshDatabase());

describe('only these organizations', () => {
  const only = { organizations: [ORG] };

  it('works on their console and on no other page of it', async () => {
    const { ask, ports } = world(only);
    expect(await ask('scripts/inject', { script: 'page' }, script(ORG))).toMatchObject({ ok: true });
    for (const other of [OTHER_ORG, undefined]) {
      expect(await ask('scripts/inject', { script: 'page' }, script(other))).toMatchObject({
        ok: false,
        code: 'policy-organization',
      });
    }
    expect(ports.injected).toHaveLength(1);
  });

  it('refuses every message of the console of another one', async () => {
    const { ask } = world(only);
    for (const name of Object.keys(CONSOLE_MESSAGES) as MessageName[]) {
      const reply = await ask(name, {} as never, script(OTHER_ORG));
      // A request that its schema refuses is refused before.
      expect(['policy-organization', 'malformed'], name).toContain(reply.code);
    }
    expect(await ask('patterns/check', { text: 'x' }, script(OTHER_ORG))).toMatchObject({
      code: 'policy-organization',
    });
  });

  it('shows no other one in our own pages, and answers nothing about it', async () => {
    const { ask } = world(only);
    const database = await openGatehouse();
    await noteOrganization(database, ORG, 1);
    await noteOrganization(database, OTHER_ORG, 2);
    expect((await ask('orgs/list', {})).value.map(({ org }: { org: string }) => org)).toEqual([ORG]);
    expect((await ask('popup/get', { window: '24h' })).value).toMatchObject({
      org: ORG,
      organizations: [ORG],
    });
    expect(await ask('status/get', { org: OTHER_ORG })).toMatchObject({ code: 'policy-organization' });
    const key = { org: OTHER_ORG, key: 'secret' };
    expect(await ask('key/save', key)).toMatchObject({ code: 'policy-organization' });
  });

  it('lets a key of another one be forgotten', async () => {
    expect(await world(only).ask('key/forget', { org: OTHER_ORG })).toMatchObject({ ok: true });
  });

  it('fetches no events of another one, though its key is still there', async () => {
    const { ports } = world(only);
    await ports.sessionStorage.set({ [`key/${OTHER_ORG}`]: 'k', [`key/${ORG}`]: 'k' });
    const sync = createActivitySync(ports);
    expect(await sync.sourceOf(OTHER_ORG)).toBeUndefined();
    expect(await sync.sourceOf(ORG)).toBeDefined();
  });
});

describe('a switch of a feature', () => {
  it('takes it off the page', async () => {
    const { ask } = world({
      features: { fieldVerdict: false, import: false, readd: false, register: false, teaching: false },
    });
    expect((await ask('features/off', {}, script(ORG))).value).toEqual([
      ...['field-verdict', 'import-launcher', 'resume-offer', 'row-readd', 'register-rows'],
      ...['taught-page', 'layout-unknown'],
    ]);
  });

  it('is on by the policy whatever the admin chose, and their choice is kept', async () => {
    const { ask } = world({ features: { fieldVerdict: true } });
    const reply = await ask('settings/set', { fieldVerdict: false });
    expect(reply.value).toMatchObject({
      settings: { fieldVerdict: true },
      chosen: { fieldVerdict: false },
      policy: { set: ['fieldVerdict'] },
    });
    expect((await ask('features/off', {}, script(ORG))).value).toEqual([]);
  });

  const begin = {
    ...{ run: 'run-12345678', token: 'token-123456', file: '', path: '/rovo', first: 0, total: 0, rows: [] },
  };
  it.each<[keyof Policy['features'], MessageName, object]>([
    ['import', 'imports/begin', { ...begin, kind: 'add' }],
    ['import', 'imports/begin', { ...begin, kind: 'undo' }],
    ['readd', 'imports/begin', { ...begin, kind: 'readd' }],
    ['register', 'register/get', { org: ORG }],
    ['register', 'list/get', { org: ORG }],
    ['findings', 'posture/get', { org: ORG }],
    ['blockedHelper', 'patterns/explain', { text: 'x' }],
    ['teaching', 'teach/get', { org: ORG, language: 'en' }],
  ])('%s off refuses %s', async (feature, name, request) => {
    const sender = name.startsWith('imports') ? script(ORG) : POPUP;
    const off = world({ features: { [feature]: false } });
    expect(await off.ask(name, request as never, sender)).toMatchObject({ ok: false, code: 'policy-off' });
    const on = world({ features: { [feature]: true } });
    expect((await on.ask(name, request as never, sender)).code).not.toBe('policy-off');
  });

  it('tells the popup what to leave out', async () => {
    const { ask } = world({ features: { findings: false }, sources: { session: false } });
    expect((await ask('popup/get', { window: '24h' })).value.off).toEqual(['findings', 'session']);
  });
});

describe('a switch of a source', () => {
  it('apiKey off: no key is taken, and one that is there is not used', async () => {
    const { ask, ports } = world({ sources: { apiKey: false } });
    expect(await ask('key/save', { org: ORG, key: 'secret' })).toMatchObject({ code: 'policy-off' });
    expect(await ask('key/unlock', { org: ORG, passphrase: 'x' })).toMatchObject({ code: 'policy-off' });
    await ports.sessionStorage.set({ [`key/${ORG}`]: 'k' });
    expect(await createActivitySync(ports).sourceOf(ORG)).toBeUndefined();
    expect((await ask('popup/get', { org: ORG, window: '24h' })).value.activity.state).toBe('no-key');
  });

  it('session: used where the policy says so, and never where it says no', async () => {
    const on = world({ sources: { session: true } });
    expect((await createActivitySync(on.ports).sourceOf(ORG))?.name).toBe('session');
    const off = world({ sources: { session: false } });
    await off.ask('settings/set', { sessionSource: true });
    expect(await createActivitySync(off.ports).sourceOf(ORG)).toBeUndefined();
  });
});

describe('what the policy brings along', () => {
  it('AI tools of the organization’s own', async () => {
    const catalogue = [{ name: 'Ours', patterns: [PATTERN] }];
    expect((await world({ catalogue }).ask('catalogue/additions', {}, script(ORG))).value).toEqual(catalogue);
  });

  const register = [
    { pattern: PATTERN, owner: 'Policy', ticket: 'SEC-1' },
    { pattern: 'https://other.example/**', owner: 'Policy', organization: OTHER_ORG },
  ];

  it('a register below the admin’s, of this organization only', async () => {
    const { ask } = world({ register });
    expect((await ask('register/get', { org: ORG })).value).toEqual([
      { pattern: PATTERN, owner: 'Policy', ticket: 'SEC-1' },
    ]);
    await mergeIntoRegister(await openGatehouse(), ORG, [{ pattern: PATTERN, owner: 'Me' }], 1);
    expect((await ask('register/get', { org: ORG })).value).toEqual([
      { pattern: PATTERN, owner: 'Me', ticket: 'SEC-1' },
    ]);
    expect((await ask('list/get', { org: ORG })).value.register).toHaveLength(1);
  });

  it('what the admin clears stays cleared', async () => {
    const { ask } = world({ register });
    await ask('register/edit', { org: ORG, entry: { pattern: PATTERN, owner: '' } });
    const [entry] = (await ask('register/get', { org: ORG })).value;
    expect(entry.owner).toBeUndefined();
    expect(entry.ticket).toBe('SEC-1');
  });
});
