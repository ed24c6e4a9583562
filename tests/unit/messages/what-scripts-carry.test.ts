import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** Import and export statements that remain at run time; those of types only are left out. */
const IMPORTS = /^(?:import|export)\s+(?!type\b)(?:[^'";]*?\sfrom\s+)?'([^']+)'/gm;

/** Everything that a file carries at run time: our files below the root, and packages by name. */
function carriedBy(entry: string): Set<string> {
  const carried = new Set<string>();
  const visit = (path: string): void => {
    const name = path.slice(ROOT.length);
    if (carried.has(name)) return;
    carried.add(name);
    if (!/\.tsx?$/.test(path)) return;
    for (const [, specifier = ''] of readFileSync(path, 'utf8').matchAll(IMPORTS)) {
      const file = specifier.replace(/\?.*$/, '');
      if (file.startsWith('.')) visit(resolve(dirname(path), file));
      else carried.add(file);
    }
  };
  visit(resolve(ROOT, entry));
  return carried;
}

/** What runs in the console's page: its `indexedDB` is the page's, and each byte is loaded with the page. */
const IN_THE_PAGE = [
  'lib/messages/send.ts',
  'lib/messages/plan-over-port.ts',
  'entrypoints/console.content/index.ts',
  'entrypoints/console-page/index.ts',
  'entrypoints/import-panel/index.tsx',
  'entrypoints/import-runner/index.ts',
  'entrypoints/file-reader/index.ts',
  'entrypoints/teacher/index.ts',
  'entrypoints/catalogue/index.tsx',
  'entrypoints/by-hand/index.tsx',
  'entrypoints/page-tools/index.ts',
  'entrypoints/workbook-reader/index.ts',
];

describe.each(IN_THE_PAGE)('%s', (entry) => {
  const carried = [...carriedBy(entry)];

  it('opens no database and carries no schema', () => {
    expect(carried.filter((name) => /^(idb|valibot)$|^lib\/(store|background)\//.test(name))).toEqual([]);
  });

  it('carries no public suffixes', () => {
    expect(carried.filter((name) => name.startsWith('tldts'))).toEqual([]);
  });
});

it('keeps reading files and driving the page out of the panel', () => {
  const carried = [...carriedBy('entrypoints/import-panel/index.tsx')];
  expect(carried.filter((name) => /^lib\/import\/(read|decode|run|report)\//.test(name))).toEqual([]);
  expect(carried.filter((name) => /^lib\/console\/(driver|list|locate|labels)\.ts$/.test(name))).toEqual([]);
});

it('follows imports as they are written', () => {
  const background = carriedBy('entrypoints/background.ts');
  for (const name of ['idb', 'valibot', 'tldts', 'lib/store/database.ts']) expect(background).toContain(name);
  expect(carriedBy('lib/messages/send.ts')).not.toContain('lib/messages/map.ts');
});
