import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** One browser a file, one file at a time: two cores are few, and a browser wants its own. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    fileParallelism: false,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
});
