import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const read = (name: string) =>
  readFileSync(new URL(`../../../../components/${name}`, import.meta.url), 'utf8');

const SHEETS = globSync('*.css', { cwd: new URL('../../../../components/', import.meta.url) });

/** Custom properties that are defined on one line. */
const definitions = (css: string) =>
  new Map([...css.matchAll(/^\s*(--gate-[a-z-]+): (.+);$/gm)].map(([, name, value]) => [name, value]));

test('the tokens of the page are a part of all tokens', () => {
  const all = definitions(read('tokens.css'));
  const onPage = definitions(read('on-page.css'));
  expect(onPage.size).toBeGreaterThan(10);
  for (const [name, value] of onPage) expect(all.get(name), name).toBe(value);
});

test.each(SHEETS)('%s uses only tokens that exist', (name) => {
  const css = read(name);
  const known = definitions(
    ['on-page.css', 'teach.css'].includes(name) ? read('on-page.css') : read('tokens.css') + css,
  );
  for (const [, used] of css.matchAll(/var\((--gate-[a-z-]+)/g)) {
    expect(
      known.has(used) || ['--gate-shadow', '--gate-font', '--gate-font-small'].includes(used ?? ''),
      used,
    ).toBe(true);
  }
});

test.each(SHEETS)('%s never measures in rem', (name) => {
  expect(read(name)).not.toMatch(/\d(rem)\b/);
});

const ARTIFACTS = '../../../../node_modules/@atlaskit/tokens/dist/cjs/artifacts';
const artifact = (name: string) => readFileSync(new URL(`${ARTIFACTS}/${name}`, import.meta.url), 'utf8');
const theme = (name: string) =>
  new Map(
    [...artifact(`themes/atlassian-${name}.js`).matchAll(/(--ds-[a-z0-9-]+): ([^;]+);/g)].map(
      ([, token = '', value = '']) => [token, value.toLowerCase()],
    ),
  );
/** `#fff` as `#ffffff`. */
const long = (color: string) => color.replace(/^#(.)(.)(.)$/, '#$1$1$2$2$3$3');

test('every token that we read of the host exists in its design system', () => {
  const known = new Set(artifact('token-names.js').match(/--ds-[a-z0-9-]+/g));
  expect(known.size).toBeGreaterThan(300);
  const css = SHEETS.map(read).join('');
  const used = css.match(/--ds-[a-z0-9-]+/g) ?? [];
  expect(used.length).toBeGreaterThan(40);
  expect(used.filter((name) => !known.has(name))).toEqual([]);
});

test('where there is no host, our colours are those of its light and dark themes', () => {
  const light = theme('light');
  const dark = theme('dark');
  const ours = [
    ...(read('tokens.css') + read('figures.css')).matchAll(
      /var\((--ds-[a-z0-9-]+), light-dark\((#\w+), (#\w+)\)\)/g,
    ),
  ];
  expect(ours.length).toBeGreaterThan(40);
  for (const [, name = '', lightValue = '', darkValue = ''] of ours) {
    expect([long(lightValue), long(darkValue)], name).toEqual([light.get(name), dark.get(name)]);
  }
});
