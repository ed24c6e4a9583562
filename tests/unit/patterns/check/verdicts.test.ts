import { describe, expect, it } from 'vitest';
import { checkPattern, normalisePattern, readPattern } from '../../../../lib/patterns/index.ts';
import { readTable } from './table.ts';

describe.each(['validate.tsv', 'more-validate.tsv', 'edge-validate.tsv'])('%s', (name) => {
  const rows = readTable(name);

  it('has rows', () => expect(rows.length).toBeGreaterThan(50));

  it.each(rows)('line $line: $pattern is $level', ({ pattern, level, rules }) => {
    const verdict = checkPattern(pattern);
    const found = verdict.findings.map((finding) => finding.rule);
    expect({ level: verdict.level, found }).toEqual({ level, found });
    if (rules.length > 0) expect(rules).toContain(found[0]);
    expect(readPattern(pattern) === undefined).toBe(level === 'error');
    expect(normalisePattern(pattern)).toBe(verdict.pattern);
  });
});
