import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** The engine's tests alone: what mutation testing runs. */
export default defineConfig({
  root: fileURLToPath(new URL('../../..', import.meta.url)),
  test: { include: ['tests/unit/patterns/**/*.test.ts', 'tests/unit/catalogue/**/*.test.ts'] },
});
