import { globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');

/** One import or re-export of a source file. */
interface Arrow {
  from: string;
  /** A path from the project's root, or the bare name of a package. */
  to: string;
  /** Nothing of it is left at run time. */
  typeOnly: boolean;
}

/** Paths from the project's root, with slashes. */
export function sourcesIn(pattern: string): string[] {
  return globSync(pattern, { cwd: ROOT })
    .map((path) => path.split(sep).join('/'))
    .sort();
}

export const readSource = (path: string): string => readFileSync(join(ROOT, path), 'utf8');

const STATEMENT =
  /^(?:import|export)\s+(type\s)?([^'"`;=()]*?)\s*from\s+['"]([^'"]+)['"];?$|^import\s+['"]([^'"]+)['"];?$/gm;

/** What a source file imports and re-exports. Comments and texts never start a line with such a statement here. */
export function arrowsOf(path: string): Arrow[] {
  return [...readSource(path).matchAll(STATEMENT)].map(([, type, names = '', from, sideEffect]) => {
    const specifier = from ?? sideEffect ?? '';
    const to = specifier.startsWith('.')
      ? relative(ROOT, resolve(ROOT, dirname(path), specifier))
          .split(sep)
          .join('/')
      : specifier;
    const braced = /^\{([\s\S]*)\}$/.exec(names.trim())?.[1];
    const each =
      braced
        ?.split(',')
        .map((name) => name.trim())
        .filter(Boolean) ?? [];
    const typeOnly =
      type !== undefined || (each.length > 0 && each.every((name) => name.startsWith('type ')));
    return { from: path, to, typeOnly };
  });
}

/** `lib/patterns` of `lib/patterns/read/idn.ts`; `components` of anything in it. */
export function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'lib' ? `${first}/${second}` : first;
}
