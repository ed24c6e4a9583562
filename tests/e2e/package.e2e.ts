/** What the stores are given: the same bytes twice, and the build that the next test runs. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { zipOf } from '../../scripts/zip.mjs';
import { ensureBuilt } from '../support/built.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const folders = [1, 2].map(() => mkdtempSync(join(tmpdir(), 'gatehouse-package-')));
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

test('two packagings are byte for byte the same', { timeout: 300_000 }, () => {
  for (const folder of folders) {
    execFileSync(process.execPath, ['scripts/package.mjs', folder], { cwd: ROOT, stdio: 'ignore' });
  }
  const [first = '', second = ''] = folders;
  const names = readdirSync(first).sort();
  expect(names.map((name) => name.replace(/-[\d.]+-/, '-'))).toEqual([
    'SHA256SUMS',
    'gatehouse-chrome.zip',
    'gatehouse-edge.zip',
    'gatehouse-firefox.zip',
  ]);
  expect(readdirSync(second).sort()).toEqual(names);
  for (const name of names) {
    expect(readFileSync(join(first, name)).equals(readFileSync(join(second, name))), name).toBe(true);
  }
});

test('a package is the build that the other tests run', async () => {
  const build = await ensureBuilt('production');
  const files = readdirSync(build, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const again = zipOf(
    files.map((path) => ({
      name: path.slice(build.length + 1).replaceAll('\\', '/'),
      bytes: readFileSync(path),
    })),
  );
  const [folder = ''] = folders;
  const name = readdirSync(folder).find((one) => one.endsWith('-chrome.zip')) ?? '';
  expect(readFileSync(join(folder, name)).equals(again)).toBe(true);
});
