// Writes the licences of what the bundles carry into `public/third-party-notices.txt`, which is shipped with them.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(import.meta.dirname, '..');
export const NOTICES = join(root, 'public', 'third-party-notices.txt');
const read = (folder) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
const home = (name) => join(root, 'node_modules', name);

/** The dependencies and theirs. */
function carried() {
  const found = new Set();
  const visit = (name) => {
    if (found.has(name) || !existsSync(home(name))) return;
    found.add(name);
    for (const next of Object.keys(read(home(name)).dependencies ?? {})) visit(next);
  };
  for (const name of Object.keys(read(root).dependencies)) visit(name);
  return [...found].sort();
}

export function noticesText() {
  const parts = carried().map((name) => {
    const { version, license, homepage, repository } = read(home(name));
    const file = readdirSync(home(name)).find((one) => /^licen[cs]e(\.|$)/i.test(one));
    const text = file
      ? readFileSync(join(home(name), file), 'utf8')
          .replace(/\r\n/g, '\n')
          .trim()
      : `Licence: ${license}`;
    const source = homepage ?? (typeof repository === 'string' ? repository : repository?.url) ?? '';
    return `${name} ${version} (${license})\n${source}\n\n${text}\n`;
  });
  const list =
    'tldts carries the Public Suffix List, https://publicsuffix.org/list/, under the Mozilla Public License 2.0\n(https://www.mozilla.org/MPL/2.0/).\n';
  return `${['Gatehouse is built with the work of others:\n', ...parts, list].join(`\n${'-'.repeat(80)}\n\n`)}`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(NOTICES, noticesText());
