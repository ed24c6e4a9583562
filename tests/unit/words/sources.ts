import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));

/** All that is bundled, by its path below the root. */
export const SOURCES: ReadonlyMap<string, string> = new Map(
  globSync('{components,entrypoints,lib}/**/*.{ts,tsx}', { cwd: ROOT })
    .map((name) => name.replaceAll('\\', '/'))
    .sort()
    .map((name) => [name, readFileSync(`${ROOT}${name}`, 'utf8')]),
);

export type Texts = Record<string, string>;

/** The texts of each language folder, by key. */
export const LANGUAGES: ReadonlyMap<string, Texts> = new Map(
  globSync('public/_locales/*/messages.json', { cwd: ROOT }).map((name) => {
    const file: Record<string, { message: string }> = JSON.parse(readFileSync(`${ROOT}${name}`, 'utf8'));
    const texts = Object.entries(file).map(([key, { message }]) => [key, message]);
    return [name.split(/[\\/]/).at(-2) ?? '', Object.fromEntries(texts)];
  }),
);

export const ENGLISH: Texts = LANGUAGES.get('en') ?? {};
