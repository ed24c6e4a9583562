import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../../components', import.meta.url));
const files = readdirSync(ROOT, { recursive: true, encoding: 'utf8' })
  .map((name) => name.replaceAll('\\', '/'))
  .filter((name) => /\.tsx?$/.test(name));
const source = (name: string) => readFileSync(`${ROOT}/${name}`, 'utf8');

/** What a file imports while it runs; types are gone by then. */
const runtimeImports = (name: string) =>
  [...source(name).matchAll(/^import (?!type\b)[^;]*?from '([^']+)';/gms)].map(([, from]) => from ?? '');

test('there is something to look at', () => {
  expect(files.length).toBeGreaterThan(40);
  expect(runtimeImports('import/import-panel.tsx')).toContain('./choose.tsx');
});

// What they may take from `lib` stands with the other arrows in tests/unit/house.
test.each(files)(
  '%s takes nothing but our own and Preact, and nothing of the browser’s extension API',
  (name) => {
    for (const from of runtimeImports(name)) expect(from).toMatch(/^(\.\.?\/|preact(\/hooks)?$)/);
    expect(source(name)).not.toMatch(/\b(browser|chrome)\.|localStorage|indexedDB|innerHTML/);
  },
);

test.each(files.filter((name) => name.startsWith('on-page/')))(
  '%s stays small: Preact and its own folder only',
  (name) => {
    for (const from of runtimeImports(name)) expect(from).toMatch(/^(\.\/|\.\.\/\.\.\/lib\/words\/|preact$)/);
  },
);
