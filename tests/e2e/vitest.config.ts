import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Two files at a time, each with a browser of its own: most of a test's time is waiting for the page's answers. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    // Two files that find a build missing must not build it both.
    globalSetup: ['tests/e2e/build-once.ts'],
    maxWorkers: 2,
    // On a busy machine a browser may lose a moment. What is tried again is marked "retry x1" in the output, and each
    // such mark is a defect of ours or of the test to look into.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
});
