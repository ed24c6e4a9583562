import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string) =>
  readFileSync(new URL(`../../../../components/${name}`, import.meta.url), 'utf8');

/** Custom properties that are defined on one line. */
const definitions = (css: string) =>
  new Map([...css.matchAll(/^\s*(--gate-[a-z-]+): (.+);$/gm)].map(([, name, value]) => [name, value]));

test('the tokens of the page are a part of all tokens', () => {
  const all = definitions(read('tokens.css'));
  const onPage = definitions(read('on-page.css'));
  expect(onPage.size).toBeGreaterThan(10);
  for (const [name, value] of onPage) expect(all.get(name), name).toBe(value);
});

test.each(['on-page.css', 'base.css', 'import-panel.css', 'popup.css'])(
  '%s uses only tokens that exist',
  (name) => {
    const known = definitions(read(name === 'on-page.css' ? name : 'tokens.css'));
    const css = read(name);
    for (const [, used] of css.matchAll(/var\((--gate-[a-z-]+)/g)) {
      expect(
        known.has(used) || ['--gate-shadow', '--gate-font', '--gate-font-small'].includes(used ?? ''),
        used,
      ).toBe(true);
    }
  },
);

test.each(['on-page.css', 'base.css', 'import-panel.css', 'popup.css'])(
  '%s never measures in rem',
  (name) => {
    expect(read(name)).not.toMatch(/\d(rem)\b/);
  },
);
