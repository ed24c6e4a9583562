import { describe, expect, it } from 'vitest';
import { explainBlocked } from '../../../../lib/patterns/index.ts';

/** What a second reader of the specification pasted. */
const DONE = 'https://app.acme-tools.com/mcp/done';
const CALLBACK = 'https://app.acme-tools.com/oauth/callback';
const found = (text: string) => explainBlocked(text, []).redirectUri;

describe('the redirect URI of', () => {
  it.each([
    [
      'settings that name several',
      `{"authorization_endpoint":"https://auth.vendor.io/oauth/authorize","redirect_uri":"${DONE}"}`,
    ],
    [
      'a message beside a guide',
      `Your admin has blocked this domain ${DONE}\nWe followed https://vendor.io/oauth-setup`,
    ],
    [
      'a message that a stack follows',
      `redirect_uri ${DONE}\n  at file:///app/node_modules/oauth/callback.js:3:4`,
    ],
  ])('%s stands behind its name', (_, text) => expect(found(text)).toBe(DONE));
  it.each([
    [
      'a request that was not encoded',
      `GET /v1/authorize?client_id=1&redirect_uri=${CALLBACK}&state=2 HTTP/1.1`,
    ],
    ['a log', `ERROR redirect_uri=${CALLBACK}&state=abc`],
    ['a Python dictionary', `{'redirect_uri': '${CALLBACK}','state':'x'}`],
    ['JSON with escapes', `"message":"blocked ${CALLBACK}\\nplease ask"`],
    ['a coloured terminal', `\u001B[36m${CALLBACK}\u001B[39m`],
    [
      'a link that Proofpoint rewrote',
      'https://urldefense.proofpoint.com/v2/url?u=https-3A__app.acme-2Dtools.com_oauth_callback&d=x',
    ],
    [
      'one that lost a slash on the way',
      'https://urldefense.com/v3/__https:/app.acme-tools.com/oauth/callback__;!!x',
    ],
  ])('%s ends where it should', (_, text) => expect(found(text)).toBe(CALLBACK));
  it('a parameter keeps a query of its own', () =>
    expect(found(`redirect_uri=${CALLBACK}?tenant=1&state=2`)).toBe(`${CALLBACK}?tenant=1&state=2`));
});

describe('suggestions', () => {
  it.each([
    'https://adb-1.7.azuredatabricks.net/cb',
    'https://x.webhook.site/cb',
    'https://a.apps.dynatrace.com/cb',
  ])('never open the names of others beside %s', (address) =>
    expect(explainBlocked(address, []).suggestions.join()).not.toContain('*.'),
  );
});

describe('an address with a single slash', () => {
  it.each([
    'Your admin has blocked this domain com.acme.tool:/oauth/cb',
    'Your admin has blocked this domain `com.acme.tool:/oauth/cb`.',
    'must authorize access from com.acme.tool:/oauth/cb to cloudId: 1, see https://acme.atlassian.net/wiki',
    '{"redirect_uri":"com.acme.tool:/oauth/cb"}',
    'redirect_uri=com.acme.tool:/oauth/cb&state=1',
  ])('is found behind its name: %s', (text) => {
    const { redirectUri, match, suggestions } = explainBlocked(text, ['com.acme.tool://oauth/**']);
    expect(redirectUri).toBe('com.acme.tool:/oauth/cb');
    expect([match.allowed, suggestions]).toEqual(['no', []]);
    expect(match.reason).toContain('W222');
  });
  it.each([
    'Blocked com.acme.tool:/oauth/cb',
    'access from note: x',
    'redirect_uri: http:/x',
    'access from c:/temp',
  ])('is not guessed: %s', (text) => expect(found(text)).toBeUndefined());
  it('gives way to an address with two', () =>
    expect(found(`blocked this domain com.acme.tool:/cb or ${CALLBACK}`)).toBe(CALLBACK));
});
