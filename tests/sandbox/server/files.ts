import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ASSET_PATH } from '../protocol.ts';

const BUILT_APP = fileURLToPath(new URL('../../../.output/sandbox', import.meta.url));

export interface StaticFile {
  type: string;
  body: Buffer;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The built app's files by the path under which they are asked for. Throws with what to do when there is no build. */
export async function loadApp(
  directory = BUILT_APP,
): Promise<{ index: StaticFile; assets: Map<string, StaticFile> }> {
  const names = await readdir(directory, { recursive: true, withFileTypes: true }).catch(() => []);
  const assets = new Map<string, StaticFile>();
  for (const entry of names) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    assets.set(ASSET_PATH + relative(directory, path).split(sep).join('/'), {
      type: types[extname(path)] ?? 'application/octet-stream',
      body: await readFile(path),
    });
  }
  const index = assets.get(`${ASSET_PATH}index.html`);
  if (!index) throw new Error('The sandbox has not been built yet: run "npm run build:sandbox" first.');
  return { index, assets };
}
