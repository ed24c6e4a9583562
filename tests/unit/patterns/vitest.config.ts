import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/**
 * What mutation testing runs: the engine's tests but for the properties, which would make each of some thousand
 * mutants a matter of seconds. A mutant that only a property notices counts as survived.
 */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: {
    include: ['tests/unit/patterns/**/*.test.ts', 'tests/unit/catalogue/**/*.test.ts'],
    exclude: ['**/propert*.test.ts', '**/hostile.test.ts', '**/catalogue/tools*'],
    isolate: false,
    bail: 1,
  },
});
