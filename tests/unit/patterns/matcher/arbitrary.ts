import fc from 'fast-check';

/** Entries and addresses from a small alphabet, so that they meet often. */

const hostLabel = fc.constantFrom(
  'a',
  'b',
  'ab',
  '*',
  'a*',
  '*b',
  'a-*',
  '*-b',
  'a*b',
  '{a,b}',
  '{a,*}',
  '{x,a*}',
);
const domain = fc.constantFrom('example.com', 'example.com', 'example.org', '{example.com,example.org}');
const entryPort = fc.constantFrom('', '', '', ':*', ':**', ':8080', ':443', ':{443,8080}', ':{8080,9090}');
const entrySegment = fc.constantFrom(
  'a',
  'b',
  'ab',
  '*',
  '**',
  '**',
  'a*',
  '*b',
  'a*b',
  '',
  '{a,b}',
  '{a,*}',
  '{a/b,b}',
);

const entryHost = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .tuple(fc.array(hostLabel, { maxLength: 2 }), domain)
      .map(([labels, end]) => [...labels, end].join('.')),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom('localhost', '127.0.0.1', '[::1]', 'A.Example.COM', 'b\u00FCcher.example.com'),
  },
);
const entryPath = fc
  .array(entrySegment, { maxLength: 3 })
  .map((segments) => segments.map((one) => `/${one}`).join(''));

/** Mostly valid entries. */
export const entry: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('https', 'https', 'https', 'http', 'HTTPS', 'cursor'),
    entryHost,
    entryPort,
    entryPath,
  )
  .map(([scheme, host, port, path]) => {
    const local = /^(?:localhost|127)/.test(host);
    return `${scheme === 'http' && !local ? 'https' : scheme}://${host}${port}${path}`;
  });

const label = fc.constantFrom('a', 'b', 'ab', 'a-b', 'axb', 'x', 'ba', 'a-', 'xn--bcher-kva');
const segment = fc.constantFrom('a', 'b', 'ab', 'axb', 'x', '', '.a', 'ba', '{a,b}', '*', '**');

/** Mostly safe addresses, many of which the entries above cover. */
export const address: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom('https', 'https', 'https', 'http', 'cursor', 'HTTPS'),
    fc.oneof(
      {
        weight: 6,
        arbitrary: fc
          .tuple(fc.array(label, { maxLength: 3 }), fc.constantFrom('example.com', 'example.org'))
          .map(([labels, end]) => [...labels, end].join('.')),
      },
      {
        weight: 1,
        arbitrary: fc.constantFrom(
          'localhost',
          '127.0.0.1',
          '[::1]',
          'A.EXAMPLE.com',
          'b\u00FCcher.example.com',
        ),
      },
    ),
    fc.constantFrom('', '', '', ':8080', ':443', ':9090', ':80', ':1'),
    fc.array(segment, { maxLength: 4 }).map((segments) => segments.map((one) => `/${one}`).join('')),
    fc.constantFrom('', '', '', '?', '?x=1'),
  )
  .map((parts) => `${parts[0]}://${parts.slice(1).join('')}`);

/** Any text at all: controls, halves of surrogate pairs, pieces of addresses. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  fc
    .array(
      fc.constantFrom(
        'https://',
        'a',
        '.',
        '*',
        '**',
        '/',
        '{',
        '}',
        ',',
        ':',
        '@',
        '%',
        '%2e',
        '\\',
        '\0',
        'xn--',
        '[',
        '\uD800',
        '\u202E',
        '?',
        '#',
        '80',
      ),
    )
    .map((pieces) => pieces.join('')),
);
