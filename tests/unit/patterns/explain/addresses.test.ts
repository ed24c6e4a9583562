import { describe, expect, test } from 'vitest';
import { findAddresses } from '../../../../lib/patterns/explain/addresses.ts';

const CALLBACK = 'https://app.example.com/cb';
const addressesOf = (text: string) => findAddresses(text).map(({ address }) => address);

describe('where an address starts and ends in a text', () => {
  test.each([
    ['at both ends', CALLBACK, CALLBACK],
    ['glued to a word', 'blocked.https://app.example.com/cb', CALLBACK],
    ['glued to a name', 'redirect_urihttp://localhost/cb', 'http://localhost/cb'],
    ['a scheme that holds one', 'httpsx://app/cb', 'httpsx://app/cb'],
    ['capitals', 'HTTPS://APP.example.com/CB', 'HTTPS://APP.example.com/CB'],
    ['a scheme of its own', 'open vscode-insiders+1.x://ext/cb now', 'vscode-insiders+1.x://ext/cb'],
    ['digits and signs in front of it', '12.-cursor://x/cb', 'cursor://x/cb'],
    ['double quotes', `"${CALLBACK}" is blocked`, CALLBACK],
    ['single quotes', `'${CALLBACK}' is blocked`, CALLBACK],
    ['curly quotes', `“${CALLBACK}” ‘x’`, CALLBACK],
    ['guillemets', `«${CALLBACK}»`, CALLBACK],
    ['code', `\`${CALLBACK}\``, CALLBACK],
    ['Japanese marks', `「${CALLBACK}」。`, CALLBACK],
    ['a label', `<${CALLBACK}|app.example.com>`, CALLBACK],
    ['a ticket link', `[${CALLBACK}|${CALLBACK}|smart-link]`, CALLBACK],
    ['a ticket link with a label', `[the app|${CALLBACK}]`, CALLBACK],
    ['a row of a table', `|${CALLBACK}|yes|`, CALLBACK],
    ['a bar of its own', 'https://app.example.com/a|b', 'https://app.example.com/a|b'],
    ['a Markdown link', `[callback](${CALLBACK})`, CALLBACK],
    ['the end of a sentence', `Is it ${CALLBACK}?!`, CALLBACK],
    ['a list', `${CALLBACK},`, CALLBACK],
    ['a backslash behind it', `${CALLBACK}\\`, CALLBACK],
    ['brackets around it', `(${CALLBACK}).`, CALLBACK],
    ['brackets of its own', '(https://app.example.com/a(b))', 'https://app.example.com/a(b)'],
    ['several of its own', '(https://app.example.com/(a)(b))', 'https://app.example.com/(a)(b)'],
    ['square and curly ones', `[{{${CALLBACK}}}]`, CALLBACK],
    ['an IPv6 address', 'http://[::1]', 'http://[::1]'],
    ['bold', `**${CALLBACK}**`, CALLBACK],
    ['italics', `_${CALLBACK}_`, CALLBACK],
    ['struck out', `~${CALLBACK}~`, CALLBACK],
    ['stars of its own', 'https://app.example.com/**', 'https://app.example.com/**'],
    ['an underscore of its own', '(https://app.example.com/cb_', 'https://app.example.com/cb_'],
    ['a slash on both sides', '/https://app.example.com/', 'https://app.example.com/'],
  ])('%s: %s', (_, text, address) => {
    expect(addressesOf(text)[0]).toBe(address);
  });

  test.each(['', 'no address', '://', '12://', 'https://', 'see https:// for', '-://x'])(
    'none in %j',
    (text) => {
      expect(addressesOf(text)).toEqual([]);
    },
  );

  test('a Markdown link that names itself is found twice', () => {
    expect(addressesOf(`[${CALLBACK}](${CALLBACK})`)).toEqual([CALLBACK]);
  });

  test('a scheme has sixty characters at most', () => {
    expect(addressesOf(`${'a'.repeat(70)}://x/cb`)).toEqual([`${'a'.repeat(60)}://x/cb`]);
  });
});

describe('several addresses', () => {
  test('come in the order of the text, with their offset and what stands in front', () => {
    const words = `${'x'.repeat(50)} Not From `;
    expect(findAddresses(`${words}${CALLBACK}, but cursor://x/cb`)).toEqual([
      { address: CALLBACK, at: 60, parameter: false, before: words.toLowerCase() },
      {
        address: 'cursor://x/cb',
        at: 92,
        parameter: false,
        before: `${words}${CALLBACK}, but `.toLowerCase().slice(-60),
      },
    ]);
  });
  test('two that are glued together by a comma', () => {
    expect(addressesOf(`${CALLBACK} ${CALLBACK}2\nhttp://localhost/`)).toEqual([
      CALLBACK,
      `${CALLBACK}2`,
      'http://localhost/',
    ]);
  });
  test('two hundred are read', () => {
    expect(addressesOf(`${CALLBACK} `.repeat(250))).toHaveLength(200);
  });
});

describe('encoded addresses', () => {
  const encoded = (text: string, times: number): string =>
    times === 0 ? text : encoded(encodeURIComponent(text), times - 1);

  test.each([0, 1, 2, 3, 4])('encoded %s times', (times) => {
    expect(addressesOf(`is ${encoded(CALLBACK, times)} blocked`)).toEqual([CALLBACK]);
  });
  test.each([
    [
      'without the parameters that stood behind it',
      `redirect_uri%3D${encoded(`${CALLBACK}&state=1`, 1)}`,
      CALLBACK,
    ],
    ['behind an ampersand of the link', `${encoded(CALLBACK, 1)}&state=1`, CALLBACK],
    ['with its own parameters', encoded(`${CALLBACK}?a=1&b=2`, 1), `${CALLBACK}?a=1&b=2`],
    ['cut off in the middle', `${encoded(CALLBACK, 1)}%2`, `${CALLBACK}%2`],
    ['in small letters', 'https%3a%2f%2fapp.example.com%2fcb', CALLBACK],
  ])('%s', (_, text, address) => {
    expect(addressesOf(text)).toEqual([address]);
  });
});

describe('addresses inside others', () => {
  const link = (name: string, value: string) => `https://login.example.com/x?a=1&${name}=${value}&state=2`;

  test.each([
    ['encoded', encodeURIComponent(CALLBACK), CALLBACK],
    ['not encoded', CALLBACK, CALLBACK],
    ['encoded twice', encodeURIComponent(encodeURIComponent(CALLBACK)), CALLBACK],
    ['with an escape of its own', encodeURIComponent(`${CALLBACK}?x=%3A1`), `${CALLBACK}?x=%3A1`],
    ['with one slash', 'com.raycast%3A%2Foauth', 'com.raycast:/oauth'],
    ['with one slash, encoded twice', 'com.raycast%253A%252Foauth', 'com.raycast:/oauth'],
  ])('%s', (_, value, inner) => {
    expect(addressesOf(link('redirect_uri', value))).toEqual([link('redirect_uri', value), inner]);
  });

  test.each(['12:/x', 'see%20https%3A%2F%2Fx', 'a%20https%253A%252F%252Fx', '3%253Ax', 'code', ''])(
    'a value that does not start with a scheme is none: %s',
    (value) => {
      expect(addressesOf(link('redirect_uri', value))).toEqual([link('redirect_uri', value)]);
    },
  );

  test.each([
    'redirect_uri',
    'redirect-uri',
    'redirectUri',
    'redirect_url',
    'REDIRECT_URI',
    'redirect',
    'redirect_to',
    'callback',
    'callback_url',
    'callbackUrl',
    'callback-uri',
    'return_to',
    'returnTo',
    'return_url',
    'returnUri',
  ])('%s names a redirect', (name) => {
    expect(findAddresses(link(name, CALLBACK)).map(({ parameter }) => parameter)).toEqual([false, true]);
  });
  test.each(['continue', 'xredirect', 'no_redirect_uri', 'redirects', 'redirect_uris', 'redirect_ur', 'iss'])(
    '%s names none',
    (name) => {
      expect(findAddresses(link(name, CALLBACK)).map(({ parameter }) => parameter)).toEqual([false, false]);
    },
  );

  test('keep the place and the words in front of the outer one', () => {
    expect(findAddresses(`From ${link('redirect_uri', CALLBACK)}`)[1]).toEqual({
      address: CALLBACK,
      at: 5,
      parameter: true,
      before: 'from ',
    });
  });

  test('a rewritten link is not named beside what it holds', () => {
    expect(
      addressesOf(`https://www.google.com/url?q=${encodeURIComponent(link('redirect_uri', CALLBACK))}`),
    ).toEqual([link('redirect_uri', CALLBACK), CALLBACK]);
  });

  test('five layers are looked at', () => {
    let nested = CALLBACK;
    for (let n = 0; n < 7; n++) nested = `https://l${n}.example.com/?to=${encodeURIComponent(nested)}`;
    expect(addressesOf(nested)).toHaveLength(5);
    let wrapped = CALLBACK;
    for (let n = 0; n < 4; n++) wrapped = `https://www.google.com/url?q=${encodeURIComponent(wrapped)}`;
    expect(addressesOf(wrapped)).toEqual([CALLBACK]);
    expect(addressesOf(`https://www.google.com/url?q=${encodeURIComponent(wrapped)}`)).toEqual([]);
  });
});

describe('a callback that was called', () => {
  test.each([
    'code=abc',
    'error=access_denied&error_description=x&error_uri=y',
    'state=1&code=abc&iss=https%3A%2F%2Fauth.atlassian.com',
    'code=abc&session_state=1&scope=a&authuser=0&prompt=consent&hd=example.com',
  ])('loses what the answer added: %s', (query) => {
    expect(addressesOf(`${CALLBACK}?${query}`)[0]).toBe(CALLBACK);
    expect(addressesOf(`${CALLBACK}#${query}`)[0]).toBe(CALLBACK);
  });
  test.each([
    'tenant=1',
    'state=abc',
    'tenant=1&code=abc',
    'code=abc&xstate=1',
    'code=abc&states=1',
    'codes=1',
  ])('keeps what else it holds: %s', (query) => {
    expect(addressesOf(`${CALLBACK}?${query}`)).toEqual([`${CALLBACK}?${query}`]);
  });
});
