import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const root = new URL('../../../', import.meta.url);
const page = readFileSync(new URL('docs/promises.md', root), 'utf8');

test('every test that a promise names is there', () => {
  const named = [...new Set([...page.matchAll(/`(tests\/[^`]+)`/g)].map(([, path = '']) => path))];
  expect(named.length).toBeGreaterThan(25);
  expect(named.filter((path) => !existsSync(new URL(path, root)))).toEqual([]);
});

test('each of the ten promises and each fault names one', () => {
  const rows = page.split('\n').filter((line) => /^\| (?!---|promise|fault)/.test(line));
  expect(rows.filter((row) => row.startsWith('| **'))).toHaveLength(10);
  expect(rows.filter((row) => !/`tests\/[^`]+`/.test(row))).toEqual([]);
});
