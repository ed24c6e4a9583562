import { describe, expect, it } from 'vitest';
import { ListIndex } from '../../../../lib/import/run/list-index.ts';
import { rowWords, storedAs } from '../../../../lib/import/run/reasons.ts';
import { settleByList } from '../../../../lib/import/run/settle.ts';
import type { RunRow } from '../../../../lib/import/run/types.ts';

const ENTRY = 'https://app.example.com/Cb';
const row = (): RunRow => ({ index: 0, pattern: ENTRY, action: 'add', state: 'trying' });
const list = (...entries: string[]) => new ListIndex(['https://old.example.com/**', ...entries]);

describe('a row that was tried, held against the list', () => {
  it.each([
    ['is there once', [ENTRY], {}, { state: 'added' }],
    [
      'is there, whatever the page said',
      [ENTRY],
      { refused: 'No.' },
      { state: 'added', words: rowWords.addedAfterError },
    ],
    [
      'is there twice: the report agrees with the console',
      [ENTRY, ENTRY],
      {},
      { state: 'added', words: rowWords.addedTwice },
    ],
    [
      'was altered by the page',
      [ENTRY.toLowerCase()],
      {},
      { state: 'added', words: storedAs(ENTRY.toLowerCase()), stored: ENTRY.toLowerCase() },
    ],
    ['is not there, and was refused', [], { refused: 'No.' }, { state: 'failed', words: 'No.' }],
    ['is not there, and may still come', [], {}, undefined],
    ['will not come any more', [], { final: true }, { state: 'failed', words: rowWords.addedNotListed }],
  ] as const)('%s', (_, entries, evidence, settlement) => {
    expect(settleByList(row(), { list: list(...entries), ...evidence })).toEqual(settlement);
  });
});

describe('isTwice', () => {
  it('tells what stands in a list more than once', () => {
    const index = list(ENTRY, 'https://b.example.com/**', ENTRY);
    expect(index.isTwice(ENTRY)).toBe(true);
    expect(index.isTwice('https://b.example.com/**')).toBe(false);
    expect(index.isTwice('https://c.example.com/**')).toBe(false);
    expect(index.with(ENTRY).isTwice(ENTRY)).toBe(true);
  });
});
