import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { cp, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { waitFor } from './wait.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const run = promisify(execFile);

export type ExtensionBuild = 'e2e' | 'production' | 'firefox' | 'firefox-e2e' | 'edge';

interface Build {
  output: string;
  /** A file of the output that every build writes. */
  mark: string;
  sources: readonly string[];
  command: readonly string[];
}

const EXTENSION_SOURCES = [
  'entrypoints',
  'components',
  'lib',
  'public',
  'scripts/inline-styles.ts',
  'scripts/no-inner-html.ts',
  'wxt.config.ts',
  'package.json',
];
const WXT = 'node_modules/wxt/bin/wxt.mjs';
const BUILDS: Record<ExtensionBuild | 'sandbox', Build> = {
  sandbox: {
    output: '.output/sandbox',
    mark: 'index.html',
    sources: [
      'tests/sandbox/app',
      'tests/sandbox/texts',
      'tests/sandbox/vite.config.ts',
      'tests/sandbox/protocol.ts',
    ],
    command: ['node_modules/vite/bin/vite.js', 'build', '--config', 'tests/sandbox/vite.config.ts'],
  },
  e2e: {
    output: '.output/chrome-mv3-e2e',
    mark: 'manifest.json',
    sources: EXTENSION_SOURCES,
    command: [WXT, 'build', '--mode', 'e2e'],
  },
  production: {
    output: '.output/chrome-mv3',
    mark: 'manifest.json',
    sources: EXTENSION_SOURCES,
    command: [WXT, 'build'],
  },
  edge: {
    output: '.output/edge-mv3',
    mark: 'manifest.json',
    sources: EXTENSION_SOURCES,
    command: [WXT, 'build', '-b', 'edge'],
  },
  'firefox-e2e': {
    output: '.output/firefox-mv3-e2e',
    mark: 'manifest.json',
    sources: EXTENSION_SOURCES,
    command: [WXT, 'build', '-b', 'firefox', '--mode', 'e2e'],
  },
  firefox: {
    output: '.output/firefox-mv3',
    mark: 'manifest.json',
    sources: EXTENSION_SOURCES,
    command: [WXT, 'build', '-b', 'firefox'],
  },
};

async function newest(path: string): Promise<number> {
  const info = await stat(path).catch(() => undefined);
  if (!info) return 0;
  if (!info.isDirectory()) return info.mtimeMs;
  const names = await readdir(path);
  return Math.max(0, ...(await Promise.all(names.map((name) => newest(join(path, name))))));
}

const underWay = new Map<string, Promise<string>>();

async function build(name: ExtensionBuild | 'sandbox'): Promise<string> {
  const { output, mark, sources, command } = BUILDS[name];
  const path = join(ROOT, output);
  const built = await newest(join(path, mark));
  const changed = Math.max(...(await Promise.all(sources.map((source) => newest(join(ROOT, source))))));
  if (built < changed || built === 0) await run(process.execPath, [...command], { cwd: ROOT });
  return path;
}

/** Builds what is missing or older than its sources, once a process; resolves to the output's path. */
export function ensureBuilt(name: ExtensionBuild | 'sandbox'): Promise<string> {
  let promise = underWay.get(name);
  if (!promise) {
    promise = build(name);
    underWay.set(name, promise);
  }
  return promise;
}

/**
 * A copy of a built extension for one browser: a build that somebody starts meanwhile empties the output, and a browser
 * reads an extension's files again whenever its worker starts. `remove` deletes the copy.
 */
export async function copyOfExtension(
  name: ExtensionBuild,
): Promise<{ path: string; remove(): Promise<void> }> {
  const from = await ensureBuilt(name);
  const folder = await mkdtemp(join(tmpdir(), 'gatehouse-extension-'));
  const path = join(folder, 'extension');
  // Also when the process ends otherwise than by the session's close, such as by Ctrl+C.
  const removeAtExit = () => rmSync(folder, { recursive: true, force: true });
  process.once('exit', removeAtExit);
  const remove = () => {
    process.off('exit', removeAtExit);
    return rm(folder, { recursive: true, force: true });
  };
  const copy = async () => {
    await rm(path, { recursive: true, force: true });
    await cp(from, path, { recursive: true });
    const manifest = JSON.parse(await readFile(join(path, 'manifest.json'), 'utf8')) as {
      background?: { service_worker?: string };
    };
    const worker = manifest.background?.service_worker;
    if (worker) await stat(join(path, worker));
    return true;
  };
  try {
    await waitFor(copy, { what: `a whole build in ${from}`, every: 250 });
  } catch (error) {
    await remove();
    throw error;
  }
  return { path, remove };
}
