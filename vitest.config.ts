import { defineConfig } from 'vitest/config';

/** Folders of what keeps nothing outside of itself: their files may share a process, which saves a start for each. */
const PURE = [
  'activity',
  'answers',
  'bench',
  'catalogue',
  'components',
  'house',
  'import',
  'patterns',
  'posture',
  'register',
];
const PURE_FILES = `tests/unit/{${PURE.join(',')}}/**/*.test.{ts,tsx}`;

export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // A property test of a second on an idle machine takes many on a busy one; no test asserts a time.
    testTimeout: 60_000,
    passWithNoTests: false,
    projects: [
      { extends: true, test: { name: 'pure', include: [PURE_FILES], isolate: false } },
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['tests/unit/**/*.test.{ts,tsx}'],
          exclude: [PURE_FILES, 'node_modules/**'],
        },
      },
    ],
  },
});
