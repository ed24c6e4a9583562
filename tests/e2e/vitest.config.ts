import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** One browser a file, two files at a time: a page that waits for its server leaves a core to the other. */
export default defineConfig({
  root: fileURLToPath(new URL('../..', import.meta.url)),
  test: {
    include: ['tests/e2e/**/*.e2e.ts'],
    maxWorkers: 2,
    // A browser on a busy machine may lose a key press or a moment; what is tried again is marked "retry x1" in the
    // output, and each such mark is a defect to look into.
    retry: 1,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    passWithNoTests: false,
  },
});
