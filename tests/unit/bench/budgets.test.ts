import { describe, expect, it } from 'vitest';
import { readPatternFile } from '../../../lib/import/index.ts';
import { checkPattern, createMatcher } from '../../../lib/patterns/index.ts';
import { flat, makeAddresses, makeEntries } from '../../bench/engine/lists.ts';
import { minimatchList } from '../../bench/engine/others.ts';

/**
 * Budgets as ratios within one run: what is compared takes turns, by the processor's time and not the clock's, so that
 * a busy machine moves neither. Caches and the pace of a shared processor still move a ratio by a factor of two, so
 * they fail only far from what `npm run bench` holds against its goals: a change that breaks one of these has made
 * something slower by a class, not by a few per cent.
 */

/** Milliseconds of the processor in one turn: its own clock ticks every few milliseconds only. */
const TURN = 100;
const ROUNDS = 5;

const spent = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

/** Milliseconds of the processor that a call of `work` takes, over one turn. */
function turnOf(work: () => unknown): number {
  const start = spent();
  let calls = 0;
  for (; spent() - start < TURN; calls++) work();
  return (spent() - start) / calls;
}

/** How many times as long `one` takes as `other`: the best of each in turns, so that a slow minute meets both. */
function ratioOf(one: () => unknown, other: () => unknown): number {
  one();
  other();
  const turns = Array.from({ length: ROUNDS }, () => [turnOf(one), turnOf(other)] as const);
  return Math.min(...turns.map(([cost]) => cost)) / Math.min(...turns.map(([, cost]) => cost));
}

const each = (inputs: readonly string[], call: (input: string) => unknown) => () => {
  for (const input of inputs) call(input);
};
const match = (entries: readonly string[]) => {
  const matcher = createMatcher(entries);
  return (address: string) => matcher.match(address).by;
};

describe('the matcher', () => {
  it('is at least 25 times as fast as minimatch on 1,000 entries', () => {
    const [entries, inputs] = [makeEntries(1000), makeAddresses(200, 1000)];
    const ratio = ratioOf(each(inputs, minimatchList(entries)), each(inputs, match(entries)));
    expect(ratio).toBeGreaterThan(25);
  });

  // One by one it would be 200 times; what others leave of the processor's caches moves this one most.
  it('costs at most 6 times as much an address at 20,000 entries as at 100', () => {
    const work = (size: number) => each(makeAddresses(2000, size), match(makeEntries(size)));
    expect(ratioOf(work(20_000), work(100))).toBeLessThan(6);
  });
});

describe('checkPattern', () => {
  it('costs at most 80 times what new URL does', () => {
    const inputs = makeEntries(500)
      .map(flat)
      .filter((entry) => URL.canParse(entry));
    const ours = each(inputs, (entry) => checkPattern(entry).level);
    const bare = each(inputs, (entry) => new URL(entry).host);
    expect(ratioOf(ours, bare)).toBeLessThan(80);
  });
});

/** The least that tells an entry from other text. */
const ENTRY = /^[a-z][a-z0-9+.-]*:\/\/[^\s/?#]+(?:\/[^\s?#]*)?$/i;

describe('reading a file', () => {
  const read = (lines: number) => {
    const bytes = new TextEncoder().encode(makeEntries(lines).join('\n'));
    return () => readPatternFile(bytes, 'entries.txt');
  };

  it('costs at most 30 times what a bare split and one regular expression a line do', () => {
    const text = flat(makeEntries(10_000).join('\n'));
    const bare = () => text.split('\n').filter((line) => ENTRY.test(line)).length;
    expect(ratioOf(read(10_000), bare)).toBeLessThan(30);
  });

  // 16 times as many lines; what grows with their square would cost 256 times as much.
  it('grows with the lines, and no faster', () => {
    expect(ratioOf(read(32_000), read(2000))).toBeLessThan(16 * 5);
  });
});
