import { describe, expect, test } from 'vitest';
import { addToHash, HostTable, hashOf, startHash } from '../../../../lib/patterns/matcher/host-table.ts';

describe('HostTable', () => {
  test('has for each hash what was put there last, also after it grew', () => {
    const table = new HostTable();
    const hashes = Array.from({ length: 3000 }, (_, i) => hashOf(`host${i}.example.com`));
    for (const [i, hash] of hashes.entries()) table.add(hash, i % 3, i);
    for (const [i, hash] of hashes.entries()) {
      const place = table.first(hash);
      expect([table.kind(place), table.value(place), table.next(place)]).toEqual([i % 3, i, -1]);
      table.set(place, -2, i + 1);
      expect([table.kind(place), table.value(place)]).toEqual([-2, i + 1]);
    }
    expect(table.first(hashOf('nohost.example.com'))).toBe(-1);
  });
  test('equal hashes are found one after the other', () => {
    const table = new HostTable();
    for (const value of [5, 6, 7]) table.add(63, -1, value);
    table.add(0, -1, 8);
    const found: number[] = [];
    for (let place = table.first(63); place >= 0; place = table.next(place)) found.push(table.value(place));
    expect(found).toEqual([5, 6, 7]);
    expect(table.value(table.first(0))).toBe(8);
  });
  test('the hash grows from the end of the text', () => {
    let hash = startHash;
    for (const c of [...'.com'].reverse()) hash = addToHash(hash, c.charCodeAt(0));
    expect(hash).toBe(hashOf('.com'));
  });
});
