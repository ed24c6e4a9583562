import { beforeEach, describe, expect, it } from 'vitest';
import { createHandlers } from '../../../lib/background/handlers.ts';
import type { Sender } from '../../../lib/messages/gate.ts';
import { createReceiver } from '../../../lib/messages/handle.ts';
import type { MessageName, RequestOf } from '../../../lib/messages/map.ts';
import { freshDatabase, ORG, OTHER_ORG } from '../store/fresh-database.ts';
import { fakePorts } from './fake-ports.ts';

/** What the page's tools ask: why something was blocked, and the register in whatever spelling. */

const SELF = { id: 'abcdefgh', baseUrl: 'chrome-extension://abcdefgh/' };
const POPUP: Sender = { id: SELF.id, url: `${SELF.baseUrl}popup.html` };

function script(tabId: number, org = ORG): Sender {
  const url = `https://admin.atlassian.com/o/${org}/rovo`;
  return { id: SELF.id, url, frameId: 0, documentId: `doc-${tabId}`, tab: { id: tabId, url } };
}

let ports: ReturnType<typeof fakePorts>;
let receive: ReturnType<typeof createReceiver>;

beforeEach(async () => {
  await freshDatabase();
  ports = fakePorts();
  receive = createReceiver(createHandlers(ports), SELF);
});

/** Asks as the browser would carry it: copied as JSON. */
async function ask<Name extends MessageName>(
  name: Name,
  request: RequestOf<Name>,
  sender: Sender,
): Promise<unknown> {
  const copied = JSON.parse(
    JSON.stringify(await receive(JSON.parse(JSON.stringify({ name, request })), sender)),
  );
  return copied.ok ? copied.value : copied;
}

const snapshot = (entries: string[]): RequestOf<'snapshots/save'> => ({
  settings: { supportedDomains: 'blocked', apiToken: 'on', enterpriseManaged: 'unknown', permissions: {} },
  ...{ entries, language: 'en', path: '/rovo', at: ports.clock.now },
});

describe('why something was blocked, asked on the page', () => {
  it('is held against what the page shows, else against its own organization as last seen', async () => {
    await ask('snapshots/save', snapshot(['a', 'b']), script(1));
    const text = 'https://x.example/cb';
    const shown = { text, entries: ['a', 'b', 'c'], supportedAllowed: true };
    expect(await ask('patterns/explain', shown, script(1))).toMatchObject({
      explanation: { match: { reason: '3 entries, supported true' } },
      list: { entries: 3 },
    });
    expect(await ask('patterns/explain', { text }, script(1))).toMatchObject({
      explanation: { match: { reason: '2 entries, supported false' } },
    });
  });

  it('is never held against another organization', async () => {
    const question = { text: 'https://x.example/cb', org: OTHER_ORG };
    expect(await ask('patterns/explain', question, script(1))).toMatchObject({
      code: 'organization-differs',
    });
  });
});

describe('the register and the list', () => {
  // The fake engine's normal form is the lower case.
  const [written, listed] = ['https://Claude.ai/**', 'https://claude.ai/**'];

  it('mean the same entry, however it is spelled', async () => {
    await ask('register/merge', { entries: [{ pattern: written, owner: 'Ana' }] }, script(1));
    expect(await ask('register/get', { entries: [listed] }, script(1))).toEqual([
      { pattern: listed, owner: 'Ana' },
    ]);
    await ask('snapshots/save', snapshot([listed]), script(1));
    expect(await ask('list/get', { org: ORG }, POPUP)).toMatchObject({
      register: [{ pattern: listed, owner: 'Ana' }],
    });
    // What is typed beside the row goes to the record that is there.
    await ask('register/edit', { entry: { pattern: listed, reason: 'pilot' } }, script(1));
    expect(await ask('register/get', {}, script(1))).toEqual([
      { pattern: written, owner: 'Ana', reason: 'pilot' },
    ]);
  });

  it('have one record an entry: a file’s spelling is told apart before it is merged', async () => {
    await ask('snapshots/save', snapshot([listed]), script(1));
    expect(await ask('register/keys', { org: ORG, patterns: [written, 'new'] }, POPUP)).toEqual([
      listed,
      'new',
    ]);
    await ask('register/merge', { entries: [{ pattern: written, owner: 'Ana' }] }, script(1));
    expect(await ask('register/get', {}, script(1))).toEqual([{ pattern: listed, owner: 'Ana' }]);
    expect(await ask('register/keys', { org: ORG, patterns: [] }, script(1))).toMatchObject({
      code: 'not-allowed',
    });
  });
});
