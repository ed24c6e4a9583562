import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import {
  MAX_FILE_BYTES,
  MAX_ROWS,
  readPatternFile,
  readPatternFileInSlices,
} from '../../../../lib/import/index.ts';
import type { PatternFile, ReadOptions } from '../../../../lib/import/types.ts';

// Many runs on a busy machine: what is slow is no failure.
vi.setConfig({ testTimeout: 120_000 });

const utf8 = new TextEncoder();
const read = (text: string, name = '', options?: ReadOptions): PatternFile =>
  readPatternFile(utf8.encode(text), name, options);
const texts = (file: PatternFile): string[] => file.rows.map(({ text }) => text);
const rules = (file: PatternFile): string[] => file.problems.map(({ rule }) => rule);

describe('plain lines', () => {
  it('takes one entry a line and counts every physical line', () => {
    const file = read(
      'https://a.example.com/**\n\n# a comment\nhttps://b.example.com\r\n// another\nhttps://c.example.com/** # ours\n',
    );
    expect(file.format).toBe('lines');
    expect(file.rows.map(({ line, text }) => [line, text])).toEqual([
      [1, 'https://a.example.com/**'],
      [4, 'https://b.example.com'],
      [6, 'https://c.example.com/**'],
    ]);
    expect(file.problems.find(({ rule }) => rule === 'I406')).toMatchObject({
      line: 3,
      count: 3,
      level: 'info',
    });
  });

  it('keeps what only looks like a comment', () => {
    expect(texts(read('//example.com/**\nhttps://a.example.com/#top\n'))).toEqual([
      '//example.com/**',
      'https://a.example.com/#top',
    ]);
  });

  it('keeps a line with two entries as one row', () => {
    expect(
      texts(
        read(
          'https://a.example.com/**, https://b.example.com/**\nhttps://c.example.com/** ; https://d.example.com',
        ),
      ),
    ).toEqual([
      'https://a.example.com/**, https://b.example.com/**',
      'https://c.example.com/** ; https://d.example.com',
    ]);
  });

  it('does not take braces for JSON or for a table', () => {
    const file = read('{PUBLIC_BASE_URL}/**\nhttps://{a,b}.example.com/**\nhttps://{c,d}.example.com/**');
    expect(file.format).toBe('lines');
    expect(file.rows).toHaveLength(3);
  });

  it.each([
    ['\r', 'lone carriage return'],
    ['\r\n', undefined],
    ['\n', undefined],
  ])('reads the line end %j', (end, words) => {
    const file = read(['https://a.example.com', 'https://b.example.com'].join(end));
    expect(texts(file)).toEqual(['https://a.example.com', 'https://b.example.com']);
    expect(file.problems.find(({ rule }) => rule === 'I405')?.message.includes(words ?? '')).toBe(
      words ? true : undefined,
    );
  });
});

describe('tables', () => {
  it('reads the vendors’ list as it is', () => {
    const bytes = readFileSync(new URL('../../../fixtures/vendor-domains.csv', import.meta.url));
    const file = readPatternFile(bytes, 'vendor-domains.csv');
    expect(file.rows).toHaveLength(67);
    expect(file.columns).toEqual(['vendor', 'pattern', 'redirect_uri', 'evidence']);
    expect(file.patternColumn).toBe(1);
    expect(file.problems).toEqual([]);
    expect(file.rows[0]).toEqual({
      line: 2,
      text: 'https://app.getgram.ai/mcp/remote_login_callback',
      extra: {
        vendor: 'Speakeasy / Gram',
        redirect_uri: 'https://app.getgram.ai/mcp/remote_login_callback',
        evidence: 'https://www.speakeasy.com/docs/ai-control-plane/guides/atlassian.md',
      },
    });
    expect(file.rows.at(-1)?.line).toBe(68);
    expect(texts(file)).toContain('https://your-frontend-domain ; http://localhost:4200');
    expect(readPatternFile(bytes).rows).toEqual(file.rows);
  });

  it('counts the physical lines of cells with line ends', () => {
    const file = read(
      'pattern,reason\n"https://a.example.com/**","two\nlines"\n"x\r\ny",z\nhttps://b.example.com,w',
      'list.csv',
    );
    expect(file.rows.map(({ line, text }) => [line, text])).toEqual([
      [2, 'https://a.example.com/**'],
      [4, 'x\r\ny'],
      [6, 'https://b.example.com'],
    ]);
    expect(file.rows[0]?.extra).toEqual({ reason: 'two\nlines' });
  });

  it.each([';', '\t', '|'])('finds the delimiter %j and says so', (delimiter) => {
    const lines = [
      ['domain', 'owner'],
      ['https://{a,b}.example.com/**', 'Kim'],
      ['https://c.example.com', '"Lee, Jo"'],
    ];
    const file = read(lines.map((cells) => cells.join(delimiter)).join('\n'), 'list.csv');
    expect(file.delimiter).toBe(delimiter);
    expect(texts(file)).toEqual(['https://{a,b}.example.com/**', 'https://c.example.com']);
    expect(file.rows[1]?.extra).toEqual({ owner: 'Lee, Jo' });
    expect(rules(file)).toEqual(['I404']);
  });

  it('takes the delimiter that Excel declares', () => {
    const file = read('sep=;\r\ndomain;owner\r\nhttps://a.example.com;Kim', 'list.csv');
    expect(file.rows).toEqual([{ line: 3, text: 'https://a.example.com', extra: { owner: 'Kim' } }]);
  });

  it.each([
    ['Muster;Besitzer', 'de'],
    ['Motif;Propriétaire', 'fr'],
    ['Dominio;Propietario', 'es'],
    ['Domínio;Dono', 'pt'],
    ['ドメイン;担当者', 'ja'],
    ['域名;负责人', 'zh'],
  ])('knows the header %s', (header) => {
    const file = read(`${header}\nhttps://a.example.com/**;Kim\n`, 'list.csv');
    expect(texts(file)).toEqual(['https://a.example.com/**']);
    expect(file.problems.filter(({ rule }) => rule === 'I403')).toEqual([]);
  });

  it('prefers a pattern over a redirect URI, and lets the caller choose', () => {
    const table = 'redirect_uri,pattern\nhttps://a.example.com/cb,https://a.example.com/**\n';
    expect(texts(read(table, 'list.csv'))).toEqual(['https://a.example.com/**']);
    expect(texts(read(table, 'list.csv', { patternColumn: 0 }))).toEqual(['https://a.example.com/cb']);
    expect(texts(read(table, 'list.csv', { patternColumn: 7 }))).toEqual(['https://a.example.com/**']);
  });

  it('finds the column by its content when no name helps, and says that it guessed', () => {
    const file = read('tool,scope\nKim,https://a.example.com/**\nLee,https://b.example.com', 'list.csv');
    expect(texts(file)).toEqual(['https://a.example.com/**', 'https://b.example.com']);
    expect(file.problems).toMatchObject([{ rule: 'I403', level: 'info' }]);
    const bare = read('Kim,https://a.example.com/**\nLee,https://b.example.com', 'list.csv');
    expect(bare.rows[0]).toEqual({ line: 1, text: 'https://a.example.com/**', extra: { 'Column 1': 'Kim' } });
    expect(rules(bare)).toEqual(['I403']);
  });

  it('warns when a table without a header has addresses in several columns', () => {
    const file = read(
      'https://a.example.com/**,https://b.example.com\nhttps://c.example.com,https://d.example.com',
      'list.csv',
    );
    expect(file.rows[0]?.extra).toEqual({ 'Column 2': 'https://b.example.com' });
    expect(file.problems.find(({ level }) => level === 'warn')).toMatchObject({
      rule: 'I403',
      count: 2,
      line: 1,
    });
  });

  it('puts entries together that were cut at a comma in their braces', () => {
    const file = read(
      'pattern,owner\nhttps://{a,b}.example.com/**,Kim\nhttps://{c,{d,e}}.example.com,Lee',
      'list.csv',
    );
    expect(file.rows.map(({ text, extra }) => [text, extra])).toEqual([
      ['https://{a,b}.example.com/**', { owner: 'Kim' }],
      ['https://{c,{d,e}}.example.com', { owner: 'Lee' }],
    ]);
    expect(file.problems).toMatchObject([{ rule: 'I409', level: 'info', count: 2, line: 2 }]);
  });

  it('flags a brace that never closes instead of guessing', () => {
    const file = read('pattern,owner\nhttps://{a,b.example.com/**,Kim', 'list.csv');
    expect(file.rows[0]?.text).toBe('https://{a');
    expect(file.rows[0]?.extra).toEqual({ owner: 'b.example.com/**', 'Column 3': 'Kim' });
    expect(file.problems).toMatchObject([{ rule: 'I409', level: 'warn', line: 2 }]);
  });

  it('does not let a stray quote swallow the lines after it', () => {
    const file = read(
      'pattern,owner\n"https://a.example.com/**,Kim\nhttps://b.example.com,Lee\n"https://c.example.com",Jo',
      'list.csv',
    );
    expect(texts(file)).toEqual([
      '"https://a.example.com/**',
      'https://b.example.com',
      'https://c.example.com',
    ]);
    expect(file.problems).toMatchObject([{ rule: 'I404', level: 'warn', line: 2 }]);
  });

  it('keeps a record whose entry is missing, and passes over blank ones', () => {
    const file = read('pattern,owner\n,Kim\n , \n\nhttps://a.example.com,Lee', 'list.csv');
    expect(file.rows.map(({ line, text }) => [line, text])).toEqual([
      [2, ''],
      [5, 'https://a.example.com'],
    ]);
  });

  it('has safe and unique names for columns', () => {
    const file = read('pattern,__proto__,owner,owner,\nhttps://a.example.com,1,2,3,4', 'list.csv');
    expect(file.rows[0]?.extra).toEqual({ 'Column 2': '1', owner: '2', 'owner (2)': '3', 'Column 5': '4' });
  });

  it('says which cells a spreadsheet would calculate', () => {
    const file = read(
      'pattern,owner\n"=HYPERLINK(""https://a.example.com"")",@kim\n- https://b.example.com,-',
      'list.csv',
    );
    expect(file.problems).toMatchObject([{ rule: 'I402', count: 2, line: 2 }]);
  });

  it('keeps the end of an endless row together', () => {
    const file = read(`pattern,${'x,'.repeat(5_000)}end\nhttps://a.example.com`, 'list.csv');
    expect(file.columns).toHaveLength(100);
    expect(file.columns?.at(-1)).toBeDefined();
    expect(rules(file)).toContain('I404');
  });
});

describe('JSON', () => {
  it.each([
    ['["https://a.example.com/**", "https://b.example.com"]'],
    ['{"domains": ["https://a.example.com/**", "https://b.example.com"]}'],
    [
      '{"data": {"tags": ["x"], "patterns": [{"pattern": "https://a.example.com/**"}, {"pattern": "https://b.example.com"}]}}',
    ],
    ['{"https://a.example.com/**": {}, "https://b.example.com": {}}'],
  ])('finds the list in %s', (text) => {
    const file = read(text);
    expect(file.format).toBe('json');
    expect(texts(file)).toEqual(['https://a.example.com/**', 'https://b.example.com']);
  });

  it('keeps the other keys, and items that are none', () => {
    const file = read(
      '[{"url":"https://a.example.com","owner":"Kim","n":3}, {"owner":"Lee"}, 7, null, "", "https://b.example.com"]',
      'list.json',
    );
    expect(file.rows).toEqual([
      { line: 1, text: 'https://a.example.com', extra: { owner: 'Kim', n: '3' } },
      { line: 2, text: '', extra: { owner: 'Lee' } },
      { line: 3, text: '7', extra: {} },
      { line: 6, text: 'https://b.example.com', extra: {} },
    ]);
    expect(file.columns).toEqual(['url', 'owner', 'n']);
  });

  it.each(['{"a":', '[1,]', '<html>', '[', `${'['.repeat(200_000)}`])(
    'says that %.12s is no JSON',
    (text) => {
      const file = read(text, 'list.json');
      expect(file.rows).toEqual([]);
      expect(file.problems).toMatchObject([{ rule: 'I408', level: 'error' }]);
    },
  );

  it.each(['{}', '7', '{"name":"x"}'])('says that %s holds no list', (text) => {
    expect(read(text, 'list.json').problems).toMatchObject([{ rule: 'I408', level: 'error' }]);
  });
});

describe('encodings', () => {
  const text = 'pattern,owner\nhttps://a.example.com/**,Jürgen Größe\nhttps://b.example.com,Zoë';
  const utf16 = (littleEndian: boolean, mark: boolean): Uint8Array => {
    const whole = (mark ? '\uFEFF' : '') + text;
    const view = new DataView(new ArrayBuffer(whole.length * 2));
    for (let i = 0; i < whole.length; i++) view.setUint16(2 * i, whole.charCodeAt(i), littleEndian);
    return new Uint8Array(view.buffer);
  };

  it.each([
    ['UTF-8', utf8.encode(text), []],
    ['UTF-8 with a mark', utf8.encode(`\uFEFF${text}`), ['I401']],
    ['UTF-16 LE', utf16(true, false), ['I401']],
    ['UTF-16 LE with a mark', utf16(true, true), ['I401']],
    ['UTF-16 BE', utf16(false, false), ['I401']],
    ['UTF-16 BE with a mark', utf16(false, true), ['I401']],
    ['Windows-1252', Uint8Array.from(text, (letter) => letter.charCodeAt(0)), ['I401']],
  ])('reads %s', (_, bytes, expected) => {
    const file = readPatternFile(bytes, 'list.csv');
    expect(file.rows[0]).toEqual({
      line: 2,
      text: 'https://a.example.com/**',
      extra: { owner: 'Jürgen Größe' },
    });
    expect(file.rows[1]?.extra).toEqual({ owner: 'Zoë' });
    expect(rules(file)).toEqual(expected);
  });

  it('keeps damaged UTF-8 as UTF-8 and counts the damage', () => {
    const bytes = Uint8Array.from([...utf8.encode(text), 0x0a, 0xc3]);
    const file = readPatternFile(bytes, 'list.csv');
    expect(file.rows[0]?.extra).toEqual({ owner: 'Jürgen Größe' });
    expect(file.problems).toMatchObject([{ rule: 'I401', level: 'warn' }]);
  });

  it('reads as it is told', () => {
    const file = readPatternFile(Uint8Array.from([0x80, 0x0a, 0x61]), '', { encoding: 'windows-1252' });
    expect(texts(file)).toEqual(['€', 'a']);
  });
});

describe('what is no list', () => {
  it.each([
    ['nothing', new Uint8Array(), 'I408'],
    ['blanks', utf8.encode(' \n\t\r\n'), 'I408'],
    ['comments only', utf8.encode('# one\n// two\n'), 'I406'],
    ['a picture', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]), 'I408'],
    ['a PDF', utf8.encode('%PDF-1.7 and so on'), 'I408'],
    ['a zip', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0]), 'I408'],
    ['noise', Uint8Array.from({ length: 4_000 }, (_, i) => (i * 7919 + (i >> 3)) % 256), 'I408'],
  ])('says in one sentence that a file of %s is none', (_, bytes, rule) => {
    const file = readPatternFile(bytes, 'list.csv');
    expect(file.rows).toEqual([]);
    expect(file.problems).toHaveLength(1);
    expect(file.problems[0]).toMatchObject({ rule, level: 'error' });
    expect(file.problems[0]?.message).toMatch(/^[A-Z].*\.$/);
  });

  it('does not read a file that is too large', () => {
    const file = readPatternFile(new Uint8Array(MAX_FILE_BYTES + 1), 'list.csv');
    expect(file.rows).toEqual([]);
    expect(file.problems).toMatchObject([{ rule: 'I407', level: 'error' }]);
  });

  it('cuts after the last row that is allowed and says how many are left out', () => {
    const file = read('https://a.example.com\n'.repeat(MAX_ROWS + 3));
    expect(file.rows).toHaveLength(MAX_ROWS);
    expect(file.problems).toMatchObject([{ rule: 'I407', level: 'warn', count: 3, line: MAX_ROWS + 1 }]);
    expect(file.problems[0]?.message).toContain('3 more');
  });

  it('points at disguised addresses', () => {
    const file = read('hxxps://a[.]example[.]com/**\nhttps://b.example.com');
    expect(file.problems).toMatchObject([{ rule: 'I410', level: 'warn', line: 1 }]);
  });
});

describe('workbooks', () => {
  const workbook = Uint8Array.from([0x50, 0x4b, 3, 4, ...utf8.encode('xl/workbook.xml and more')]);

  it('asks for CSV when no reader is given', () => {
    expect(readPatternFile(workbook, 'list.xlsx').problems).toMatchObject([
      { rule: 'I408', message: expect.stringContaining('CSV') },
    ]);
  });

  it('reads the cells that a reader gives', async () => {
    const cells = [['Domain', 'Owner'], [], ['https://a.example.com/**', 'Kim']];
    const file = await readPatternFileInSlices(
      workbook,
      'list.xlsx',
      { workbook: async () => cells },
      async () => undefined,
    );
    expect(file.rows).toEqual([{ line: 3, text: 'https://a.example.com/**', extra: { Owner: 'Kim' } }]);
  });

  it('passes on why a workbook cannot be read', async () => {
    const workbookReader = () => Promise.reject(new Error('it is protected by a password.'));
    const file = await readPatternFileInSlices(
      workbook,
      '',
      { workbook: workbookReader },
      async () => undefined,
    );
    expect(file.problems[0]?.message).toContain('password');
  });
});
