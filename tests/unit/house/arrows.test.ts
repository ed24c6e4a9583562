import { describe, expect, it } from 'vitest';
import { arrowsOf, roomOf, sourcesIn } from './sources.ts';

/**
 * Which folder may lean on which (ARCHITECTURE.md): what is not here is not allowed. `values` are imports that are there at
 * run time; types may come from more places, since they cost nothing and bind no one.
 */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  'lib/catalogue': [],
  'lib/calendar': [],
  'lib/patterns': ['lib/catalogue'],
  'lib/words': [],
  'lib/files': [],
  'lib/slices': [],
  'lib/indexed-db': [],
  'lib/import': ['lib/files', 'lib/patterns', 'lib/slices', 'lib/words'],
  'lib/answers': ['lib/patterns'],
  'lib/posture': ['lib/calendar', 'lib/patterns', 'lib/words'],
  'lib/register': ['lib/calendar', 'lib/files', 'lib/import'],
  'lib/activity': ['lib/catalogue', 'lib/files', 'lib/indexed-db', 'lib/slices', 'lib/words'],
  'lib/console': ['lib/slices', 'lib/words'],
  'lib/store': [
    'lib/activity',
    'lib/calendar',
    'lib/catalogue',
    'lib/indexed-db',
    'lib/register',
    'lib/messages',
    'lib/words',
  ],
  'lib/messages': ['lib/catalogue', 'lib/store', 'lib/words'],
  'lib/background': [
    'lib/activity',
    'lib/answers',
    'lib/calendar',
    'lib/catalogue',
    'lib/console',
    'lib/import',
    'lib/messages',
    'lib/patterns',
    'lib/posture',
    'lib/register',
    'lib/slices',
    'lib/store',
    'lib/words',
  ],
  components: ['lib/calendar', 'lib/words'],
};

const everything = sourcesIn('{lib,components,entrypoints}/**/*.{ts,tsx}').flatMap(arrowsOf);
const inside = everything.filter(({ to }) => /^(?:lib|components|entrypoints)\//.test(to));
const written = ({ from, to }: { from: string; to: string }) => `${from} -> ${to}`;

describe('arrows between folders', () => {
  it('are found at all', () => {
    expect(inside.length).toBeGreaterThan(1000);
    const rooms = new Set(everything.map(({ from }) => roomOf(from)));
    expect([...rooms].filter((room) => room !== 'entrypoints' && !VALUES[room])).toEqual([]);
  });

  it('point from entry points to components and lib, and never back', () => {
    const back = inside.filter(
      ({ from, to }) => roomOf(from) !== 'entrypoints' && roomOf(to) === 'entrypoints',
    );
    expect(back.map(written)).toEqual([]);
    const fromLib = inside.filter(({ from, to }) => from.startsWith('lib/') && roomOf(to) === 'components');
    expect(fromLib.map(written)).toEqual([]);
  });

  it('are those of the design where something is left of them at run time', () => {
    const others = inside.filter(({ from, to, typeOnly }) => {
      const room = roomOf(from);
      return (
        room !== 'entrypoints' && !typeOnly && room !== roomOf(to) && !VALUES[room]?.includes(roomOf(to))
      );
    });
    expect(others.map(written)).toEqual([]);
  });

  it('name no arrow that nobody uses any more', () => {
    const used = new Set(
      inside.filter(({ typeOnly }) => !typeOnly).map(({ from, to }) => `${roomOf(from)} -> ${roomOf(to)}`),
    );
    const listed = Object.entries(VALUES).flatMap(([from, tos]) => tos.map((to) => `${from} -> ${to}`));
    expect(listed.filter((arrow) => !used.has(arrow))).toEqual([]);
  });

  it('lead from the engine to its data and the suffix list only', () => {
    const out = everything.filter(
      ({ from, to }) => roomOf(from) === 'lib/patterns' && !/^lib\/(?:patterns|catalogue)\//.test(to),
    );
    expect(out.map(written)).toEqual(['lib/patterns/suffixes/index.ts -> tldts']);
  });

  it('keep the framework and the browser out of views and of what is pure', () => {
    const pure = /^(?:components|lib\/(?:patterns|catalogue|calendar|import|answers|posture|register))\//;
    const found = everything.filter(
      ({ from, to }) => pure.test(from) && /^(?:wxt|idb|webextension-polyfill|@wxt)/.test(to),
    );
    expect(found.map(written)).toEqual([]);
  });
});
