import { describe, expect, test } from 'vitest';
import { compareCoverage } from '../../../../lib/patterns/coverage/index.ts';
import type { Coverage } from '../../../../lib/patterns/types.ts';
import { readRows } from '../matcher/tsv.ts';

const MIRROR: Readonly<Partial<Record<Coverage, Coverage>>> = { subset: 'superset', superset: 'subset' };

describe('documented rows', () => {
  test.each(readRows('cover.tsv'))('%s and %s: %s (%s)', (a = '', b = '', expected = '', reason = '') => {
    const relation = compareCoverage(a, b);
    if (expected === 'yes') expect(relation).toBe('subset');
    else if (expected === 'no') expect(relation).toBe(reason.includes('superset') ? 'superset' : 'disjoint');
    else expect(relation).toBe(expected);
  });
});

describe('further rows', () => {
  test.each(['more-cover.tsv', 'edge-cover.tsv'].flatMap(readRows))(
    '%s and %s: %s (%s)',
    (a = '', b = '', expected = '') => {
      const relation = compareCoverage(a, b);
      expect(relation).toBe(expected);
      expect(compareCoverage(b, a)).toBe(MIRROR[relation] ?? relation);
    },
  );
});
