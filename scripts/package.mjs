// Builds for the three stores and packs each build: `npm run package [-- folder]`, else into `.output/packages`. The
// same sources and lock file give the same bytes, so that anybody can check what a store was given.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { zipOf } from './zip.mjs';

const root = join(import.meta.dirname, '..');
const out = resolve(process.argv[2] ?? join(root, '.output', 'packages'));
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** @param {string} folder */
const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return { name: relative(folder, path).replaceAll('\\', '/'), bytes: readFileSync(path) };
    });

mkdirSync(out, { recursive: true });
// A place of its own: what lies in `.output` may be in use.
const builds = mkdtempSync(join(tmpdir(), 'gatehouse-builds-'));
process.on('exit', () => rmSync(builds, { recursive: true, force: true }));
let sums = '';
for (const browser of ['chrome', 'edge', 'firefox']) {
  const folder = join(builds, `${browser}-mv3`);
  const wxt = join(root, 'node_modules', 'wxt', 'bin', 'wxt.mjs');
  const { status } = spawnSync(process.execPath, [wxt, 'build', '-b', browser], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, GATEHOUSE_BUILDS: builds },
  });
  if (status !== 0) {
    console.error(`The build for ${browser} failed; nothing was packed for it.`);
    process.exit(1);
  }
  const name = `gatehouse-${version}-${browser}.zip`;
  const zip = zipOf(filesIn(folder));
  writeFileSync(join(out, name), zip);
  sums += `${createHash('sha256').update(zip).digest('hex')}  ${name}\n`;
  console.log(`${name}: ${(zip.length / 1000).toFixed(1)} kB`);
}
writeFileSync(join(out, 'SHA256SUMS'), sums);
