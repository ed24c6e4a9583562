import { readFileSync } from 'node:fs';
import { registerHooks, stripTypeScriptTypes } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Loads the engine and its tests afresh as often as wanted: a generation number in their addresses makes every module
 * new, so that nothing a mutant left in a cache is seen by the next one. Sources are read and stripped of types once.
 */

const HARNESS = new URL('./harness.mjs', import.meta.url).href;
const FAST_CHECK = new URL('./fast-check.mjs', import.meta.url).href;
const sources = new Map();

registerHooks({
  resolve(specifier, context, next) {
    if (specifier === 'vitest') return { url: HARNESS, format: 'module', shortCircuit: true };
    if (specifier === 'fast-check' && context.parentURL !== FAST_CHECK)
      return { url: FAST_CHECK, format: 'module', shortCircuit: true };
    const generation = /\?generation=\d+$/.exec(context.parentURL ?? '')?.[0];
    if (!generation || !specifier.startsWith('.')) return next(specifier, context);
    return {
      url: new URL(specifier, context.parentURL).href + generation,
      format: 'module',
      shortCircuit: true,
    };
  },
  load(url, context, next) {
    if (!url.includes('?generation=')) return next(url, context);
    const path = fileURLToPath(url.slice(0, url.indexOf('?')));
    let source = sources.get(path);
    if (source === undefined) {
      source = stripTypeScriptTypes(readFileSync(path, 'utf8'));
      sources.set(path, source);
    }
    return { format: 'module', source, shortCircuit: true };
  },
});

let generation = 0;

/** Starts a new generation; what `load` brings in from now on shares nothing with what came before. */
export function startGeneration() {
  generation++;
}

export const load = (path) => import(`${pathToFileURL(path).href}?generation=${generation}`);
