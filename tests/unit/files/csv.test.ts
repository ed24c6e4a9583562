import { expect, test } from 'vitest';
import { csvRecord, plainCell } from '../../../lib/files/csv.ts';

/** The one cell of a record, out of its quotes. */
const cellOf = (text: string) =>
  csvRecord([text])
    .slice(0, -2)
    .replace(/^"([\s\S]*)"$/, (_, inner: string) => inner.replaceAll('""', '"'));

test.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '\n=1', ' =1', '  @x', '＝1', "'=1"])(
  '%j is no formula in the file, and itself again when it is read',
  (text) => {
    expect(cellOf(text)).toBe(`'${text}`);
    expect(plainCell(cellOf(text))).toBe(text);
  },
);

test.each(['', 'https://a.example.com/**', "don't", "'quoted'", 'a=b', ' x '])(
  '%j stays as it is',
  (text) => {
    expect(cellOf(text)).toBe(text);
    expect(plainCell(text)).toBe(text);
  },
);

test('only what would be read otherwise stands in quotes', () => {
  expect(csvRecord(['plain', 'a,b', 'a"b', 'two\nlines', '{a,b}', ' x'])).toBe(
    'plain,"a,b","a""b","two\nlines","{a,b}"," x"\r\n',
  );
});
