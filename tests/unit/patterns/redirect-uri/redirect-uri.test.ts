import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MAX_ADDRESS_LENGTH, readRedirectUri } from '../../../../lib/patterns/redirect-uri/index.ts';
import { address, anyText } from '../matcher/arbitrary.ts';

describe('components', () => {
  test.each([
    [
      'https://App.Example.com',
      { scheme: 'https', host: 'app.example.com', port: '', path: '/', query: undefined },
    ],
    [
      'HTTPS://app.example.com:443/A?b',
      { scheme: 'https', host: 'app.example.com', port: '', path: '/A', query: 'b' },
    ],
    ['http://localhost:80', { scheme: 'http', host: 'localhost', port: '', path: '/' }],
    ['http://localhost:443/', { scheme: 'http', host: 'localhost', port: '443', path: '/' }],
    ['http://127.0.0.1:65535/cb?', { host: '127.0.0.1', port: '65535', query: '' }],
    ['https://app.example.com?x=/../', { path: '/', query: 'x=/../' }],
    ['https://B\u00FCcher.example.com/', { host: 'xn--bcher-kva.example.com' }],
    ['https://xn--bcher-kva.example.com/', { host: 'xn--bcher-kva.example.com' }],
    ['https://[0:0::1]:8080/', { host: '[::1]', port: '8080' }],
    ['https://a_b.example.com/', { host: 'a_b.example.com' }],
    ['https://r3---x.example.com/', { host: 'r3---x.example.com' }],
    ['https://192.0.2.1/', { host: '192.0.2.1' }],
    ['https://app.4example.com/', { host: 'app.4example.com' }],
    ['https://app.example.com/a/.../b', { path: '/a/.../b' }],
    ['https://app.example.com/%E4%BD%A0', { path: '/%E4%BD%A0' }],
    ['cursor://Any.sphere/cb', { scheme: 'cursor', custom: true, host: 'Any.sphere', port: '', path: '/cb' }],
    ['cursor://a_b:80/cb', { host: 'a_b', port: '80' }],
    ['cursor://1.2.3/cb', { host: '1.2.3' }],
    ['cursor://xn--a/cb', { host: 'xn--a' }],
  ])('%s', (text, expected) => {
    expect(readRedirectUri(text)).toMatchObject(expected);
  });
});

/** Each refusal with the words that name the character, or what a browser does. */
describe('refusals (R1)', () => {
  const label64 = 'a'.repeat(64);
  test.each([
    ['', 'empty', 'no address'],
    [`https://a.example.com/${'a'.repeat(MAX_ADDRESS_LENGTH)}`, 'too-long', 'longer than'],
    ['https://a.example.com/\n', 'control', 'a line break (U+000A) as character 23'],
    ['https://a.example.com/\0', 'control', 'a NUL'],
    ['https://a.example.com/\u0085', 'control', 'the character U+0085'],
    ['https://a.example.com/\u007F', 'control', 'the character U+007F'],
    ['https://a. example.com/', 'space', 'a space (U+0020)'],
    ['https://a.example.com/\u3000', 'space', 'U+3000'],
    ['https://a.example.com/\u200B', 'invisible', 'zero-width space'],
    ['https://a.example.com/\u202Ex', 'invisible', 'the character U+202E'],
    ['https://a.example.com/\uDC00', 'unencodable', 'the character U+DC00'],
    ['https://a.example.com/\uFFFD', 'unencodable', 'replacement character'],
    ['https://a.example.com\\@b.example.com/', 'backslash', 'read it as a slash'],
    ['https://a.example.com/\\', 'backslash', 'a backslash (U+005C)'],
    ['a.example.com', 'no-scheme', 'protocol'],
    ['1https://a.example.com', 'no-scheme', 'protocol'],
    // The Kelvin sign, which is a plain k in lower case.
    ['\u212Airo://a/b', 'no-scheme', 'protocol'],
    ['javascript:alert(1)', 'dangerous-scheme', 'runs code'],
    ['DATA://a/b', 'dangerous-scheme', 'runs code'],
    ['https:a.example.com', 'no-authority', 'add them'],
    ['https:/a.example.com', 'no-authority', 'add them'],
    ['com.raycast:/oauth', 'no-authority', 'W222'],
    ['https:///a', 'no-host', 'no host'],
    ['https://:80/', 'no-host', 'no host'],
    ['cursor:///a', 'no-host', 'no host'],
    ['https://a.example.com:80@evil.net/', 'userinfo', '"evil.net"'],
    ['https://@a.example.com/', 'userinfo', '"a.example.com"'],
    ['https://a@b@c.example.com/', 'userinfo', '"c.example.com"'],
    ['https://a.example.com/#', 'fragment', '"#"'],
    ['https://a.example.com#@b', 'fragment', '"#"'],
    ['https://a.example.com:/', 'port', 'without a port'],
    ['https://a.example.com:x/', 'port', 'not a number'],
    ['https://a.example.com:65536/', 'port', 'out of range'],
    ['https://a.example.com:0/', 'port', 'out of range'],
    ['https://a.example.com:080/', 'port', 'starts with a zero'],
    ['https://a|b.example.com/', 'host-character', '"|" (U+007C)'],
    ['https://*.example.com/', 'host-character', '"*" (U+002A)'],
    ['https://a%2eb.example.com/', 'host-character', 'percent-encoded'],
    ['cursor://a%20b/', 'host-character', '"%" (U+0025)'],
    ['https://a..example.com/', 'host-label', 'empty label'],
    ['https://.example.com/', 'host-label', 'empty label'],
    ['https://-a.example.com/', 'host-label', 'hyphen'],
    ['https://a-.example.com/', 'host-label', 'hyphen'],
    ['https://a.example.com-/', 'host-label', 'hyphen'],
    [`https://${label64}.example.com/`, 'host-label', 'longer than 63'],
    [`https://a.${label64}/`, 'host-label', 'longer than 63'],
    [`https://${'a.'.repeat(125)}example/`, 'host-label', 'longer than 253'],
    ['https://\u24D0.example.com/', 'internationalised', 'map to others'],
    ['https://a\u3002example.com/', 'internationalised', 'map to others'],
    ['https://xn--a.example.com/', 'internationalised', 'not a valid'],
    ['https://a.example.com./', 'trailing-dot', 'ends in a dot'],
    ['cursor://a..b/', 'host-label', 'empty label'],
    ['cursor://.b/', 'host-label', 'empty label'],
    ['cursor://-a.b/', 'host-label', 'hyphen'],
    ['cursor://a.b-/', 'host-label', 'hyphen'],
    [`cursor://${label64}/`, 'host-label', 'longer than 63'],
    [`cursor://${'a.'.repeat(126)}ab/`, 'host-label', 'longer than 253'],
    ['cursor://a.b./', 'trailing-dot', 'ends in a dot'],
    ['cursor://./', 'trailing-dot', 'ends in a dot'],
    ['cursor://a~b/', 'host-character', '"~" (U+007E)'],
    ['http://127.1/', 'ip-address', '127.0.0.1'],
    ['http://0x7f000001/', 'ip-address', '127.0.0.1'],
    ['http://2130706433/', 'ip-address', '127.0.0.1'],
    ['http://127.0.0.01/', 'ip-address', '127.0.0.1'],
    ['https://a.example.1/', 'ip-address', 'refuse it'],
    ['https://256.0.0.1/', 'ip-address', 'refuse it'],
    ['https://[::g]/', 'ip-address', 'not an IPv6'],
    ['https://[::1/', 'ip-address', 'not an IPv6'],
    ['https://a.example.com/%', 'percent', '"%"'],
    ['https://a.example.com/%2', 'percent', '"%2"'],
    ['https://a.example.com/?%zz', 'percent', '"%zz"'],
    ['https://a.example.com/%25252525', 'percent', 'over and over'],
    ['https://a.example.com/.', 'dot-segment', '"."'],
    ['https://a.example.com/a/../b', 'dot-segment', '".."'],
    ['https://a.example.com/a/%2E%2e/b', 'dot-segment', 'behind percent-encoding'],
    ['https://a.example.com/a/%252e./b', 'dot-segment', 'behind percent-encoding'],
    ['https://a.example.com/a/..;b=1/c', 'dot-segment', '".."'],
    ['https://a.example.com/a/..%2fb', 'dot-segment', 'behind percent-encoding'],
    ['https://a.example.com/a%2f%2e%2e', 'dot-segment', 'behind percent-encoding'],
    ['https://a.example.com/a%00', 'control', 'behind percent-encoding'],
    ['https://a.example.com/a%5Cb', 'backslash', 'behind percent-encoding'],
  ])('%j: %s', (text, refused, words) => {
    const uri = readRedirectUri(text);
    expect(uri).toMatchObject({ refused });
    expect(uri.refused === undefined ? '' : uri.reason).toContain(words);
  });
});

describe('properties', () => {
  test('never throws, and a reason is a sentence without control characters', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const uri = readRedirectUri(text);
        if (uri.refused === undefined) return;
        expect(uri.reason).toMatch(/^[^\0-\x1F]{10,400}\.$/);
      }),
      { numRuns: 2000 },
    );
  });

  test('a backslash is refused beside letters of other scripts too', () => {
    expect(readRedirectUri('https://\u00A1\\\u00BF').refused).toBeDefined();
    expect(readRedirectUri('https://b\u00FCcher\\.example.com/cb').refused).toBeDefined();
  });

  test('what is accepted is read as the platform reads it', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          address,
          anyText.map((text) => `https://a.example.com/${text}`),
          anyText.map((text) => `https://${text}`),
        ),
        (text) => {
          const uri = readRedirectUri(text);
          if (uri.refused !== undefined || uri.custom) return;
          const url = new URL(text);
          expect(`${uri.scheme}://${uri.host}${uri.port && `:${uri.port}`}`).toBe(url.origin);
          expect(new URL(`${url.origin}${uri.path}`).pathname).toBe(url.pathname);
          expect(uri.query ?? '').toBe(url.search.length > 0 ? text.slice(text.indexOf('?') + 1) : '');
        },
      ),
      { numRuns: 2000 },
    );
  });

  test('a canonical address reads as itself', () => {
    fc.assert(
      fc.property(address, (text) => {
        const uri = readRedirectUri(text);
        if (uri.refused !== undefined) return;
        const written = `${uri.scheme}://${uri.host}${uri.port && `:${uri.port}`}${uri.path}${uri.query === undefined ? '' : `?${uri.query}`}`;
        expect(readRedirectUri(written)).toEqual(uri);
      }),
    );
  });
});
