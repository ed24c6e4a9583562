import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { SUPPORTED_PATTERNS } from '../../../lib/catalogue/supported-domains.ts';
import { VENDOR_ROWS } from '../../../lib/catalogue/vendors.ts';
import { checkPattern, createMatcher } from '../../../lib/patterns/index.ts';

const patterns = VENDOR_ROWS.map(([, pattern]) => pattern);

describe('the catalogue of AI tools', () => {
  test.each(VENDOR_ROWS)('%s: %s can be added once its parts are filled in', (_vendor, pattern) => {
    const entry = pattern.replace(/<[a-z0-9-]+-host>/g, 'mcp.example.com').replace(/<[a-z0-9-]+>/g, 'acme');
    expect(entry).not.toMatch(/[<>]/);
    expect(checkPattern(entry).level).not.toBe('error');
  });

  test.each(VENDOR_ROWS)('%s: %s has evidence and a date', (vendor, _pattern, evidence, date) => {
    expect(vendor.trim()).not.toBe('');
    expect(evidence).toMatch(/^https:\/\/[^ ]+$|^(listed|guide|reported)$/);
    expect(date).toMatch(/^20\d\d-\d\d(-\d\d)?$/);
  });

  test('no entry stands in it twice', () => {
    expect(new Set(patterns).size).toBe(patterns.length);
  });

  test('holds all hosts of the supported list, so that some of it can be chosen', () => {
    const listed = VENDOR_ROWS.filter(([, , , , isListed]) => isListed).map(([, pattern]) => pattern);
    for (const pattern of SUPPORTED_PATTERNS.filter((one) => one.startsWith('http')))
      expect(listed).toContain(pattern);
  });

  test('comes from the table: every https entry of the table that is whole is known or left out for a reason', () => {
    const table = readFileSync(new URL('../../fixtures/vendor-domains.csv', import.meta.url), 'utf8');
    const whole = table
      .split('\n')
      .map((line) => line.split(',')[2] ?? '')
      .filter((uri) => /^https:\/\/[^<>{};\s]+$/.test(uri) && !/example|\.local|claude/.test(uri));
    const known = createMatcher(patterns);
    expect(whole.length).toBeGreaterThan(8);
    for (const uri of whole) expect([uri, known.match(uri).allowed]).toEqual([uri, 'yes']);
  });
});
