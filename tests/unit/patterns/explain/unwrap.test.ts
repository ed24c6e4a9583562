import { describe, expect, test } from 'vitest';
import {
  decode,
  hostOf,
  parametersOf,
  plainText,
  unwrapLink,
} from '../../../../lib/patterns/explain/unwrap.ts';

const CALLBACK = 'https://app.example.com/cb';

describe('what mail clients and tickets do to an address is undone', () => {
  test.each([
    ['&lt;https://app.example.com/cb&gt;', `<${CALLBACK}>`],
    ['&quot;https://app.example.com/cb&QUOT;', `"${CALLBACK}"`],
    ['&apos;https://app.example.com/cb&apos;', `'${CALLBACK}'`],
    ['&#39;https://app.example.com/cb&#x27;', `'${CALLBACK}'`],
    ['https:&#47;&#47;app.example.com&#x2f;cb', CALLBACK],
    ['https&#58;&#x2F;&#x2F;app&#46;example&#x2E;com/cb', CALLBACK],
    ['from&nbsp;https://app.example.com/cb', `from ${CALLBACK}`],
    ['?a=1&amp;b&#61;2&amp;c&#x3D;3', '?a=1&b=2&c=3'],
    ['&copy;1 &#; &#x; &amp', '&copy;1 &#; &#x; &amp'],
    [String.raw`https:\/\/app.example.com\/cb`, CALLBACK],
    [String.raw`https:\u002f\u002Fapp.example.com/cb\u003fa\u003d1\u0026b`, `${CALLBACK}?a=1&b`],
    [String.raw`https://b\u00fccher.example.com/cb`, 'https://bücher.example.com/cb'],
    ['hxxps://app.example.com/cb', CALLBACK],
    ['h**p://localhost:3118/cb', 'http://localhost:3118/cb'],
    ['htt__ps://app.example.com/cb', CALLBACK],
    ['htt__p://localhost/cb', 'http://localhost/cb'],
    ['hxxps[://]app[.]example(.)com/cb', CALLBACK],
    ['https[:]//app[dot]example(DOT)com/cb', CALLBACK],
    ['https://app{.}example.com[:]8443/cb', 'https://app.example.com:8443/cb'],
    ['sixxhxxp is a word, and so is [:]a', 'sixxhxxp is a word, and so is [:]a'],
  ])('%s', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});

describe("quoted-printable, as a mail's source has it", () => {
  test.each([
    ['https://app.example.com/oa=\nuth', 'https://app.example.com/oauth'],
    ['https://app.example.com/oa=\r\nuth', 'https://app.example.com/oauth'],
    ['?redirect_u=\nri=3Dhttps', '?redirect_uri=https'],
    ['<a href=3D"https://app.example.com/cb">', `<a href="${CALLBACK}">`],
    ['?a=3D1 =E2=80=9Chttps://app.example.com/cb=E2=80=9D', `?a=1 “${CALLBACK}”`],
    ['?a=3D1&b=\r\n=3D=2Fx', '?a=1&b=/x'],
  ])('%j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });

  test.each(['?redirect_uri=\nhttps', '?a=1&redirect-uri=\r\nhttps'])(
    'the equals sign of a parameter is none of it: %j',
    (text) => {
      expect(plainText(text)).toBe(text);
    },
  );

  test('an equals sign and two digits alone are none of it', () => {
    expect(plainText('https://app.example.com/cb?tenant=41')).toBe('https://app.example.com/cb?tenant=41');
  });
});

describe('links that a mail filter or a site rewrote', () => {
  test.each([
    'https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fapp.example.com%2Fcb&data=05',
    'https://safelinks.protection.outlook.com/?data=05&url=https%3A%2F%2Fapp.example.com%2Fcb',
    'https://usg01.safelinks.protection.office365.us/?url=https%3A%2F%2Fapp.example.com%2Fcb',
    'https://EUR01.SafeLinks.Protection.Outlook.com/?url=https%3A%2F%2Fapp.example.com%2Fcb',
    'https://www.google.com/url?q=https%3A%2F%2Fapp.example.com%2Fcb&sa=D',
    'https://google.de/url?sa=t&url=https%3A%2F%2Fapp.example.com%2Fcb',
    'https://www.google.co.uk/url?q=https%3A%2F%2Fapp.example.com%2Fcb',
    'https://l.facebook.com/l.php?u=https%3A%2F%2Fapp.example.com%2Fcb&h=x',
    'https://slack-redir.net/link?url=https%3A%2F%2Fapp.example.com%2Fcb',
    'https://linkprotect.cudasvc.com/url?a=https%3a%2f%2fapp.example.com%2fcb&c=E',
    'https://urldefense.com/v3/__https://app.example.com/cb__;!!abc!def$',
    'https://urldefense.us/v3/__https://app.example.com/cb__;!!a__;b',
  ])('%s', (link) => {
    expect(unwrapLink(link)).toBe(CALLBACK);
  });

  test.each([
    ['the host only ends like one', 'https://notgoogle.com/url?q=https://app.example.com/cb'],
    ['the host only starts like one', 'https://www.google.com.example.net/url?q=https://app.example.com/cb'],
    ['the same', 'https://a.safelinks.protection.outlook.com.example.net/?url=https://app.example.com/cb'],
    ['the same', 'https://mysafelinks.protection.outlook.com/?url=https://app.example.com/cb'],
    ['the same', 'https://my-urldefense.com/v3/__https://app.example.com/cb__;'],
    ['the same', 'https://urldefense.com.example.net/v3/__https://app.example.com/cb__;'],
    ['a host below a site', 'https://ml.facebook.com/l.php?u=https://app.example.com/cb'],
    ['another parameter', 'https://www.google.com/url?next=https://app.example.com/cb'],
    ['a longer name', 'https://www.google.com/url?curl=https://app.example.com/cb'],
    ['a longer name', 'https://www.google.com/url?urls=https://app.example.com/cb'],
    ['a search for words', 'https://www.google.com/search?q=redirect+uri'],
    ['no parameter', 'https://www.google.com/maps'],
    ['an end that is missing', 'https://urldefense.com/v3/__https://app.example.com/cb'],
    ['nothing wrapped', 'https://urldefense.com/v3/'],
    ['any other address', 'https://tool.example.com/?url=https://app.example.com/cb'],
  ])('is none of them: %s, %s', (_, link) => {
    expect(unwrapLink(link)).toBeUndefined();
  });
});

describe('parts of an address', () => {
  test.each([
    ['https://app.example.com:8443/cb', 'app.example.com'],
    ['https://app.example.com?a=1', 'app.example.com'],
    ['https://app.example.com#a', 'app.example.com'],
    ['https://app.example.com\\cb', 'app.example.com'],
    ['https://APP.example.com', 'APP.example.com'],
    ['com.raycast:/oauth', ''],
    ['app.example.com/cb', ''],
  ])('the host of %s is %j', (address, host) => {
    expect(hostOf(address)).toBe(host);
  });

  test.each<[string, [string, string][]]>([
    ['https://app.example.com/a=1', []],
    ['https://app.example.com/cb?', [['', '']]],
    ['?a=1', [['a', '1']]],
    [
      'https://app.example.com/cb?a=1&b=x%20y&c#d=%2F&=e&f==',
      [
        ['a', '1'],
        ['b', 'x y'],
        ['c', ''],
        ['d', '/'],
        ['', 'e'],
        ['f', '='],
      ],
    ],
    [
      'https://app.example.com/cb?a=1?b=2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
  ])('the parameters of %s', (address, parameters) => {
    expect(parametersOf(address)).toEqual(parameters);
  });

  test('a hundred parameters are read', () => {
    expect(parametersOf(`https://app.example.com/cb?${'a=1&'.repeat(150)}`)).toHaveLength(100);
  });

  test.each([
    ['https%3A%2F%2Fapp.example.com', 'https://app.example.com'],
    ['https%253A', 'https%3A'],
    ['b%C3%BCcher', 'bücher'],
    ['a%2Fb%', 'a/b%'],
    ['a%2Fb%3', 'a/b%3'],
    ['a%2Fb%FCc%2Fd', 'a/b%FCc/d'],
    ['a%2F%FC%2F%c3%bc', 'a/%FC/ü'],
    ['%zz%2F', '%zz/'],
  ])('%s reads %s', (text, decoded) => {
    expect(decode(text)).toBe(decoded);
  });
});
