import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { readPatternFile, readPatternFileInSlices } from '../../../../lib/import/index.ts';
import { isComment, withoutTrailingComment } from '../../../../lib/import/read/comments.ts';
import { looksLikeDisguised } from '../../../../lib/import/read/disguise.ts';
import { looksLikeFormula } from '../../../../lib/import/read/formula.ts';
import { parseJson } from '../../../../lib/import/read/json-text.ts';
import { PLAIN_LINE } from '../../../../lib/import/read/lines.ts';
import { drain } from '../../../../lib/slices/sliced.ts';

// Many runs on a busy machine: what is slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const utf8 = new TextEncoder();
const names = fc.constantFrom('', 'list.csv', 'list.tsv', 'list.txt', 'list.json', 'list.xlsx');
/** Text made of what files of entries are made of, so that odd corners are met often. */
const pieces = fc.constantFrom(
  ...[
    'https://',
    'a.example.com',
    '/**',
    '{',
    '}',
    ',',
    ';',
    '\t',
    '|',
    '"',
    '""',
    '\n',
    '\r\n',
    '\r',
    '#',
    ' # ',
    '//',
    ' ',
    'pattern',
    'owner',
    '=1',
    'ü',
    '\u0000',
    '\uFEFF',
    '[',
    ']',
    'hxxp://',
    'sep=;\n',
    'x',
  ],
);
const messy = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(''));
const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 400 }),
  messy.map((text) => utf8.encode(text)),
  fc.string({ unit: 'binary', maxLength: 200 }).map((text) => utf8.encode(text)),
);

describe('reading any file', () => {
  it('never throws, and answers rows or says why not', () => {
    fc.assert(
      fc.property(bytes, names, (file, name) => {
        const read = readPatternFile(file, name);
        if (read.rows.length === 0) expect(read.problems.length).toBeGreaterThan(0);
        for (const { line } of read.rows) expect(line).toBeGreaterThan(0);
      }),
      { numRuns: 2_000 },
    );
  });

  it('reads the same at once and in slices', async () => {
    await fc.assert(
      fc.asyncProperty(bytes, names, async (file, name) => {
        expect(await readPatternFileInSlices(file, name, {}, async () => undefined)).toEqual(
          readPatternFile(file, name),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('pauses within a large file and reads all of it', async () => {
    const lines = Array.from({ length: 9_000 }, (_, n) => `https://app${n}.example.com/**,owner ${n}`);
    let pauses = 0;
    const file = await readPatternFileInSlices(utf8.encode(lines.join('\n')), 'list.csv', {}, async () => {
      pauses++;
    });
    expect(file.rows).toHaveLength(9_000);
    expect(pauses).toBeGreaterThanOrEqual(5);
  });
});

describe('reading lines', () => {
  it('loses no line that is neither blank nor a comment', () => {
    const line = fc
      .array(pieces, { maxLength: 8 })
      .map((parts) => parts.join('').replace(/[\r\n#\0]|\/\/(?!a)/g, ''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 30 }), fc.constantFrom('\n', '\r\n', '\r'), (lines, end) => {
        const file = readPatternFile(
          utf8.encode(['https://first.example.com', ...lines].join(end)),
          'list.txt',
        );
        fc.pre(file.format === 'lines');
        const expected = ['https://first.example.com', ...lines].filter((text) => text.trim() !== '');
        const comments = file.problems.find(({ rule }) => rule === 'I406');
        fc.pre(comments === undefined);
        expect(file.rows.map(({ text }) => text)).toEqual(expected);
      }),
    );
  });
});

describe('reading tables', () => {
  const cell = fc.oneof(
    fc.array(pieces, { maxLength: 6 }).map((parts) => parts.join('').replaceAll('\u0000', '')),
    fc.string({ maxLength: 10 }).map((text) => text.replace(/[\u0000-\u0008\u000e-\u001f\u007f]/g, '')),
  );
  const write = (cells: readonly string[], delimiter: string): string =>
    cells.map((text) => `"${text.replaceAll('"', '""')}"`).join(delimiter);
  const writeShort = (cells: readonly string[], delimiter: string): string =>
    cells.map((text) => (/^(?:\w[\w:/.]*)?$/.test(text) ? text : write([text], delimiter))).join(delimiter);

  it('reads back what a writer of RFC 4180 wrote, whatever delimiter, quotes and line ends', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 12 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        (records, delimiter, end, short) => {
          const writer = short ? writeShort : write;
          const text = [
            'owner,pattern,reason'.replaceAll(',', delimiter),
            ...records.map((cells) => writer(cells, delimiter)),
          ].join(end);
          const file = readPatternFile(utf8.encode(text), 'list.csv', { delimiter, header: true });
          const expected = records.filter((cells) => cells.some((text) => text.trim() !== ''));
          expect(file.rows.map(({ text, extra }) => [extra.owner, text, extra.reason])).toEqual(expected);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  it('keeps every character of a record that is not a delimiter or a quote', () => {
    fc.assert(
      fc.property(fc.array(messy, { minLength: 1, maxLength: 5 }), (lines) => {
        const body = lines.join('\n').replaceAll('\u0000', '');
        const file = readPatternFile(utf8.encode(`pattern,owner\n${body}`), 'list.csv', {
          delimiter: ',',
          header: true,
        });
        fc.pre(!file.problems.some(({ rule }) => rule === 'I406'));
        const plain = (text: string): string => text.replace(/[",\s\uFEFF]/g, '');
        const kept = file.rows.map(({ text, extra }) => text + Object.values(extra).join('')).join('');
        expect([...plain(kept)].sort().join('')).toBe([...plain(body)].sort().join(''));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('parsing JSON in slices', () => {
  it('comes to the same as the built-in parser', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), (text) => {
        expect(drain(parseJson(text))).toEqual(JSON.parse(text));
      }),
    );
  });

  it('does so for a text that is cut into pieces, and refuses what the built-in parser refuses', () => {
    const items = Array.from({ length: 9_000 }, (_, n) => ({
      pattern: `https://a${n}.example.com/{x,y}/"[`,
      note: 'a, "b" \\ ]}',
      n: [n, { n }],
    }));
    const text = JSON.stringify({ about: 'x'.repeat(300_000), list: { items } });
    expect(drain(parseJson(text))).toEqual(JSON.parse(text));
    for (const broken of [
      text.slice(0, -1),
      `${text}]`,
      text.replace('"n":[7,', '"n":[7 '),
      text.replace('},{', '},,{'),
    ]) {
      expect(() => drain(parseJson(broken))).toThrow(SyntaxError);
    }
  });
});

describe('a plain line', () => {
  it('is nothing that anything else would be said of', () => {
    fc.assert(
      fc.property(fc.stringMatching(PLAIN_LINE), (line) => {
        expect([
          line.trim(),
          isComment(line),
          withoutTrailingComment(line),
          looksLikeFormula(line),
          looksLikeDisguised(line),
        ]).toEqual([line, false, line, false, false]);
      }),
      { numRuns: 2_000 },
    );
  });
  it.each(['https://app.example.com/**', 'http://localhost:*/cb', 'https://{a,b}.example.com/cb'])(
    'is %s',
    (line) => expect(line).toMatch(PLAIN_LINE),
  );
  it.each([
    'hxxps://a.example.com/cb',
    'https://a.example.com/cb # ours',
    'https://a[.]example.com',
    'https://urldefense.com/v3/__https://a.example.com/cb',
    '# https://a.example.com/cb',
  ])('is not %s', (line) => expect(line).not.toMatch(PLAIN_LINE));
});
