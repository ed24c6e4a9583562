import { globSync, readFileSync } from 'node:fs';

/**
 * Prints a sample of the engine's lines for `stryker run --mutate "$(node tests/mutation/sample.mjs 7)"`: a window of
 * lines out of each stretch, at a place that the seed decides. Minutes instead of the hour that all of them take.
 */

const WINDOW = 12;
const STRETCH = 144;

let state = Number(process.argv[2] ?? 1) >>> 0;
function random() {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
}

const left = new Set(['lib/patterns/types.ts', 'lib/patterns/model.ts', 'lib/patterns/index.ts']);
const lines = globSync('lib/patterns/**/*.ts')
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => !left.has(file))
  .sort()
  .flatMap((file) =>
    readFileSync(file, 'utf8')
      .trimEnd()
      .split('\n')
      .map((_, i) => ({ file, line: i + 1 })),
  );

const windows = [];
for (let from = 0; from < lines.length; from += STRETCH) {
  const at = Math.min(from + Math.floor(random() * (STRETCH - WINDOW)), lines.length - 1);
  const { file, line } = lines[at];
  windows.push(`${file}:${line}-${line + WINDOW - 1}`);
}
console.log(windows.join(','));
