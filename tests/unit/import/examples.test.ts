import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readPatternFile } from '../../../lib/import/index.ts';
import { createPlanEngine } from '../../../lib/import/plan/patterns-engine.ts';
import { registerFieldsIn } from '../../../lib/register/columns.ts';
import { plan } from './support/plan.ts';

const example = (name: string) =>
  readPatternFile(readFileSync(new URL(`../../../examples/${name}`, import.meta.url)), name);
/** What the sandbox's console holds at the start. */
const list = ['https://claude.ai/**', 'https://app.example.com/callback'];

describe('the examples', () => {
  it.each(['trusted-domains.csv', 'trusted-domains.json', 'trusted-domains.txt'])(
    '%s has rows of every kind',
    (name) => {
      const { counts, rows } = plan(example(name).rows, list, createPlanEngine());
      expect(counts).toEqual({ add: 17, present: 1, covered: 2, duplicate: 1, invalid: 4 });
      expect(rows.filter(({ needsTick }) => needsTick)).toHaveLength(1);
    },
  );

  it('carry the register’s columns', () => {
    const { rows } = example('trusted-domains.csv');
    expect(registerFieldsIn(rows[0]?.extra ?? {})).toEqual({
      owner: 'Dana Whitfield',
      reason: 'Company assistant for support agents',
      ticket: 'SEC-1042',
      reviewBy: '2027-05-31',
      source: 'IT security',
    });
    expect(example('trusted-domains.json').rows.map(({ text }) => text)).toEqual(
      rows.map(({ text }) => text),
    );
    expect(example('trusted-domains.txt').rows.map(({ text }) => text)).toEqual(rows.map(({ text }) => text));
  });
});
