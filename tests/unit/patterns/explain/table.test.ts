import { describe, expect, test } from 'vitest';
import { explainBlocked } from '../../../../lib/patterns/explain/index.ts';
import { readRows } from '../matcher/tsv.ts';

describe('texts that users send', () => {
  test.each(readRows('blocked-texts.tsv'))('%j: %s, %s (%s)', (text = '', address = '', first = '') => {
    const explained = explainBlocked(text, [], false);
    expect(explained.redirectUri ?? '').toBe(address);
    expect(explained.suggestions[0] ?? '').toBe(first);
    expect(explained.match.allowed).toBe('no');
  });
});
