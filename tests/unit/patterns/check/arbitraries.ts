import fc from 'fast-check';
import { readTable } from './table.ts';

const label = fc.stringMatching(/^[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?$/);

/** A host with two to four labels under a usual top-level domain. */
export const webHost = fc
  .tuple(
    fc.array(label, { minLength: 1, maxLength: 3 }),
    fc.constantFrom('com', 'co.uk', 'ai', 'example.com'),
  )
  .map(([labels, tld]) => `${labels.join('.')}.${tld}`)
  .filter((host) => !host.includes('xn--'));

const rows = ['validate.tsv', 'more-validate.tsv', 'edge-validate.tsv']
  .flatMap(readTable)
  .map((row) => row.pattern);

/** What entries are made of, and what is wrongly put into them. */
const piece = fc.constantFrom(
  ...[
    'https',
    'http',
    'cursor',
    'com.example.app',
    'htps',
    'javascript',
    'HTTPS',
    '://',
    ':/',
    '//',
    '/',
    '/',
    '/**',
    '/*',
    '**',
    '*',
    '***',
  ],
  ...[
    'app',
    'api',
    'example.com',
    '.com',
    'co.uk',
    'vercel.app',
    'localhost',
    '127.0.0.1',
    '[::1]',
    '1.2.3',
    'claude.ai',
    'cluade.ai',
    'my_app',
  ],
  ...[
    '.',
    '..',
    '/./',
    '%2e',
    '%',
    '%41',
    '-',
    ':443',
    ':80',
    ':*',
    ':**',
    ':8080',
    ':0',
    ':',
    '@',
    '?',
    '#',
    '\\',
    ' ',
    '\t',
    '\n',
    ',',
  ],
  ...[
    '{',
    '}',
    '{a,b}',
    '{a}',
    '{,a}',
    '{1..3}',
    '{a,{b,c}}',
    '{a,a}',
    '[',
    ']',
    '(',
    ')',
    '(a|b)',
    '|',
    '"',
    "'",
    '`',
    '<',
    '>',
    '- ',
  ],
  ...[
    '\u200B',
    '\u00A0',
    '\uFEFF',
    '\0',
    '\uD800',
    '\uFFFD',
    '\u2217',
    '\uFF1A',
    'ü',
    'а',
    'ſ',
    'İ',
    '😀',
    'xn--bcher-kva',
    'xn--a',
  ],
);

/** Texts near and far from entries: anything, pieces of entries in any order, and known entries with one change. */
export const anyEntry: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.array(piece, { maxLength: 10 }).map((pieces) => pieces.join('')),
  fc
    .tuple(fc.constantFrom('https://', 'http://', 'cursor://'), fc.array(piece, { maxLength: 7 }))
    .map(([head, pieces]) => head + pieces.join('')),
  fc
    .tuple(webHost, fc.array(piece, { maxLength: 4 }))
    .map(([host, pieces]) => `https://${host}${pieces.join('')}`),
  fc.tuple(fc.constantFrom(...rows), fc.nat(), piece, fc.nat(3)).map(([row, at, added, dropped]) => {
    const start = at % (row.length + 1);
    return row.slice(0, start) + added + row.slice(start + dropped);
  }),
);
