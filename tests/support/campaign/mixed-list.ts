import { normaliseText } from '../../sandbox/server/store.ts';
import type { Variant } from '../../sandbox/variants/index.ts';

/** A pasted list of 40 rows of every kind, and what must come of it. */
export interface MixedList {
  /** What the console has before. */
  existing: readonly string[];
  /** The rows as they are pasted. */
  text: string;
  /** The rows that are to be added, in their order. */
  add: readonly string[];
  counts: { add: number; present: number; covered: number; duplicate: number; invalid: number };
}

const numbered = (count: number, entry: (n: string) => string) =>
  Array.from({ length: count }, (_, n) => entry(String(n).padStart(2, '0')));

/** More than a page of a paged table, so that new entries are not all on screen. */
const OTHERS = numbered(16, (n) => `https://other-${n}.example.org/callback`);
const PRESENT = numbered(6, (n) => `https://here-${n}.example.com/callback`);
const COVERED = numbered(6, (n) => `https://wide.example.com/tool-${n}`);
const INVALID = [
  'claude.ai',
  'https://*example.com/**',
  'https://<tenant>.example.com/**',
  'https://a.example.com/** ; https://b.example.com/**',
  'https://',
  'not an address',
];
const ADD = [
  ...numbered(13, (n) => `https://tool-${n}.example.com/callback`),
  'https://mixed.example.com/Callback',
  'https://bare.example.net',
  'http://localhost:33418/**',
];

/** Deals rows of several kinds like cards, so that none of them stand together. */
function deal(...kinds: readonly (readonly string[])[]): string[] {
  const longest = Math.max(...kinds.map((kind) => kind.length));
  return Array.from({ length: longest }, (_, n) => kinds.flatMap((kind) => kind[n] ?? [])).flat();
}

/** `few` leaves room below the limit of a console that takes no more than some entries. */
export function mixedList({ few = false } = {}): MixedList {
  const first = deal(ADD, PRESENT, COVERED, INVALID);
  // Repeated further down: the first of two counts.
  const again = ADD.slice(2, 8);
  const existing = ['https://wide.example.com/**', ...PRESENT, ...(few ? [] : OTHERS)];
  return {
    existing,
    text: [...first, ...again].join('\n'),
    add: ADD,
    counts: {
      ...{ add: ADD.length, present: PRESENT.length, covered: COVERED.length },
      ...{ duplicate: again.length, invalid: INVALID.length },
    },
  };
}

/** What the store must hold of these entries: as its variant writes them, in any order. */
export function asStored(entries: readonly string[], variant: Variant): string[] {
  return entries.map((entry) => normaliseText(entry, variant)).sort();
}
