import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Caller,
  identify,
  organizationOf,
  organizationOfUrl,
  type Sender,
} from '../../../lib/messages/gate.ts';

const SELF = { id: 'abcdefgh', baseUrl: 'chrome-extension://abcdefgh/' };
const ORG = '11111111-2222-4333-8444-555555555555';
const OTHER = '99999999-8888-4777-8666-555555555555';
const PAGE = `https://admin.atlassian.com/o/${ORG}/rovo`;

const contentScript: Sender = {
  id: SELF.id,
  url: PAGE,
  origin: 'https://admin.atlassian.com',
  frameId: 0,
  documentId: 'DOC',
  tab: { id: 7, url: PAGE },
};
const popup: Sender = {
  id: SELF.id,
  url: `${SELF.baseUrl}popup.html`,
  origin: 'chrome-extension://abcdefgh',
};

describe('who is let in', () => {
  it('is the content script in the topmost document of the console', () => {
    expect(identify(contentScript, SELF)).toEqual({
      ok: true,
      value: { kind: 'console', tabId: 7, cloud: 'atlassian.com', documentId: 'DOC', organizations: [ORG] },
    });
  });

  it('is a page of ours, in the popup or in a tab', () => {
    expect(identify(popup, SELF)).toEqual({ ok: true, value: { kind: 'own' } });
    const inTab = { ...popup, url: `${SELF.baseUrl}activity.html#x`, frameId: 0, tab: { id: 9 } };
    expect(identify(inTab, SELF)).toEqual({ ok: true, value: { kind: 'own', tabId: 9 } });
  });

  it('needs neither origin nor document id, which not every browser gives', () => {
    const { origin: _origin, documentId: _documentId, ...firefox } = contentScript;
    expect(identify(firefox, SELF)).toMatchObject({ ok: true, value: { kind: 'console', tabId: 7 } });
  });
});

describe('who is refused', () => {
  const refusals: [string, Sender, string][] = [
    ['another extension', { ...popup, id: 'otherone' }, 'refused-extension'],
    ['nobody in particular', {}, 'refused-extension'],
    ['another extension on the console', { ...contentScript, id: 'otherone' }, 'refused-extension'],
    [
      'a web page',
      { ...contentScript, url: 'https://evil.example/', origin: 'https://evil.example' },
      'refused-page',
    ],
    [
      'another host of Atlassian',
      { ...contentScript, url: 'https://id.atlassian.com/', origin: undefined },
      'refused-page',
    ],
    [
      'a host that begins alike',
      { ...contentScript, url: 'https://admin.atlassian.com.evil.example/' },
      'refused-page',
    ],
    [
      'a host named in front of an @',
      { ...contentScript, url: 'https://admin.atlassian.com@evil.example/' },
      'refused-page',
    ],
    [
      'the console without encryption',
      { ...contentScript, url: 'http://admin.atlassian.com/' },
      'refused-page',
    ],
    [
      'the console at another port',
      { ...contentScript, url: 'https://admin.atlassian.com:8443/' },
      'refused-page',
    ],
    ['a blank page', { ...contentScript, url: 'about:blank' }, 'refused-page'],
    ['no address', { ...contentScript, url: undefined }, 'refused-page'],
    ['no address that can be read', { ...contentScript, url: 'https://[' }, 'refused-page'],
    ['a sandboxed document at the console’s address', { ...contentScript, origin: 'null' }, 'refused-page'],
    ['a frame in the console', { ...contentScript, frameId: 3 }, 'refused-frame'],
    ['the console without a frame’s number', { ...contentScript, frameId: undefined }, 'refused-frame'],
    ['the console without a tab', { ...contentScript, tab: undefined }, 'refused-frame'],
    ['a page of ours inside a frame', { ...popup, frameId: 2, tab: { id: 1 } }, 'refused-frame'],
    ['a page of ours with another origin', { ...popup, origin: 'https://evil.example' }, 'refused-page'],
    [
      'a page of another extension',
      { ...popup, url: 'chrome-extension://abcdefghi/popup.html' },
      'refused-page',
    ],
  ];

  it.each(refusals)('%s', (_who, sender, code) => {
    expect(identify(sender, SELF)).toMatchObject({ ok: false, code, message: expect.stringMatching(/\.$/) });
  });

  it('is everything that does not come from one of our two origins', () => {
    const origin = fc.oneof(fc.webUrl(), fc.string());
    fc.assert(
      fc.property(origin, fc.nat(3), (url, frameId) => {
        const verdict = identify({ id: SELF.id, url, frameId, tab: { id: 1, url: PAGE } }, SELF);
        expect(verdict.ok).toBe(false);
      }),
    );
  });
});

describe('the organization a message is about', () => {
  const console = (sender: Sender): Caller => {
    const caller = identify(sender, SELF);
    if (!caller.ok) throw new Error(caller.code);
    return caller.value;
  };
  const OTHER_PAGE = `https://admin.atlassian.com/o/${OTHER}/rovo`;

  it('is the one of the address, whatever the case', () => {
    expect(organizationOf(console(contentScript), undefined)).toEqual({ ok: true, value: ORG });
    expect(organizationOf(console(contentScript), ORG)).toEqual({ ok: true, value: ORG });
    expect(organizationOfUrl(PAGE.toUpperCase().replace('HTTPS', 'https').replace('/O/', '/o/'))).toBe(ORG);
  });

  it('is never one that only the message names', () => {
    expect(organizationOf(console(contentScript), OTHER)).toMatchObject({ code: 'organization-differs' });
  });

  it('follows the tab when the console moved on without loading anew', () => {
    const moved = console({ ...contentScript, tab: { id: 7, url: OTHER_PAGE } });
    expect(organizationOf(moved, undefined)).toEqual({ ok: true, value: OTHER });
    // A message that was under way when it moved still speaks for the document's own organization.
    expect(organizationOf(moved, ORG)).toEqual({ ok: true, value: ORG });
  });

  it('is unknown on pages that name none', () => {
    const home = 'https://admin.atlassian.com/';
    const nowhere = console({ ...contentScript, url: home, tab: { id: 7, url: home } });
    expect(organizationOf(nowhere, undefined)).toMatchObject({ code: 'organization-unknown' });
    expect(organizationOf(nowhere, ORG)).toMatchObject({ code: 'organization-unknown' });
  });

  it('is chosen by our own pages', () => {
    expect(organizationOf({ kind: 'own' }, ORG)).toEqual({ ok: true, value: ORG });
    expect(organizationOf({ kind: 'own' }, undefined)).toMatchObject({ code: 'organization-unknown' });
  });

  const addresses = [
    `https://admin.atlassian.com/x/o/${ORG}/`,
    `https://admin.atlassian.com/o/${ORG}0/`,
    'https://admin.atlassian.com/o/not-an-id/',
    `https://evil.example/o/${ORG}/`,
    `https://admin.atlassian.com/?/o/${ORG}/`,
    undefined,
  ];
  it.each(addresses)('is not read out of %s', (url) => {
    expect(organizationOfUrl(url)).toBeUndefined();
  });
});
