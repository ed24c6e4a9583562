import { defineConfig } from 'vitest/config';

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    include: ['tests/unit/**/*.test.{ts,tsx}'],
    // A property test of a second on an idle machine takes many on a busy one; no test asserts a time.
    testTimeout: 60_000,
    passWithNoTests: false,
  },
});
