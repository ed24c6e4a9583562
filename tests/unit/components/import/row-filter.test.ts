import { expect, test } from 'vitest';
import {
  byOutcome,
  byPlan,
  isSelected,
  rowsWhere,
  waitsForTick,
} from '../../../../components/import/row-filter.ts';
import { planOf } from '../../../gallery/rows.ts';

const { rows, counts } = planOf(24);
const lines = (indices: number[]) => indices.map((index) => rows[index]?.line);

test('each tab shows as many rows as its plan counts', () => {
  for (const kind of ['add', 'present', 'covered', 'duplicate', 'invalid'] as const)
    expect(rowsWhere(rows, '', byPlan(kind)), kind).toHaveLength(counts[kind]);
  expect(rowsWhere(rows, '', byPlan('all'))).toHaveLength(24);
  expect(rowsWhere(rows, '', byPlan('decide'))).toHaveLength(rows.filter(waitsForTick).length);
});

test('the text filter looks at the entry and at the cell, whatever the case', () => {
  expect(lines(rowsWhere(rows, '  VSCODE.dev/Redirect ', byPlan('add')))).toEqual([10, 13, 22, 25]);
  expect(rowsWhere(rows, 'no such text', byPlan('all'))).toEqual([]);
});

test('warnings follow the switch, high ones their own tick, and nothing else is ever added', () => {
  const without = { includeWarnings: false, ticked: new Set<number>(), count: 0 };
  const withAll = { includeWarnings: true, ticked: new Set(rows.keys()), count: 0 };
  for (const [index, row] of rows.entries()) {
    expect(isSelected(row, index, without)).toBe(row.plan === 'add' && row.level === 'ok');
    expect(isSelected(row, index, withAll)).toBe(row.plan === 'add');
    if (waitsForTick(row)) expect(isSelected(row, index, { ...withAll, ticked: new Set() })).toBe(false);
  }
});

test('rows that a run never touched were left out', () => {
  const results = new Map([[1, { outcome: 'added' as const }]]);
  expect(rowsWhere(rows, '', byOutcome('added', results))).toEqual([1]);
  expect(rowsWhere(rows, '', byOutcome('skipped', results))).toHaveLength(23);
});
