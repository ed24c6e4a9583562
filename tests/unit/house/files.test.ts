import { describe, expect, it } from 'vitest';
import { readSource, sourcesIn } from './sources.ts';

const PRODUCT = sourcesIn('{lib,components,entrypoints}/**/*.{ts,tsx}');
const OTHERS = sourcesIn('{tests,scripts}/**/*.{ts,tsx,mjs}');
const lines = (path: string): number => readSource(path).split('\n').length - 1;

/** Longer than a screen or two, each with its reason. */
const LONG: Readonly<Record<string, string>> = {
  'tests/unit/activity/normalise.test.ts': 'one table of the shapes that events may come in',
  'tests/unit/import/read/formats.test.ts': 'one table of the files that admins have',
};

describe('files', () => {
  it('are short: half of them within a screen, none over 350 lines without a reason', () => {
    const sizes = PRODUCT.map(lines).sort((a, b) => a - b);
    expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(75);
    const long = [...PRODUCT, ...OTHERS].filter((path) => lines(path) > 350);
    expect(long.sort()).toEqual(Object.keys(LONG));
  });

  it('have names in the one way: small letters and hyphens', () => {
    const names = PRODUCT.map((path) => path.slice(path.lastIndexOf('/') + 1));
    expect(names.filter((name) => !/^[a-z0-9]+(?:-[a-z0-9]+)*(?:\.d)?\.tsx?$/.test(name))).toEqual([]);
  });
});
