import { globSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ROOT, SOURCES } from './sources.ts';

const PAGES = globSync('entrypoints/*/index.html', { cwd: ROOT }).map((name) => name.split(/[\\/]/)[1]);

test('each page of our own is marked as written in the reader’s language', () => {
  expect(PAGES).toContain('popup');
  const unmarked = PAGES.filter(
    (page) =>
      !SOURCES.get(`entrypoints/${page}/main.tsx`)?.includes('markLanguage(document.documentElement)'),
  );
  expect(unmarked).toEqual([]);
});
