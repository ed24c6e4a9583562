import { beforeEach, describe, expect, it } from 'vitest';
import type { RequestOf } from '../../../lib/messages/map.ts';
import { freshDatabase, ORG, OTHER_ORG } from '../store/fresh-database.ts';
import { asking, POPUP, script } from './asking.ts';

/** What the page's tools ask: why something was blocked, and the register in whatever spelling. */

let ports: ReturnType<typeof asking>['ports'];
let ask: ReturnType<typeof asking>['ask'];

beforeEach(async () => {
  await freshDatabase();
  ({ ports, ask } = asking());
});

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
