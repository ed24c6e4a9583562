import { describe, expect, test } from 'vitest';
import { findRedirectUri } from '../../../../lib/patterns/explain/find.ts';

const found = (redirectUri: string) => ({ redirectUri, onlyAtlassian: false });
const NONE = { onlyAtlassian: false };

describe('a text that is one address, written without its protocol', () => {
  test.each([
    ['localhost', 'http://localhost'],
    ['localhost:3118', 'http://localhost:3118'],
    ['localhost/cb', 'http://localhost/cb'],
    ['LOCALHOST:3118/cb', 'http://LOCALHOST:3118/cb'],
    ['127.0.0.1:6274/oauth/cb', 'http://127.0.0.1:6274/oauth/cb'],
    ['app.example.com', 'https://app.example.com'],
    ['App.Example.com:8443/CB', 'https://App.Example.com:8443/CB'],
    ['my_app.a.b.example.com/cb?tenant=1', 'https://my_app.a.b.example.com/cb?tenant=1'],
    ['app.example.xn--p1ai/cb', 'https://app.example.xn--p1ai/cb'],
    ['  app.example.com/cb\r\n', 'https://app.example.com/cb'],
    ['app.example.com/cb.', 'https://app.example.com/cb'],
    ['app[.]example[.]com/cb', 'https://app.example.com/cb'],
    ['localhost:3118/cb?code=abc&state=1&iss=https://auth.atlassian.com', 'http://localhost:3118/cb'],
    [
      'auth.atlassian.com/authorize?client_id=a&redirect_uri=https://app.example.com/cb&state=x',
      'https://app.example.com/cb',
    ],
    ['app.example.com/a\\b', 'https://app.example.com/a\\b'],
    ['com.raycast:/oauth', 'com.raycast:/oauth'],
    ['app:callback', 'app:callback'],
    ['App+x.1-2:/Cb?a=1', 'App+x.1-2:/Cb?a=1'],
    ['https:/app.example.com/cb', 'https:/app.example.com/cb'],
  ])('%j is %s', (text, redirectUri) => {
    expect(findRedirectUri(text)).toEqual(found(redirectUri));
  });

  test.each([
    'localhost:port/cb',
    'localhosts',
    'notlocalhost:3118/cb',
    'localhost:3118x',
    'localhost is refused',
    'app.example.com is refused',
    'app.example.com/cb is refused',
    'app.example.c',
    '1.5/2',
    'app/cb',
    '-:a',
    '1app:/cb',
    'com.raycast:/oauth is refused',
    'com.raycast:/oauth%20',
    'note:"x"',
    'note: x',
    'time:/3',
    '',
  ])('%j is none', (text) => {
    expect(findRedirectUri(text)).toEqual(NONE);
  });

  test('a word and a colon in front of an address are not a scheme', () => {
    expect(findRedirectUri('callback:https://app.example.com/x')).toEqual(found('https://app.example.com/x'));
  });
  test('what stands behind a million characters is left out', () => {
    const address = 'https://app.example.com/cb';
    expect(findRedirectUri(' '.repeat(1_000_000) + address)).toEqual(NONE);
    expect(findRedirectUri(' '.repeat(999_974) + address)).toEqual(found(address));
  });
});

describe('of several addresses, the one that', () => {
  test.each([
    ['comes first, other things being equal', 'https://one.example.com/a https://two.example.com/b', 0],
    ["is not Atlassian's", 'https://auth.atlassian.com/oauth/callback https://two.example.com/b', 1],
    [
      "is not Atlassian's, though a parameter names it",
      'https://x.example.com/?redirect_uri=https://mcp.atlassian.com/cb https://two.example.com/cb',
      'https://two.example.com/cb',
    ],
    ['can take a redirect', 'FTP://files.example.com/oauth/callback http://two.example.com/b', 1],
    [
      'a parameter names as the redirect',
      'https://login.example.com/oauth/redirect?redirect_uri=https%3A%2F%2Ftwo.example.com%2Fb',
      'https://two.example.com/b',
    ],
    [
      'stands behind "redirect"',
      'https://one.example.com/a refused the redirect https://two.example.com/b',
      1,
    ],
    ['stands behind "Callback:"', 'https://one.example.com/a. Callback: https://two.example.com/b', 1],
    ['stands behind "blocked"', 'https://one.example.com/a has blocked https://two.example.com/b', 1],
    ['stands behind "from"', 'https://one.example.com/a is called from https://two.example.com/b', 1],
    ['is no page to read', 'See https://one.example.com/a or https://two.example.com/b', 1],
    ['is no page to read', 'see our new page at https://one.example.com/a or https://two.example.com/b', 1],
    ['is no document', 'The doc: https://one.example.com/a or https://two.example.com/b', 1],
    ['is no guide', 'Our guide https://one.example.com/oauth or https://two.example.com/cb', 1],
    [
      'comes first, with "see" in the sentence before',
      'I will see. Try https://one.example.com/a or https://two.example.com/b',
      0,
    ],
    [
      'comes first, with a word that only ends in "see"',
      'The Tennessee https://one.example.com/a or https://two.example.com/b',
      0,
    ],
    ['has a callback as its path', 'https://one.example.com/a https://two.example.com/My/Callback', 1],
    ['has /cb as its path', 'https://one.example.com/cbx https://two.example.com/cb', 1],
    ['has /auth as its path', 'https://one.example.com/author https://two.example.com/auth', 1],
    ['has it in its path, not in its host', 'https://oauth.example.com/a https://two.example.com/oauth', 1],
    ['has it in its query', 'https://oauth.example.com?a https://two.example.com?oauth', 1],
    ['is on the own machine', 'https://one.example.com/a http://localhost:3118/b', 1],
    ['is on the own machine', 'https://one.example.com/a http://127.0.0.1:3118/b', 1],
    ['is on the own machine', 'https://one.example.com/a http://[::1]:3118/b', 1],
    ['is on the own machine, in capitals', 'https://one.example.com/a http://LOCALHOST:3118/b', 1],
    ['comes first: a name is not the machine', 'https://one.example.com/a https://my.localhost.example/b', 0],
    ['has a scheme of its own', 'https://one.example.com/a warp://mcp/b', 1],
    ['has a scheme of its own', 'http://one.example.com/a httpsx://mcp/b', 1],
    ['comes first: http and https are equal', 'https://one.example.com/a http://two.example.com/b', 0],
    ['comes first: http and https are equal', 'HTTP://one.example.com/a https://two.example.com/b', 0],
    ['is no entry of a list', 'https://one.example.com/oauth/** https://two.example.com/b', 1],
    ['is no help page', 'https://docs.example.com/oauth https://two.example.com/b', 1],
    ['is no help page', 'https://Support.example.com/a https://two.example.com/b', 1],
    ['is no repository', 'https://github.com/oauth https://two.example.com/b', 1],
    ['is no repository', 'https://www.GitHub.com/oauth https://two.example.com/b', 1],
    [
      'comes first: a host that only ends in docs',
      'https://mydocs.example.com/a https://two.example.com/b',
      0,
    ],
    ['comes first: a host that only ends alike', 'https://notgithub.com/a https://two.example.com/b', 0],
    [
      'comes first: a host that only starts alike',
      'https://github.com.example/a https://two.example.com/b',
      0,
    ],
  ])('%s: %s', (_, text, wanted) => {
    const redirectUri = typeof wanted === 'string' ? wanted : text.match(/\S+:\/\/\S+/g)?.[wanted];
    expect(findRedirectUri(text)).toEqual({ redirectUri, onlyAtlassian: false });
  });
});

describe("Atlassian's own addresses", () => {
  test.each([
    'see https://mcp.atlassian.com/v2/mcp',
    'see https://atlassian.com',
    'https://acme.atlassian.net/wiki and https://id.atlassian.com/login',
    'at https://acme.atlassian-us-gov-mod.com/',
    'at https://acme.atlassian-isolated.net/',
    'at https://acme.JIRA.com/',
    'https://id.atlassian.com/login?continue=https%3A%2F%2Fhome.atlassian.com',
    'https://id.atlassian.com/error',
    'https://id.atlassian.com/error?error=invalid_request&error_description=Incorrect%20request',
  ])('are none: %s', (text) => {
    expect(findRedirectUri(text)).toEqual({ onlyAtlassian: true });
  });

  test.each(['https://mcp.atlassian.com/cb', 'https://id.atlassian.com/errors'])(
    'are one when nothing else is asked for: %s',
    (text) => {
      expect(findRedirectUri(text)).toEqual(found(text));
    },
  );

  test.each([
    'https://notatlassian.com/cb',
    'https://atlassian.com.example.net/cb',
    'https://mcp.atlassian.com@example.net/cb',
  ])('are not these: %s', (text) => {
    expect(findRedirectUri(`see ${text}`)).toEqual(found(text));
  });
});

describe('a mail that hides the address', () => {
  test.each([
    [
      'https://www.google.com/url?q=https%3A%2F%2Fapp.example.com%2Ftool&sa=D',
      'https://app.example.com/tool',
    ],
    ['https://notgoogle.com/url?q=https%3A%2F%2Fapp.example.com%2Ftool', undefined],
    [
      'Blocked: https://auth.atlassian.com/authorize?client_id=a&redirect_uri=\nhttps%3A%2F%2Fapp.example.com%2Fcb&state=1',
      'https://app.example.com/cb',
    ],
    [
      'https://auth.atlassian.com/authorize?client_id=3Da&redire=\nct_uri=3Dhttps%3A%2F%2Fapp.example.com%2Fcb&state=3D1',
      'https://app.example.com/cb',
    ],
    ['It says\n> https://app.example.com/\nThanks,\nBob', 'https://app.example.com/'],
    ['|Tool|https://app.example.com/cb|refused|', 'https://app.example.com/cb'],
  ])('%j', (text, redirectUri) => {
    expect(findRedirectUri(text)).toEqual(found(redirectUri ?? text));
  });
});
